import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import type { Draft, DraftPicture } from './draft';
import { icon } from './icons';
import { newPostKey } from './post-key';
import { text } from './texts';
import { toast } from './toast';

const MOST = 4;
const LARGEST = 10 * 1024 * 1024;
const LONGEST_ALT = 1_000;

// What the server's own sentence is good for: it says what is wrong with the file, or for how long there are too many.
const SAYS_WHY = new Set([413, 415, 422, 429, 503]);

// The pictures that a text will show, and what there is to see in them.
@customElement('barker-pictures')
export class BarkerPictures extends LitElement {
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) pictures: readonly DraftPicture[] = [];
  // Somebody wanted to send them undescribed.
  @property({ type: Boolean }) isAsking = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.isAsking && changed.get('isAsking') === false) {
      this.querySelector<HTMLElement>('textarea:placeholder-shown')?.focus();
    }
    const before = changed.get('pictures');
    if (before && before.length < this.pictures.length && !document.activeElement?.matches('.composer-text')) {
      this.querySelectorAll<HTMLElement>('textarea')[before.length]?.focus();
    }
  }

  protected override render(): TemplateResult {
    const isUndescribed = this.pictures.some(({ alt }) => !alt.trim());
    return html`
      <ul class="pictures" aria-label=${text('client.pictures.name')}>
        ${repeat(
          this.pictures,
          ({ key }) => key,
          (picture, index) => this.row(picture, index + 1),
        )}
      </ul>
      <div role="alert">
        ${this.isAsking && isUndescribed
          ? html`<p class="help warn">${icon('triangle-alert')}<span>${text('client.pictures.ask')}</span></p>`
          : nothing}
      </div>
      <p class="muted small">${text('client.pictures.kept')}</p>
    `;
  }

  private row(picture: DraftPicture, number: number): TemplateResult {
    const { key, id, alt, problem } = picture;
    return html`
      <li>
        <div class="picture-preview" aria-busy=${id || problem ? nothing : 'true'}>
          ${id
            ? html`<img src=${`/media/${id}.jpg`} alt="" />`
            : problem
              ? icon('circle-alert')
              : html`<span class="spinner" data-word=${text('client.loading')} aria-hidden="true"></span>`}
        </div>
        <div>
          <textarea
            class="text-input picture-alt"
            rows="2"
            dir="auto"
            maxlength=${LONGEST_ALT}
            aria-label=${text('client.pictures.describe', number)}
            placeholder=${text('client.pictures.see')}
            .value=${live(alt)}
            ?readonly=${this.draft.sending}
            @input=${(event: Event) =>
              change(this.draft, key, { alt: (event.target as HTMLTextAreaElement).value })}
          ></textarea>
          <p class="help err" role="alert" ?hidden=${!problem}>${icon('circle-alert')}<span>${problem}</span></p>
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label=${text('client.pictures.remove', number)}
          title=${text('client.pictures.remove', number)}
          ?disabled=${this.draft.sending}
          @click=${() => this.takeOut(key)}
        >
          ${icon('x')}
        </button>
      </li>
    `;
  }

  private takeOut(key: string): void {
    const field = this.closest('.composer')?.querySelector<HTMLElement>('.composer-text');
    this.draft.show(this.pictures.filter((picture) => picture.key !== key));
    field?.focus();
  }
}

export function addPictures(draft: Draft, files: readonly File[]): void {
  const added = files.slice(0, MOST - draft.pictures.length).map((file) => ({ file, key: newPostKey() }));
  draft.show([...draft.pictures, ...added.map(({ key }) => ({ key, id: '', alt: '', problem: '' }))]);
  if (added.length < files.length) {
    toast(text('client.pictures.most'));
  }
  added.forEach(({ file, key }) => void upload(draft, file, key));
}

async function upload(draft: Draft, file: File, key: string): Promise<void> {
  const answer = file.size > LARGEST ? { problem: text('client.pictures.too-large') } : await taken(file, key);
  change(draft, key, answer);
}

async function taken(file: File, key: string): Promise<Partial<DraftPicture>> {
  try {
    const answer = await fetch('/api/v1/media', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        'Idempotency-Key': key,
        'X-CSRF-TOKEN': document.querySelector('barker-shell-bar')?.csrfToken ?? '',
      },
      body: file,
    });
    if (answer.ok) {
      return { id: ((await answer.json()) as { id: string }).id };
    }
    if (SAYS_WHY.has(answer.status)) {
      return { problem: ((await answer.json()) as { detail: string }).detail };
    }
  } catch {
    // Said below, like everything else that has nothing to do with the picture.
  }
  return { problem: text('client.pictures.not-sent') };
}

function change(draft: Draft, key: string, by: Partial<DraftPicture>): void {
  if (draft.pictures.some((picture) => picture.key === key)) {
    draft.show(draft.pictures.map((picture) => (picture.key === key ? { ...picture, ...by } : picture)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-pictures': BarkerPictures;
  }
}
