import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { avatar } from './avatar';
import { isConnected, watchConnection } from './connection';
import { counterRing, leftInWords } from './counter-ring';
import { characters, codePoints } from './count';
import { icon } from './icons';
import { forget, keep, recall } from './local-copy';
import { Overlay } from './overlay';
import { newPostKey } from './post-key';
import { text } from './texts';
import { within } from './within';

interface Answer {
  readonly posted: boolean;
  readonly why?: string;
}

interface Server {
  post(text: string, key: string): Promise<Answer>;
}

const PATIENCE = 20_000;
const LINES = 10;
const growsByItself = CSS.supports('field-sizing', 'content');
const phone = matchMedia('(width <= 800px)');

@customElement('barker-composer')
export class BarkerComposer extends LitElement {
  declare $server: Server;

  @property() account = '';
  @property({ type: Number }) limit = 280;
  @property({ type: Number, attribute: 'points-limit' }) pointsLimit = 1120;

  @state() private draft = '';
  @state() private sending = false;
  @state() private connected = true;
  @state() private expanded = false;
  @state() private problem = '';
  @state() private said = '';

  @query('textarea') private area!: HTMLTextAreaElement;
  @query('.composer') private box!: HTMLElement;

  private key = '';
  // A send without an answer: the server may have it, under this key and with these words.
  private unanswered: { readonly key: string; readonly text: string } | undefined;
  private attempt = 0;
  private urgency = 0;
  private origin: HTMLElement | undefined;
  private unwatch: (() => void) | undefined;
  private readonly overlay = new Overlay(this);

  begin(): void {
    const focused = document.activeElement;
    this.origin = focused instanceof HTMLElement && focused !== document.body ? focused : undefined;
    this.area.focus();
    this.expand();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchConnection(this.onConnection);
    this.connected = isConnected();
    phone.addEventListener('change', this.onWidth);
  }

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
    if (changed.has('account') && this.account) {
      const copy = recall(this.account);
      this.draft = copy?.text ?? '';
      this.key = copy?.key ?? '';
      // It may have been on the way when the page was left, or stand in a copied tab too.
      this.unanswered = copy && { key: copy.key, text: copy.text.trim() };
    }
    if (changed.has('draft') || changed.has('limit')) {
      this.sayWhenShort();
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('draft')) {
      this.grow();
    }
  }

  protected override render(): TemplateResult {
    const left = this.left();
    const trouble = this.problem || (this.connected ? '' : text('client.composer.lost'));
    return html`
      <div
        class="composer ${this.expanded ? 'is-expanded' : ''}"
        role=${this.expanded ? 'dialog' : 'group'}
        aria-modal=${this.expanded ? 'true' : nothing}
        aria-label=${text('client.composer.title')}
        tabindex="-1"
        @keydown=${this.onKey}
      >
        <div class="composer-bar">
          <button type="button" class="icon-button" aria-label=${text('client.composer.close')} @click=${this.collapse}>
            ${icon('x')}
          </button>
        </div>
        ${avatar(this.account)}
        <textarea
          class="composer-text"
          rows="2"
          dir="auto"
          aria-label=${text('client.composer.name')}
          aria-describedby=${trouble ? 'composer-trouble' : nothing}
          aria-invalid=${this.problem ? 'true' : nothing}
          placeholder=${text('client.composer.placeholder', this.account)}
          .value=${this.draft}
          ?readonly=${this.sending}
          @input=${this.onInput}
          @focus=${this.expand}
        ></textarea>
        <div class="composer-trouble" id="composer-trouble">
          <div role="alert">
            ${this.problem ? html`<p class="help err">${icon('circle-alert')}<span>${this.problem}</span></p>` : nothing}
          </div>
          <div role="status">
            ${trouble && !this.problem
              ? html`<p class="help warn">${icon('cloud-off')}<span>${trouble}</span></p>`
              : nothing}
          </div>
        </div>
        <div class="composer-foot">
          ${counterRing(left, this.limit)}
          <button
            class="button primary composer-send"
            type="button"
            ?disabled=${left < 0}
            aria-busy=${this.sending ? 'true' : nothing}
            @click=${this.send}
          >
            <span class="button-label">${text('client.composer.send')}</span>
            ${this.sending
              ? html`<span class="spinner" data-word=${text('client.loading')} aria-hidden="true"></span>`
              : nothing}
          </button>
        </div>
        <div class="hidden-text" role="status">${this.said}</div>
      </div>
    `;
  }

  private left(): number {
    const trimmed = this.draft.trim();
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

  private grow(): void {
    if (growsByItself || !this.area) {
      return;
    }
    this.area.rows = 2;
    while (this.area.rows < LINES && this.area.scrollHeight > this.area.clientHeight) {
      this.area.rows++;
    }
  }

  private write(draft: string): void {
    this.draft = draft;
    if (!draft.trim()) {
      this.key = '';
      this.unanswered = undefined;
      forget(this.account);
      return;
    }
    // Other words than the ones on the way are another bark; the old key would swallow them.
    const changedOnTheWay = this.unanswered?.key === this.key && this.unanswered.text !== draft.trim();
    if (!this.key || changedOnTheWay) {
      this.key = newPostKey();
    }
    keep(this.account, { text: draft, key: this.key });
  }

  private readonly onInput = (): void => {
    this.problem = '';
    this.write(this.area.value);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      void this.send();
    } else if (event.key === 'Escape' && this.expanded && !event.isComposing) {
      event.preventDefault();
      this.collapse();
    }
  };

  private readonly send = async (): Promise<void> => {
    if (this.sending || this.left() < 0) {
      return;
    }
    const words = this.draft.trim();
    if (!words) {
      this.problem = text('client.composer.empty');
      this.area.focus();
      return;
    }
    if (!isConnected()) {
      this.problem = text('client.composer.offline');
      return;
    }
    const key = this.key;
    const attempt = ++this.attempt;
    this.problem = '';
    this.said = '';
    this.sending = true;
    this.unanswered = { key, text: words };
    try {
      const answer = this.$server.post(words, key);
      // After the patience is over the answer still counts when it comes.
      answer.then((late) => this.settle(late, key), () => undefined);
      await within(answer, PATIENCE);
    } catch {
      if (attempt === this.attempt) {
        this.problem = text(isConnected() ? 'client.composer.unsent' : 'client.composer.offline');
      }
    } finally {
      if (attempt === this.attempt) {
        this.sending = false;
      }
    }
  };

  private settle(answer: Answer, key: string): void {
    if (this.key !== key) {
      return;
    }
    this.attempt++;
    this.sending = false;
    this.unanswered = undefined;
    if (!answer.posted) {
      this.problem = answer.why || text('client.composer.unsent');
      return;
    }
    this.problem = '';
    this.write('');
    this.said = text('client.composer.posted');
    this.collapse();
  }

  private readonly onConnection = (connected: boolean): void => {
    if (connected && !this.connected && this.problem === text('client.composer.offline')) {
      this.problem = '';
    }
    this.connected = connected;
  };

  private readonly onWidth = (): void => {
    if (!phone.matches) {
      this.collapse();
    }
  };

  private readonly expand = (): void => {
    if (phone.matches && !this.expanded) {
      this.expanded = true;
      this.overlay.open();
    }
  };

  private readonly collapse = (): void => {
    if (!this.expanded) {
      return;
    }
    this.expanded = false;
    this.overlay.close();
    // Not the text area: focus there would open the dialog again.
    const back = this.origin?.isConnected && this.origin !== this.area ? this.origin : this.box;
    this.origin = undefined;
    back.focus({ preventScroll: true });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-composer': BarkerComposer;
  }
}
