import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Version } from './bark';
import { icon } from './icons';
import { text } from './texts';
import { exactTime } from './when';

// What a bark said before it was edited. One for all barks of a feed.
@customElement('barker-bark-history')
export class BarkerBarkHistory extends LitElement {
  @state() private versions: readonly Version[] = [];

  @query('dialog') private dialog!: HTMLDialogElement;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  open(versions: readonly Version[]): void {
    this.versions = [...versions].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    this.performUpdate();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`
      <dialog class="dialog history" aria-labelledby="history-title" @click=${this.onClick} @close=${this.onClose}>
        <div class="dialog-head">
          <h2 id="history-title">${text('client.history.title')}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label=${text('client.history.close')}
            title=${text('client.history.close')}
            @click=${() => this.dialog.close()}
          >
            ${icon('x')}
          </button>
        </div>
        <ol class="versions" tabindex="0" aria-labelledby="history-title">
          ${this.versions.map(
            (version) => html`
              <li>
                <time datetime=${version.at}>${exactTime(new Date(version.at))}</time>
                <p class="bark-text" dir="auto">${version.text || text('client.history.wordless')}</p>
              </li>
            `,
          )}
        </ol>
      </dialog>
    `;
  }

  // Beside the dialog, which is its backdrop.
  private readonly onClick = (event: Event): void => {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  };

  private readonly onClose = (): void => {
    this.versions = [];
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-bark-history': BarkerBarkHistory;
  }
}
