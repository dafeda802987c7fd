import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { avatar } from './avatar';
import type { Person } from './bark';
import { isConnected, watchConnection } from './connection';
import { counterRing, leftInWords } from './counter-ring';
import { characters, codePoints } from './count';
import type { Draft } from './draft';
import { icon } from './icons';
import { NameCompletion, type WhoBegins } from './name-completion';
import { Overlay } from './overlay';
import { afterPress } from './press';
import { plural, text } from './texts';

const LINES = 10;
const growsByItself = CSS.supports('field-sizing', 'content');
const phone = matchMedia('(width <= 800px)');

// What is written here, in words.
export interface Wording {
  readonly title: string;
  readonly name: string;
  readonly placeholder: string;
  readonly send: string;
}

let editors = 0;

// The field that a text is written in, with what belongs to it. Where it stands in a page, it covers a phone's screen while it
// is written in.
@customElement('barker-editor')
export class BarkerEditor extends LitElement {
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) whoBegins!: WhoBegins;
  @property({ type: Number }) limit = 280;
  @property({ type: Number }) pointsLimit = 1120;
  // How many more wait to be finished.
  @property({ type: Number }) otherDrafts = 0;
  @property({ type: Boolean }) takesPictures = false;
  // One line until somebody writes in it.
  @property({ type: Boolean }) small = false;
  @property({ type: Boolean }) inDialog = false;
  // Above the field: what is answered.
  @property({ attribute: false }) above: TemplateResult | typeof nothing = nothing;

  @state() private connected = true;
  @state() private expanded = false;
  @state() private inUse = false;
  @state() private said = '';
  @state() private isDroppedOn = false;

  @query('textarea') private area!: HTMLTextAreaElement;
  @query('.composer') private box!: HTMLElement;

  private urgency = 0;
  private isKnownAsSaved = false;
  private origin: HTMLElement | undefined;
  private unwatch: (() => void) | undefined;
  private readonly number = ++editors;
  private readonly overlay = new Overlay(this);
  private readonly names = new NameCompletion(
    this,
    () => this.area,
    (prefix) => this.whoBegins(prefix),
    (words) => this.draft.write(words),
  );

  // Within the press that asked for it, or phones do not open the keyboard.
  begin(): void {
    const focused = document.activeElement;
    this.origin = focused instanceof HTMLElement && focused !== document.body ? focused : undefined;
    this.performUpdate();
    this.area.focus();
    this.expand();
  }

  toEnd(): void {
    this.performUpdate();
    this.area.setSelectionRange(this.area.value.length, this.area.value.length);
    this.area.scrollTop = this.area.scrollHeight;
  }

  // When the text is on its way into the world.
  sent(said: string): void {
    this.said = said;
    this.collapse();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchConnection(this.onConnection);
    this.connected = isConnected();
    phone.addEventListener('change', this.onWidth);
  }

  // Closes up only when the press that took the focus is over: what is below would move away from under it.
  private readonly onFocusOut = (): void => {
    afterPress(() => (this.inUse = this.contains(document.activeElement)));
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    phone.removeEventListener('change', this.onWidth);
    this.overlay.close();
    this.expanded = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('draft')) {
      this.draft.changed = () => this.requestUpdate();
      this.isKnownAsSaved = this.draft.isSaved;
    }
    if (this.draft.pictures.length > 0) {
      // Whoever shows nothing needs none of it.
      import('./barker-pictures').catch(() => this.draft.say(text('client.offline')));
    }
    this.sayWhenShort();
    this.sayWhenSaved();
  }

  protected override updated(): void {
    this.grow();
  }

  protected override render(): TemplateResult {
    const { draft, wording } = this;
    const left = this.left();
    const trouble = draft.problem || (this.connected ? draft.unsaved : text('client.composer.lost'));
    const isSmall = this.small && draft.isEmpty && !this.expanded;
    const isClosable = this.expanded || this.inDialog;
    return html`
      <div
        class="composer ${isSmall ? 'is-small' : ''} ${this.inUse ? 'is-in-use' : ''} ${this.expanded ? 'is-expanded' : ''} ${this.inDialog ? 'is-in-dialog' : ''} ${this.isDroppedOn ? 'is-dropped-on' : ''}"
        role=${this.expanded ? 'dialog' : 'group'}
        aria-modal=${this.expanded ? 'true' : nothing}
        aria-label=${wording.title}
        tabindex="-1"
        @keydown=${this.onKey}
        @focusin=${() => (this.inUse = true)}
        @focusout=${this.onFocusOut}
        @dragover=${this.onDrag}
        @dragleave=${this.onDrag}
        @drop=${this.onDrop}
      >
        ${isClosable ? this.bar() : nothing} ${this.above} ${avatar(this.me.username, this.me.avatar)}
        <textarea
          class="composer-text"
          rows="2"
          dir="auto"
          role=${this.names.isOpen ? 'combobox' : nothing}
          aria-label=${wording.name}
          aria-describedby=${trouble ? `trouble-${this.number}` : nothing}
          aria-invalid=${draft.problem ? 'true' : nothing}
          aria-autocomplete=${this.names.isOpen ? 'list' : nothing}
          aria-haspopup=${this.names.isOpen ? 'listbox' : nothing}
          aria-expanded=${this.names.isOpen ? 'true' : nothing}
          aria-controls=${this.names.isOpen ? this.names.id : nothing}
          aria-activedescendant=${this.names.isOpen ? this.names.activeId : nothing}
          placeholder=${wording.placeholder}
          .value=${live(draft.text)}
          ?readonly=${draft.sending}
          @input=${this.onInput}
          @keyup=${this.onCaret}
          @click=${this.onCaret}
          @focus=${this.expand}
          @blur=${this.onBlur}
          @paste=${this.onPaste}
        ></textarea>
        ${this.names.render()}
        <div class="composer-trouble" id="trouble-${this.number}">
          ${draft.pictures.length > 0
            ? html`
                <barker-pictures
                  .draft=${draft}
                  .pictures=${draft.pictures}
                  .isAsking=${draft.isAskedToDescribe}
                ></barker-pictures>
              `
            : nothing}
          <div role="alert">
            ${draft.problem
              ? html`<p class="help err">${icon('circle-alert')}<span>${draft.problem}</span></p>`
              : nothing}
          </div>
          <div role="status">
            ${trouble && !draft.problem
              ? html`<p class="help warn">${icon('cloud-off')}<span>${trouble}</span></p>`
              : nothing}
            ${quotesABark(draft.text)
              ? html`<p class="help">${icon('message-circle')}<span>${text('client.composer.quotes')}</span></p>`
              : nothing}
          </div>
        </div>
        <div class="composer-foot">
          ${this.takesPictures
            ? html`
                <button
                  type="button"
                  class="icon-button composer-attach"
                  aria-label=${text('client.pictures.add')}
                  title=${text('client.pictures.add')}
                  ?disabled=${draft.sending}
                  @click=${this.choose}
                >
                  ${icon('image')}
                </button>
                <input type="file" accept="image/png,image/jpeg,image/gif" multiple hidden @change=${this.onChosen} />
              `
            : nothing}
          ${this.otherDrafts > 0
            ? html`
                <button type="button" class="composer-drafts" @click=${() => this.dispatchEvent(new CustomEvent('drafts'))}>
                  ${plural('client.drafts.count', this.otherDrafts)}
                </button>
              `
            : nothing}
          <span class="composer-saved">${draft.isSaved && !draft.isBlank ? text('client.drafts.saved') : nothing}</span>
          ${counterRing(left, this.limit)}
          <button
            class="button primary composer-send"
            type="button"
            ?disabled=${left < 0 || isSmall}
            aria-busy=${draft.sending ? 'true' : nothing}
            @click=${this.send}
          >
            <span class="button-label">${wording.send}</span>
            ${draft.sending
              ? html`<span class="spinner" data-word=${text('client.loading')} aria-hidden="true"></span>`
              : nothing}
          </button>
        </div>
        <div class="hidden-text" role="status">${this.said}</div>
      </div>
    `;
  }

  private bar(): TemplateResult {
    return html`
      <div class="composer-bar">
        ${this.inDialog ? html`<h2>${this.wording.title}</h2>` : nothing}
        <button
          type="button"
          class="icon-button"
          aria-label=${text('client.composer.close')}
          title=${text('client.composer.close')}
          @click=${this.leave}
        >
          ${icon('x')}
        </button>
      </div>
    `;
  }

  private left(): number {
    const trimmed = this.draft.text.trim();
    return Math.min(this.limit - characters(trimmed), this.pointsLimit - codePoints(trimmed));
  }

  private sayWhenShort(): void {
    const left = this.left();
    const urgency = left < 0 ? 5 : [0, 10, 20, 40].filter((mark) => left <= mark).length;
    if (urgency > this.urgency || (this.urgency === 5 && urgency < 5)) {
      this.said = leftInWords(left);
    }
    this.urgency = urgency;
  }

  // Once for a text: the keys rest more often than anybody wants to hear of it.
  private sayWhenSaved(): void {
    if (this.draft.isSaved && !this.isKnownAsSaved) {
      this.said = text('client.drafts.is-saved');
    }
    this.isKnownAsSaved = !this.draft.isBlank && (this.isKnownAsSaved || this.draft.isSaved);
  }

  private grow(): void {
    if (growsByItself) {
      return;
    }
    this.area.rows = 2;
    while (this.area.rows < LINES && this.area.scrollHeight > this.area.clientHeight) {
      this.area.rows++;
    }
  }

  private readonly onInput = (): void => {
    this.draft.write(this.area.value);
    this.names.look();
  };

  private readonly onCaret = (): void => this.names.look();

  private readonly onBlur = (event: FocusEvent): void => {
    this.names.close();
    if (!this.contains(event.relatedTarget as Node | null)) {
      void this.draft.save();
    }
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.target === this.area && this.names.onKey(event)) {
      event.stopPropagation();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'Escape' && (this.expanded || this.inDialog) && !event.isComposing) {
      event.preventDefault();
      this.leave();
    }
  };

  private readonly send = (): void => {
    if (this.draft.sending || this.left() < 0) {
      return;
    }
    this.said = '';
    const waiting = this.draft.pictures.find(({ id }) => !id);
    if (this.draft.isEmpty) {
      this.draft.say(text('client.composer.empty'));
      this.area.focus();
    } else if (waiting) {
      this.draft.say(text(waiting.problem ? 'client.pictures.not-taken' : 'client.pictures.on-their-way'));
    } else if (!this.draft.isAskedToDescribe && this.draft.pictures.some(({ alt }) => !alt.trim())) {
      this.draft.askToDescribe();
    } else if (isConnected()) {
      this.dispatchEvent(new CustomEvent('send'));
    } else {
      this.draft.say(text('client.composer.offline'));
    }
  };

  private readonly choose = (): void => this.querySelector<HTMLInputElement>('input[type=file]')?.click();

  private readonly onChosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.take([...(input.files ?? [])]);
    // Else the same one could not be chosen again.
    input.value = '';
  };

  // Words that come with a picture of themselves are pasted as words.
  private readonly onPaste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0 && this.takesPictures && !event.clipboardData?.types.includes('text/plain')) {
      event.preventDefault();
      this.take(files);
    }
  };

  private readonly onDrag = (event: DragEvent): void => {
    const isTaken = this.takesPictures && (event.dataTransfer?.types.includes('Files') ?? false);
    this.isDroppedOn = isTaken && event.type === 'dragover';
    if (isTaken) {
      event.preventDefault();
    }
  };

  private readonly onDrop = (event: DragEvent): void => {
    this.onDrag(event);
    if (event.defaultPrevented) {
      this.take([...event.dataTransfer!.files]);
    }
  };

  private take(files: readonly File[]): void {
    if (files.length === 0 || this.draft.sending) {
      return;
    }
    this.inUse = true;
    import('./barker-pictures').then(
      ({ addPictures }) => addPictures(this.draft, files),
      () => this.draft.say(text('client.offline')),
    );
  }

  private readonly onConnection = (connected: boolean): void => {
    if (connected && !this.connected && this.draft.problem === text('client.composer.offline')) {
      this.draft.say('');
    }
    this.connected = connected;
  };

  private readonly onWidth = (): void => {
    if (!phone.matches) {
      this.collapse();
    }
  };

  private readonly leave = (): void => {
    this.names.close();
    this.collapse();
    this.dispatchEvent(new CustomEvent('leave'));
  };

  private readonly expand = (): void => {
    if (phone.matches && !this.expanded && !this.inDialog) {
      this.expanded = true;
      this.overlay.open();
    }
  };

  private collapse(): void {
    if (!this.expanded) {
      return;
    }
    this.expanded = false;
    this.overlay.close();
    // Not the text area: focus there would open the dialog again.
    const back = this.origin?.isConnected && this.origin !== this.area ? this.origin : this.box;
    this.origin = undefined;
    back.focus({ preventScroll: true });
  }
}

// Pasting the address of a bark shows it below the text.
function quotesABark(words: string): boolean {
  return words
    .split(`${location.origin}/barks/`)
    .slice(1)
    .some((rest) => /^\d/u.test(rest));
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-editor': BarkerEditor;
  }
}
