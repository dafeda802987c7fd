import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Line, Words } from './catch-up-card';

// What happened while somebody was out. Few pages have it, so what draws it comes when it is there.
@customElement('barker-catch-up')
export class BarkerCatchUp extends LitElement {
  declare $server: { dismiss(): void };

  @state() private card: TemplateResult | undefined;

  async show(lines: readonly Line[], since: string, words: Words): Promise<void> {
    const { catchUpCard } = await import('./catch-up-card');
    this.card = catchUpCard(lines, new Date(since), words, () => this.putAway());
  }

  private putAway(): void {
    this.card = undefined;
    this.$server.dismiss();
    const title = document.querySelector<HTMLElement>('main h1');
    title?.setAttribute('tabindex', '-1');
    title?.focus();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.card ?? nothing;
  }
}
