import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon, isIcon } from './icons';

@customElement('barker-icon')
export class BarkerIcon extends LitElement {
  @property() name = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`${isIcon(this.name) ? icon(this.name) : nothing}`;
  }
}
