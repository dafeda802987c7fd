import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { text } from './texts';
import { clock, sessionRing } from './session-ring';

const SAID_AGAIN_AT = 30;

// Asks before a session ends. Its countdown is no live region: a screen reader says it at the start and once more.
@customElement('barker-still-there')
export class BarkerStillThere extends LitElement {
  @property({ attribute: false }) stay: () => void = () => undefined;
  @property({ attribute: false }) leave: () => void = () => undefined;

  @state() private end = 0;
  @state() private whole = 1;
  @state() private final = false;
  @state() private now = 0;

  @query('dialog') private dialog!: HTMLDialogElement;

  private timer: ReturnType<typeof setInterval> | undefined;

  get isOpen(): boolean {
    return this.timer !== undefined;
  }

  // A final end comes whatever is done: there is nothing to stay for.
  ask(end: number, whole: number, final: boolean): void {
    this.end = end;
    this.whole = whole;
    this.final = final;
    this.now = Date.now();
    this.performUpdate();
    if (!this.isOpen) {
      this.timer = setInterval(() => {
        this.now = Date.now();
      }, 1_000);
      this.dialog.showModal();
    }
  }

  close(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    if (this.hasUpdated) {
      this.dialog.close();
    }
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const left = Math.max(0, this.end - this.now);
    const seconds = Math.ceil(left / 1_000);
    return html`
      <dialog
        class="dialog still-there"
        role="alertdialog"
        aria-labelledby="still-there-title"
        aria-describedby="still-there-words"
        @cancel=${this.onCancel}
      >
        <div class="still-there-body">
          ${sessionRing(left, this.whole, clock(left), '')}
          <div>
            <h2 id="still-there-title">
              ${text(this.final ? 'client.session.final.title' : 'client.session.still.title')}
            </h2>
            <p id="still-there-words" class="muted">
              ${text(this.final ? 'client.session.final.text' : 'client.session.still.text')}
            </p>
          </div>
        </div>
        <p class="hidden-text" aria-live="assertive">
          ${seconds <= SAID_AGAIN_AT ? text('client.session.soon', SAID_AGAIN_AT) : nothing}
        </p>
        <div class="actions">
          <button type="button" class="button" @click=${this.leave}>${text('client.session.leave')}</button>
          <button type="button" class="button primary" autofocus @click=${this.stay}>
            ${text(this.final ? 'client.session.understood' : 'client.session.stay')}
          </button>
        </div>
      </dialog>
    `;
  }

  // Escape is an act of somebody who is there.
  private readonly onCancel = (event: Event): void => {
    event.preventDefault();
    this.stay();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-still-there': BarkerStillThere;
  }
}
