import { LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { backButton } from './back';

@customElement('barker-back')
export class BarkerBack extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return backButton();
  }
}
