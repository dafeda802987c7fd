import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { icon } from './icons';
import { text } from './texts';
import { timeInSentence } from './when';

type Choice = 'hour' | 'tomorrow' | 'week' | 'own';

const CHOICES: readonly Choice[] = ['hour', 'tomorrow', 'week', 'own'];

const HOUR = 3_600_000;
// When a day begins on which one wants to be reminded of something.
const MORNING = 9;

// In the time of the one who asks, also where the clocks change in between.
export function timeOf(choice: Exclude<Choice, 'own'>, now: Date): Date {
  if (choice === 'hour') {
    return new Date(now.getTime() + HOUR);
  }
  const daysUntilMonday = (8 - now.getDay()) % 7 || 7;
  const days = choice === 'tomorrow' ? 1 : daysUntilMonday;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}

// As a field for date and time has it.
function fieldValue(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

// Asks when somebody wants to be reminded.
@customElement('barker-remind')
export class BarkerRemind extends LitElement {
  @state() private choice: Choice = 'hour';
  @state() private now = new Date();
  @state() private trouble = '';

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input[type=datetime-local]') private field!: HTMLInputElement;

  private answer: (at: Date | undefined) => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  open(): Promise<Date | undefined> {
    this.choice = 'hour';
    this.trouble = '';
    this.now = new Date();
    this.performUpdate();
    this.dialog.showModal();
    return new Promise((resolve) => (this.answer = resolve));
  }

  protected override render(): TemplateResult {
    return html`
      <dialog class="dialog remind" aria-labelledby="remind-title" @click=${this.onClick} @close=${this.onClose}>
        <form @submit=${this.onSubmit} novalidate>
          <div class="dialog-head">
            <h2 id="remind-title">${text('client.remind.title')}</h2>
            <button
              type="button"
              class="icon-button"
              aria-label=${text('client.remind.close')}
              title=${text('client.remind.close')}
              @click=${() => this.dialog.close()}
            >
              ${icon('x')}
            </button>
          </div>
          <fieldset class="remind-choices">
            <legend class="hidden-text">${text('client.remind.title')}</legend>
            ${CHOICES.map((choice) => this.option(choice))}
          </fieldset>
          <div class="remind-own" ?hidden=${this.choice !== 'own'}>
            <input
              type="datetime-local"
              aria-label=${text('client.remind.when')}
              aria-invalid=${this.trouble ? 'true' : nothing}
              aria-describedby="remind-trouble"
              min=${fieldValue(this.now)}
              value=${fieldValue(timeOf('tomorrow', this.now))}
            />
            <p id="remind-trouble" class="small remind-trouble" role="alert">${this.trouble}</p>
          </div>
          <div class="actions">
            <button type="button" class="button" @click=${() => this.dialog.close()}>${text('client.remind.cancel')}</button>
            <button type="submit" class="button primary">${text('client.remind.yes')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private option(choice: Choice): TemplateResult {
    return html`
      <label>
        <input
          type="radio"
          name="remind"
          .checked=${this.choice === choice}
          @change=${() => (this.choice = choice)}
        />
        <span>${text(`client.remind.${choice}`)}</span>
        ${choice === 'own'
          ? nothing
          : html`<span class="small muted">${timeInSentence(timeOf(choice, this.now), this.now)}</span>`}
      </label>
    `;
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const at = this.choice === 'own' ? new Date(this.field.value) : timeOf(this.choice, new Date());
    if (!(at.getTime() > Date.now())) {
      this.trouble = text('client.remind.past');
      this.field.focus();
      return;
    }
    const { answer } = this;
    this.answer = () => undefined;
    this.dialog.close();
    answer(at);
  };

  // Beside the dialog, which is its backdrop.
  private readonly onClick = (event: Event): void => {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  };

  private readonly onClose = (): void => {
    this.answer(undefined);
    this.answer = () => undefined;
  };
}

// The one of the page. Resolves to nothing where somebody does not want to be reminded after all.
export function askWhen(): Promise<Date | undefined> {
  const question = document.querySelector('barker-remind') ?? document.body.appendChild(new BarkerRemind());
  return question.open();
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-remind': BarkerRemind;
  }
}
