import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Picture } from './bark';
import { icon } from './icons';
import { text } from './texts';

// The pictures of a bark, one at a time and as large as the screen. By keyboard: arrows, and Escape as in every dialog.
@customElement('barker-viewer')
export class BarkerViewer extends LitElement {
  @state() private pictures: readonly Picture[] = [];
  @state() private index = 0;

  @query('dialog') private dialog!: HTMLDialogElement;

  private opener: HTMLElement | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  open(pictures: readonly Picture[], index: number, opener: HTMLElement): void {
    this.pictures = pictures;
    this.index = index;
    this.opener = opener;
    this.performUpdate();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const picture = this.pictures[this.index];
    return html`
      <dialog
        class="viewer"
        aria-label=${text('client.viewer.title')}
        @keydown=${this.onKey}
        @click=${this.onClick}
        @close=${this.onClose}
      >
        ${picture ? this.shown(picture) : nothing}
      </dialog>
    `;
  }

  private shown({ src, alt = '', width, height }: Picture): TemplateResult {
    const { length } = this.pictures;
    return html`
      <div class="viewer-bar">
        <span role="status">${length > 1 ? text('client.viewer.place', this.index + 1, length) : nothing}</span>
        ${this.button('x', 'client.viewer.close', () => this.dialog.close())}
      </div>
      <div class="viewer-stage">
        ${length > 1 ? this.button('arrow-left', 'client.viewer.previous', () => this.step(-1)) : nothing}
        <img src=${src} alt=${alt} width=${width} height=${height} />
        ${length > 1 ? this.button('arrow-right', 'client.viewer.next', () => this.step(1)) : nothing}
      </div>
      <p class="viewer-alt" dir="auto" tabindex="0">${alt || text('client.picture.undescribed')}</p>
    `;
  }

  private button(shape: 'arrow-left' | 'arrow-right' | 'x', key: string, press: () => void): TemplateResult {
    return html`
      <button type="button" class="icon-button" aria-label=${text(key)} title=${text(key)} @click=${press}>
        ${icon(shape)}
      </button>
    `;
  }

  // Round and round.
  private step(by: number): void {
    this.index = (this.index + by + this.pictures.length) % this.pictures.length;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      this.step(event.key === 'ArrowRight' ? 1 : -1);
    }
  };

  // Beside the picture.
  private readonly onClick = (event: Event): void => {
    if (event.target instanceof Element && event.target.matches('.viewer, .viewer-stage')) {
      this.dialog.close();
    }
  };

  // Not every browser gives the focus to a button that is pressed with the mouse.
  private readonly onClose = (): void => {
    this.pictures = [];
    this.opener?.focus();
    this.opener = undefined;
  };
}

// The one of the page.
export function showPictures(pictures: readonly Picture[], index: number, opener: HTMLElement): void {
  const viewer = document.querySelector('barker-viewer') ?? document.body.appendChild(new BarkerViewer());
  viewer.open(pictures, index, opener);
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-viewer': BarkerViewer;
  }
}
