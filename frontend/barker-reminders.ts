import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { avatar } from './avatar';
import { barkPath, type Person } from './bark';
import { text, plural } from './texts';
import { timeInSentence } from './when';

interface Reminder {
  readonly id: string;
  readonly at: string;
  readonly isTold?: boolean;
  readonly author: Person;
  readonly words: string;
}

// Of which barks somebody wants to be reminded: those whose time has come, until they are seen, and below those that wait.
@customElement('barker-reminders')
export class BarkerReminders extends LitElement {
  declare $server: { forget(id: string): void };

  @state() private reminders: readonly Reminder[] = [];

  private pressed: number | undefined;

  show(reminders: readonly Reminder[]): void {
    this.reminders = reminders;
    if (this.pressed !== undefined) {
      const index = this.pressed;
      this.pressed = undefined;
      void this.updateComplete.then(() => this.settleFocus(index));
    }
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const told = this.reminders.filter(({ isTold }) => isTold);
    const waiting = this.reminders.filter(({ isTold }) => !isTold);
    return html`
      ${told.length > 0
        ? html`
            <section class="reminders is-told" aria-label=${text('client.reminders.told')}>
              <h2>${text('client.reminders.told')}</h2>
              ${this.rows(told)}
            </section>
          `
        : nothing}
      ${waiting.length > 0
        ? html`
            <details class="reminders">
              <summary>${plural('client.reminders.waiting', waiting.length)}</summary>
              ${this.rows(waiting)}
            </details>
          `
        : nothing}
    `;
  }

  private rows(reminders: readonly Reminder[]): TemplateResult {
    return html`<ul>${repeat(reminders, ({ id }) => id, (reminder) => this.row(reminder))}</ul>`;
  }

  private row({ id, at, isTold, author, words }: Reminder): TemplateResult {
    return html`
      <li>
        ${avatar(author.username, author.avatar)}
        <a href=${barkPath(id)}>
          <b><bdi>${author.name}</bdi></b>
          <span dir="auto">${words}</span>
          <time class="small muted" datetime=${at}>${timeInSentence(new Date(at), new Date())}</time>
        </a>
        <button type="button" class="button small" @click=${() => this.forget(id)}>
          <span>${text(isTold ? 'client.reminders.seen' : 'client.reminders.cancel')}</span>
          <span class="hidden-text">${author.name}: ${words}</span>
        </button>
      </li>
    `;
  }

  private forget(id: string): void {
    this.pressed = this.buttons().findIndex((button) => button === document.activeElement);
    this.$server.forget(id);
  }

  private buttons(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('li .button')];
  }

  // The pressed button leaves with its row.
  private settleFocus(index: number): void {
    const buttons = this.buttons();
    const next = buttons[Math.min(Math.max(index, 0), buttons.length - 1)];
    (next ?? document.querySelector<HTMLElement>('#main'))?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-reminders': BarkerReminders;
  }
}
