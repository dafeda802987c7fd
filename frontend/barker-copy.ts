import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { copy } from './clipboard';
import { icon } from './icons';

@customElement('barker-copy')
export class BarkerCopy extends LitElement {
  @property() text = '';
  @property() label = '';

  @state() private copied = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <button type="button" class="icon-button small" aria-label=${this.label} title=${this.label} @click=${this.onCopy}>
        ${icon(this.copied ? 'circle-check' : 'copy')}
      </button>
    `;
  }

  private readonly onCopy = async (): Promise<void> => {
    this.copied = await copy(this.text);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-copy': BarkerCopy;
  }
}
