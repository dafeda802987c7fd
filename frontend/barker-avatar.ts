import { LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { avatar } from './avatar';

@customElement('barker-avatar')
export class BarkerAvatar extends LitElement {
  @property() name = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return avatar(this.name);
  }
}
