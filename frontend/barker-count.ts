import { LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { characters } from './count';
import { text } from './texts';

// In UTF-16 units: nobody needs to know how much longer than that something is.
const COUNTED = 4_000;

// How much of what may be said in the field around it is used, as it is typed.
@customElement('barker-count')
export class BarkerCount extends LitElement {
  @property({ type: Number }) max = 0;

  @state() private used = 0;

  private field: Element | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.field = this.closest('vaadin-text-field, vaadin-text-area');
    this.field?.addEventListener('input', this.measure);
    this.field?.addEventListener('value-changed', this.measure);
    this.measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.field?.removeEventListener('input', this.measure);
    this.field?.removeEventListener('value-changed', this.measure);
    this.field = null;
  }

  protected override render(): string {
    return text('client.count.used', this.used, this.max);
  }

  private readonly measure = (): void => {
    const input = this.field?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    this.used = characters((input?.value ?? '').trim().slice(0, COUNTED));
  };
}
