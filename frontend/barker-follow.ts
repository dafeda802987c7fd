import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isConnected } from './connection';
import { text } from './texts';
import { toast } from './toast';
import { within } from './within';

export interface FollowAnswer {
  readonly done: boolean;
  readonly why: string;
}

export type Follow = (on: boolean) => Promise<FollowAnswer>;

const PATIENCE = 20_000;

// Shows at the click what was asked for, and takes it back when the server refuses.
@customElement('barker-follow')
export class BarkerFollow extends LitElement {
  declare $server: { follow: Follow };

  @property() username = '';
  @property() name = '';
  @property({ type: Boolean }) following = false;
  @property({ type: Boolean }) primary = false;
  // An element that draws many of these asks for all of them.
  @property({ attribute: false }) ask: Follow = (on) => this.$server.follow(on);

  // Pressed, and still under the pointer or in focus: what it says is the news, not the way back.
  @state() private fresh = false;

  private attempt = 0;
  private confirmed: boolean | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <button
        type="button"
        class="button follow ${this.kind()} ${this.fresh ? 'is-fresh' : ''}"
        aria-pressed=${this.following ? 'true' : 'false'}
        @click=${this.toggle}
        @pointerleave=${this.rest}
        @blur=${this.rest}
      >
        <span class="follow-state">${text(this.following ? 'client.follow.following' : 'client.follow.follow')}</span>
        <span class="hidden-text">${this.name || `@${this.username}`}</span>
        ${this.following
          ? html`<span class="follow-way-back" aria-hidden="true">${text('client.follow.unfollow')}</span>`
          : nothing}
      </button>
    `;
  }

  private kind(): string {
    return this.primary ? (this.following ? '' : 'primary') : 'small';
  }

  private readonly rest = (): void => {
    this.fresh = false;
  };

  private readonly toggle = async (): Promise<void> => {
    if (!isConnected()) {
      toast(text('client.offline'));
      return;
    }
    const on = !this.following;
    const attempt = ++this.attempt;
    this.confirmed ??= this.following;
    this.fresh = true;
    this.show(on);
    try {
      const answer = this.ask(on);
      // After the patience is over the answer still counts when it comes.
      answer.then((late) => this.settle(late, on, attempt), () => undefined);
      await within(answer, PATIENCE);
    } catch {
      this.takeBack(attempt, text('client.follow.failed'));
    }
  };

  private settle(answer: FollowAnswer, on: boolean, attempt: number): void {
    if (!answer.done) {
      this.takeBack(attempt, answer.why || text('client.follow.failed'));
      return;
    }
    this.confirmed = on;
    if (attempt === this.attempt) {
      this.show(on);
    }
  }

  private takeBack(attempt: number, why: string): void {
    if (attempt === this.attempt && this.confirmed !== undefined) {
      this.show(this.confirmed);
      toast(why);
    }
  }

  private show(following: boolean): void {
    if (this.following !== following) {
      this.following = following;
      this.dispatchEvent(new CustomEvent('follow-changed', { detail: following }));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-follow': BarkerFollow;
  }
}
