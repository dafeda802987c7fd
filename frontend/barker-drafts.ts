import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { KeptDraft } from './draft-box';
import { icon } from './icons';
import { text } from './texts';
import { relativeTime } from './when';

type Open = (key: string) => void;
type Discard = (keys: readonly string[]) => void;

// As much of a draft as its buttons say.
const NAME = 40;

// What a person has begun to write elsewhere, to be gone on with or thrown away. What is deleted goes when the list is closed.
@customElement('barker-drafts')
export class BarkerDrafts extends LitElement {
  @state() private drafts: readonly KeptDraft[] = [];
  @state() private deleted: ReadonlySet<string> = new Set();

  @query('dialog') private dialog!: HTMLDialogElement;

  private goOnWith: Open = () => undefined;
  private discard: Discard = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  open(drafts: readonly KeptDraft[], goOnWith: Open, discard: Discard): void {
    this.drafts = drafts;
    this.deleted = new Set();
    this.goOnWith = goOnWith;
    this.discard = discard;
    this.performUpdate();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`
      <dialog class="dialog" aria-labelledby="drafts-title" @click=${this.onClick} @close=${this.onClose}>
        <div class="dialog-head">
          <h2 id="drafts-title">${text('client.drafts.title')}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label=${text('client.drafts.close')}
            title=${text('client.drafts.close')}
            @click=${() => this.dialog.close()}
          >
            ${icon('x')}
          </button>
        </div>
        ${this.drafts.length === 0
          ? html`<p class="muted">${text('client.drafts.none')}</p>`
          : html`
              <ul class="drafts">
                ${repeat(
                  this.drafts,
                  ({ key }) => key,
                  (draft) => this.row(draft, this.deleted.has(draft.key)),
                )}
              </ul>
            `}
      </dialog>
    `;
  }

  private row(draft: KeptDraft, isDeleted: boolean): TemplateResult {
    const age = relativeTime(new Date(draft.at), new Date());
    const name = draft.text.trim().slice(0, NAME);
    return html`
      <li>
        <button
          type="button"
          class="draft-open"
          ?disabled=${isDeleted}
          aria-label=${text('client.drafts.open', name)}
          @click=${() => this.choose(draft)}
        >
          <span class="draft-words" dir="auto">${draft.text}</span>
          <span class="small muted">
            ${isDeleted
              ? text('client.drafts.deleted')
              : draft.isAnswer
                ? `${text('client.drafts.answer')} · ${age}`
                : age}
          </span>
        </button>
        <button
          type="button"
          class="button"
          aria-label=${text(isDeleted ? 'client.drafts.undo.name' : 'client.drafts.delete.name', name)}
          @click=${() => this.toggle(draft.key)}
        >
          ${text(isDeleted ? 'client.drafts.undo' : 'client.drafts.delete')}
        </button>
      </li>
    `;
  }

  private choose(draft: KeptDraft): void {
    this.dialog.close();
    this.goOnWith(draft.key);
  }

  private toggle(key: string): void {
    const deleted = new Set(this.deleted);
    if (!deleted.delete(key)) {
      deleted.add(key);
    }
    this.deleted = deleted;
  }

  // Beside the dialog, which is its backdrop.
  private readonly onClick = (event: Event): void => {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  };

  private readonly onClose = (): void => {
    if (this.deleted.size > 0) {
      this.discard([...this.deleted]);
    }
    this.drafts = [];
    this.deleted = new Set();
  };
}

// The one of the page.
export function showDrafts(drafts: readonly KeptDraft[], open: Open, discard: Discard): void {
  const list = document.querySelector('barker-drafts') ?? document.body.appendChild(new BarkerDrafts());
  list.open(drafts, open, discard);
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-drafts': BarkerDrafts;
  }
}
