import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { browserLocale } from './browser-locale';
import { grouped } from './fingerprint';
import { icon } from './icons';
import { text } from './texts';
import { exactTime } from './when';

interface Line {
  readonly at: string;
  readonly cause: string;
  // Empty where there was no session before.
  readonly was: string;
  readonly became: string;
}

const hour = new Intl.DateTimeFormat(browserLocale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

// When the session got a new id, and why; the newest first.
@customElement('barker-session-diary')
export class BarkerSessionDiary extends LitElement {
  @state() private lines: readonly Line[] = [];

  show(lines: readonly Line[]): void {
    this.lines = lines;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <ol class="diary">
        ${this.lines.map((line, index) => this.line(line, index === 0))}
      </ol>
    `;
  }

  private line(line: Line, now: boolean): TemplateResult {
    const at = new Date(line.at);
    return html`
      <li class=${now ? 'now' : ''}>
        <time class="muted small figures" datetime=${line.at} title=${exactTime(at)}>${hour.format(at)}</time>
        <span class="diary-dot"></span>
        <div>
          <h3>${text(`client.diary.${line.cause}`)}</h3>
          <p class="diary-swap">
            ${line.was
              ? html`
                  <s class="fingerprint">${grouped(line.was)}</s>${icon('arrow-right')}
                  <span class="hidden-text">${text('client.diary.became')}</span>
                `
              : nothing}
            <span class="fingerprint ${now ? 'now' : ''}">${grouped(line.became)}</span>
          </p>
          <p class="muted small">${text(`client.diary.${line.cause}.text`)}</p>
        </div>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-session-diary': BarkerSessionDiary;
  }
}
