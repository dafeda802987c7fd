import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from './avatar';
import type { Person } from './bark';
import { browserLocale } from './browser-locale';
import { icon } from './icons';

// Words, or a name and whose it is.
export type Piece = string | readonly [string, string?];

export interface Line {
  readonly person: Person;
  readonly words: readonly Piece[];
  readonly said: string;
  readonly note: string;
  readonly href: string;
}

export interface Words {
  readonly title: string;
  readonly since: string;
  readonly end: string;
  readonly all: string;
  readonly dismiss: string;
}

const WEEK = 6 * 24 * 60 * 60 * 1000;

export function catchUpCard(
  lines: readonly Line[],
  since: Date,
  words: Words,
  dismiss: () => void,
): TemplateResult {
  return html`
    <section class="catch-up" aria-labelledby="catch-up">
      <div class="catch-up-head">
        <h2 id="catch-up">${words.title}</h2>
        <button type="button" class="icon-button" aria-label=${words.dismiss} title=${words.dismiss} @click=${dismiss}>
          ${icon('x')}
        </button>
      </div>
      <p class="small">${words.since.replace('{0}', when(since))}</p>
      <ul>
        ${lines.map(
          (line) => html`
            <li>
              ${avatar(line.person.username, line.person.avatar)}
              <a href=${line.href}>
                ${line.words.map(piece)}${line.said ? html`: <q>${line.said}</q>` : nothing}
                ${line.note ? html`<span class="catch-up-note">${line.note}</span>` : nothing}
              </a>
            </li>
          `,
        )}
      </ul>
      <p class="small">${words.end}</p>
      <a class="button small" href="/notifications">${words.all}</a>
    </section>
  `;
}

function piece(words: Piece): TemplateResult | string {
  return typeof words === 'string' ? words : html`<b><bdi>${words[0]}</bdi></b>`;
}

function when(since: Date): string {
  const isThisWeek = Date.now() - since.getTime() < WEEK;
  return new Intl.DateTimeFormat(browserLocale, {
    ...(isThisWeek ? { weekday: 'long' } : { day: 'numeric', month: 'long' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(since);
}
