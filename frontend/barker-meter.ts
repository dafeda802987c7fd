import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { codePoints } from './count';
import { text } from './texts';

const STEPS = [1, 2, 3, 4];

// How long the password in the field around it is, as it is typed.
@customElement('barker-meter')
export class BarkerMeter extends LitElement {
  @property({ type: Number }) min = 15;
  @property({ attribute: 'for' }) forId = '';
  @property() hint = '';

  @state() private length = 0;

  private field: Element | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.field = this.closest('vaadin-password-field') ?? document.getElementById(this.forId);
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

  protected override render(): TemplateResult {
    const step = this.step();
    const strength = step === 4 ? 'good' : step > 1 ? 'middling' : 'low';
    const length = text('client.meter.length', this.length, this.min);
    return html`
      <div
        class="meter ${strength}"
        role="meter"
        aria-label=${text('client.meter.name')}
        aria-valuemin="0"
        aria-valuemax=${this.min}
        aria-valuenow=${Math.min(this.length, this.min)}
        aria-valuetext=${length}
      >
        ${STEPS.map((at) => html`<i class=${at <= step ? 'on' : ''}></i>`)}
      </div>
      <div class="meter-line ${strength}">
        <span aria-live="polite">${this.verdict()}</span>
        <span class="meter-length">${length}</span>
      </div>
      ${this.hint ? html`<div class="meter-hint">${this.hint}</div>` : nothing}
    `;
  }

  private readonly measure = (): void => {
    const input = this.field?.querySelector('input');
    this.length = codePoints(input?.value ?? '');
  };

  private step(): number {
    if (this.length === 0) {
      return 0;
    }
    return this.length >= this.min ? 4 : Math.max(1, Math.floor((this.length / this.min) * 4));
  }

  private verdict(): string {
    if (this.length === 0) {
      return '';
    }
    return text(this.length < this.min ? 'client.meter.short' : 'client.meter.good');
  }
}
