import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { avatar } from './avatar';
import { firstName, type Bark, type Person } from './bark';
import { pictureCount } from './bark-card';
import './barker-editor';
import type { BarkerEditor, Wording } from './barker-editor';
import type { Answer, Draft, DraftPicture } from './draft';
import { DraftBox, type DraftServer } from './draft-box';
import { slot } from './local-copy';
import { paragraphs, plainText } from './rich-text';
import { text } from './texts';
import { toast } from './toast';

interface Server extends DraftServer {
  // Each picture is its id and, after a space, what there is to see.
  post(words: string, key: string, ...pictures: readonly string[]): Promise<Answer>;
  answer(words: string, key: string, inReplyTo: string, ...pictures: readonly string[]): Promise<Answer>;
  edit(words: string, id: string): Promise<Answer>;
  people(prefix: string): Promise<readonly Person[]>;
}

// What is written for: another bark, an answer to one, or one again.
type Purpose =
  | { readonly kind: 'new' }
  | { readonly kind: 'reply'; readonly id: string; readonly to: Person; readonly bark?: Bark }
  | { readonly kind: 'edit'; readonly id: string; readonly original: string };

// Where barks are written: in the page, if it has a place for that, and for everything else in a dialog over it.
@customElement('barker-composer')
export class BarkerComposer extends LitElement {
  declare $server: Server;

  @property() account = '';
  @property() name = '';
  @property() avatar = '';
  @property({ type: Number }) limit = 280;
  @property({ type: Number, attribute: 'points-limit' }) pointsLimit = 1120;
  @property({ type: Boolean }) tucked = false;
  @property({ attribute: 'reply-to' }) replyTo = '';
  @property({ attribute: 'reply-username' }) replyUsername = '';
  @property({ attribute: 'reply-name' }) replyName = '';

  // In the dialog.
  @state() private purpose: Purpose | undefined;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('dialog barker-editor') private inDialog!: BarkerEditor;
  @query('.composer-place barker-editor') private inPlace: BarkerEditor | null | undefined;

  private readonly box = new DraftBox(this);
  private pressedOn: EventTarget | null = null;

  // A new bark.
  begin(): void {
    this.write({ kind: 'new' });
  }

  reply(bark: Bark): void {
    this.write({ kind: 'reply', id: bark.id, to: bark.author, bark });
  }

  edit(id: string, original: string): void {
    this.write({ kind: 'edit', id, original });
  }

