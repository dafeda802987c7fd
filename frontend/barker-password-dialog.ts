import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { avatar } from './avatar';
import './barker-note';
import { text } from './texts';

export interface Question {
  readonly title: string;
  readonly words: string;
  readonly account: string;
  readonly name: string;
  readonly picture: string;
  readonly yes: string;
  // Where it can be left for; without one it can be closed.
  readonly leave?: { readonly words: string; readonly go: () => void };
  // Says what is wrong; empty when all is well.
  readonly send: (password: string) => Promise<string>;
}

// Asks for the password of a person who is known. Closes itself when it was right.
@customElement('barker-password-dialog')
export class BarkerPasswordDialog extends LitElement {
  @state() private question: Question | undefined;
  @state() private problem = '';
  @state() private sending = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('#password-again') private field!: HTMLInputElement;
  @query('barker-note') private note!: HTMLElement | null;

  ask(question: Question): void {
    this.question = question;
    this.problem = '';
    this.performUpdate();
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    this.field.value = '';
    this.field.focus();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const question = this.question;
    if (!question) {
      return nothing;
    }
    return html`
      <dialog
        class="dialog password-dialog"
        aria-labelledby="password-title"
        aria-describedby="password-words"
        @cancel=${this.onCancel}
      >
        <h2 id="password-title">${question.title}</h2>
        <p id="password-words" class="muted">${question.words}</p>
        <form @submit=${this.onSubmit}>
          <div class="password-who">
            ${avatar(question.account, question.picture)}
            <span class="person-names"><b><bdi>${question.name}</bdi></b><span>@${question.account}</span></span>
            ${question.leave
              ? html`<button type="button" class="link" @click=${question.leave.go}>${question.leave.words}</button>`
              : nothing}
          </div>
          <input type="text" name="username" autocomplete="username" .value=${question.account} hidden />
          ${this.problem
            ? html`<barker-note kind="err" tabindex="-1"><p>${this.problem}</p></barker-note>`
            : nothing}
          <label for="password-again">${text('client.password.label')}</label>
          <input
            id="password-again"
            class="text-input"
            type="password"
            name="password"
            autocomplete="current-password"
            required
            maxlength="2048"
          />
          <div class="actions">
            ${question.leave
              ? nothing
              : html`
                  <button type="button" class="button" @click=${() => this.close()}>
                    ${text('client.password.cancel')}
                  </button>
                `}
            <button type="submit" class="button primary" aria-busy=${this.sending ? 'true' : nothing}>
              <span class="button-label">${question.yes}</span>
            </button>
          </div>
        </form>
      </dialog>
    `;
  }

  private close(): void {
    this.dialog.close();
    this.question = undefined;
  }

  private readonly onCancel = (event: Event): void => {
    if (this.question?.leave) {
      event.preventDefault();
    }
  };

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const question = this.question;
    if (!question || this.sending) {
      return;
    }
    this.sending = true;
    this.problem = '';
    try {
      const problem = await question.send(this.field.value);
      if (problem) {
        this.say(problem);
      } else {
        this.close();
      }
    } catch {
      this.say(text('client.offline'));
    } finally {
      this.sending = false;
    }
  };

  private say(problem: string): void {
    this.problem = problem;
    this.field.value = '';
    void this.updateComplete.then(() => this.note?.focus());
  }
}

let shared: BarkerPasswordDialog | undefined;

// One for the page: there is one person and one password.
export function askPassword(question: Question): void {
  shared ??= document.body.appendChild(document.createElement('barker-password-dialog'));
  shared.ask(question);
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-password-dialog': BarkerPasswordDialog;
  }
}
