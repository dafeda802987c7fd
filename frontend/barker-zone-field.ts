import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

// A time zone by its IANA name: the browser's own, until another one is chosen.
@customElement('barker-zone-field')
export class BarkerZoneField extends LitElement {
  @property() label = '';
  @property() value = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    if (!this.value) {
      this.choose(ownZone());
    }
  }

  protected override render(): TemplateResult {
    const zones = new Set([this.value, ownZone(), ...Intl.supportedValuesOf('timeZone')].filter((zone) => zone));
    return html`
      <label class="choice">
        <span>${this.label}</span>
        <select @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
          ${[...zones].map(
            (zone) => html`<option value=${zone} ?selected=${zone === this.value}>${zone.replaceAll('_', ' ')}</option>`,
          )}
        </select>
      </label>
    `;
  }

  private choose(zone: string): void {
    this.value = zone;
    this.dispatchEvent(new Event('zone-changed'));
  }
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-zone-field': BarkerZoneField;
  }
}