  // A text that was taken back, to be written again. What is being written stays above it.
  beginWith(
    words: string,
    pictures: ReadonlyArray<{ readonly id: string; readonly alt: string }>,
    inReplyTo?: string,
    username = '',
    name = '',
  ): void {
    const purpose: Purpose = inReplyTo
      ? { kind: 'reply', id: inReplyTo, to: { username, name } }
      : { kind: 'new' };
    const draft = this.draftFor(purpose);
    draft.write([draft.text.trimEnd(), words].filter((part) => part).join('\n\n'));
    draft.show([...draft.pictures, ...pictures.map((picture) => ({ ...picture, key: picture.id, problem: '' }))]);
    // What was asked before the text was taken back still closes, and gives the focus to where it was.
    setTimeout(() => this.write(purpose).toEnd());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.purpose = undefined;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      ${this.tucked || !this.account
        ? nothing
        : html`<div class="composer-place">${this.editor(this.ofPlace(), false)}</div>`}
      <dialog
        class="dialog composer-dialog"
        aria-label=${this.purpose ? this.wording(this.purpose).title : nothing}
        @pointerdown=${this.onPress}
        @click=${this.onClick}
        @close=${this.onClose}
      >
        ${this.purpose ? this.editor(this.purpose, true) : nothing}
      </dialog>
    `;
  }

  private editor(purpose: Purpose, inDialog: boolean): TemplateResult {
    return html`
      <barker-editor
        .draft=${this.draftFor(purpose)}
        .me=${{ username: this.account, name: this.name, avatar: this.avatar }}
        .wording=${this.wording(purpose)}
        .whoBegins=${this.whoBegins}
        .limit=${this.limit}
        .pointsLimit=${this.pointsLimit}
        .otherDrafts=${purpose.kind === 'edit' ? 0 : this.box.othersThan(this.draftFor(purpose))}
        .small=${!inDialog && purpose.kind === 'reply'}
        .takesPictures=${purpose.kind !== 'edit'}
        .inDialog=${inDialog}
        .above=${purpose.kind === 'reply' && purpose.bark ? this.answered(purpose.bark) : nothing}
        @focusin=${this.box.look}
        @drafts=${() => void this.box.list(this.draftFor(purpose), (key) => void this.openDraft(key))}
        @send=${() => this.send(purpose)}
        @leave=${() => inDialog && this.dialog.close()}
      ></barker-editor>
    `;
  }

  private answered(bark: Bark): TemplateResult {
    return html`
      <div class="composer-answered">
        ${avatar(bark.author.username, bark.author.avatar)}
        <div>
          <b><bdi>${bark.author.name}</bdi></b> <span class="bark-handle">@${bark.author.username}</span>
          <div class="composer-answered-text">
            ${paragraphs([plainText(bark.segments)])} ${pictureCount(bark.media?.length)}
          </div>
        </div>
      </div>
    `;
  }

  private ofPlace(): Purpose {
    return this.replyTo
      ? { kind: 'reply', id: this.replyTo, to: { username: this.replyUsername, name: this.replyName } }
      : { kind: 'new' };
  }

  private wording(purpose: Purpose): Wording {
    switch (purpose.kind) {
      case 'new':
        return {
          title: text('client.composer.title'),
          name: text('client.composer.name'),
          placeholder: text('client.composer.placeholder', firstName(this.name || this.account)),
          send: text('client.composer.send'),
        };
      case 'reply':
        return {
          title: text('client.composer.reply.title', purpose.to.name),
          name: text('client.composer.reply.name'),
          placeholder: text('client.composer.reply.placeholder', firstName(purpose.to.name)),
          send: text('client.composer.reply.send'),
        };
      case 'edit':
        return {
          title: text('client.composer.edit.title'),
          name: text('client.composer.edit.name'),
          placeholder: '',
          send: text('client.composer.edit.send'),
        };
    }
  }

  private slotFor(purpose: Purpose): string {
    return purpose.kind === 'new' ? slot(this.account) : slot(this.account, purpose.kind, purpose.id);
  }

  private draftFor(purpose: Purpose): Draft {
    const slot = this.slotFor(purpose);
    switch (purpose.kind) {
      case 'new':
        return this.box.draft(slot);
      case 'reply':
        return this.box.draft(slot, purpose.id);
      case 'edit':
        return this.box.draftOf(slot, purpose.original);
    }
  }

  // One of those that are kept. What it answers may be gone: then it can become a bark of its own.
  private async openDraft(key: string): Promise<void> {
    const opened = await this.box.open(key);
    if (!opened) {
      return;
    }
    const { answered } = opened;
    const purpose: Purpose = answered
      ? { kind: 'reply', id: answered.id, to: answered.author, bark: answered }
      : { kind: 'new' };
    const draft = this.draftFor(purpose);
    if (await draft.goOnWith(opened.text, key)) {
      this.requestUpdate();
      this.write(purpose).toEnd();
      if (opened.isAnswer && !answered) {
        toast(text('client.drafts.answered-gone'), 'info');
      }
    } else {
      toast(draft.unsaved || text('client.offline'));
    }
  }

  // In the page where it has a place for this, else in the dialog.
  private write(purpose: Purpose): BarkerEditor {
    if (this.inPlace && this.slotFor(purpose) === this.slotFor(this.ofPlace())) {
      this.dialog.close();
      this.inPlace.begin();
      return this.inPlace;
    }
    this.purpose = purpose;
    this.performUpdate();
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    this.inDialog.begin();
    return this.inDialog;
  }

  private readonly whoBegins = (prefix: string): Promise<readonly Person[]> => this.$server.people(prefix);

  private send(purpose: Purpose): void {
    const draft = this.draftFor(purpose);
    if (purpose.kind === 'edit' && draft.isUnchanged) {
      this.dialog.close();
      return;
    }
    void draft.send(
      async (words, key, pictures) => {
        const answer = await this.deliver(purpose, words, key, pictures);
        if (answer.posted) {
          this.box.posted(key);
        }
        return answer;
      },
      () => this.sent(purpose),
    );
  }

  private deliver(
    purpose: Purpose,
    words: string,
    key: string,
    pictures: readonly DraftPicture[],
  ): Promise<Answer> {
    const shown = pictures.map(({ id, alt }) => `${id} ${alt}`);
    switch (purpose.kind) {
      case 'new':
        return this.$server.post(words, key, ...shown);
      case 'reply':
        return this.$server.answer(words, key, purpose.id, ...shown);
      case 'edit':
        return this.$server.edit(words, purpose.id);
    }
  }

  private sent(purpose: Purpose): void {
    const said = text(
      { new: 'client.composer.posted', reply: 'client.composer.reply.posted', edit: 'client.composer.edit.saved' }[
        purpose.kind
      ],
    );
    const slot = this.slotFor(purpose);
    if (this.inPlace && slot === this.slotFor(this.ofPlace())) {
      this.inPlace.sent(said);
      return;
    }
    this.box.forget(slot);
    if (this.purpose && this.slotFor(this.purpose) === slot) {
      this.dialog.close();
    }
    toast(said, 'done');
  }

  private readonly onPress = (event: Event): void => {
    this.pressedOn = event.target;
  };

  // Beside the dialog, which is its backdrop; not where a selection that began inside ends.
  private readonly onClick = (event: Event): void => {
    if (event.target === this.dialog && this.pressedOn === this.dialog) {
      this.dialog.close();
    }
  };

  // What is on its way is waited for. The rest is kept by itself, and a change may begin with other words next time.
  private readonly onClose = (): void => {
    if (this.purpose?.kind === 'edit' && !this.draftFor(this.purpose).sending) {
      this.box.forget(this.slotFor(this.purpose));
    }
    this.purpose = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-composer': BarkerComposer;
  }
}
