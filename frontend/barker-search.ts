import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { avatar } from './avatar';
import type { Person } from './bark';
import { profilePath } from './navigation';
import { searchField } from './search-field';
import { text } from './texts';

const OPERATORS = ['from', 'tag', 'link', 'image', 'before', 'after', 'bookmarked', 'not', 'star'] as const;

// What one can write, the same in every language.
const EXAMPLES: Readonly<Record<(typeof OPERATORS)[number], string>> = {
  from: 'from:bella',
  tag: '#walk',
  link: 'has:link',
  image: 'has:image',
  before: 'before:2026-01-31',
  after: 'after:2026-01-31',
  bookmarked: 'is:bookmarked',
  not: '-word',
  star: 'rele*',
};

// The field, and what stands between it and the barks that were found.
@customElement('barker-search')
export class BarkerSearch extends LitElement {
  // Where it looks; empty on the page of the search itself.
  @property() within = '';

  @state() private typed = '';
  @state() private problem = '';
  @state() private people: readonly Person[] = [];

  show(typed: string, problem: string, people: readonly Person[]): void {
    this.typed = typed;
    this.problem = problem;
    this.people = people;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    if (this.within) {
      return searchField(text('client.search.bookmarks'), '', this.within);
    }
    return html`
      ${searchField(text('client.search.field'), this.typed)}
      <p class="search-problem" role="alert">${this.problem}</p>
      ${this.people.length > 0 ? this.found() : nothing}
      ${this.typed.trim() && !this.problem ? nothing : this.help()}
    `;
  }

  private found(): TemplateResult {
    return html`
      <section class="search-people" aria-labelledby="search-people">
        <h2 id="search-people">${text('client.search.people')}</h2>
        <ul>
          ${this.people.map(
            (person) => html`
              <li>
                <a href=${profilePath(person.username)}>
                  ${avatar(person.username, person.avatar)}
                  <b><bdi>${person.name}</bdi></b>
                  <span class="small muted">@${person.username}</span>
                </a>
              </li>
            `,
          )}
        </ul>
      </section>
    `;
  }

  private help(): TemplateResult {
    return html`
      <section class="search-help" aria-labelledby="search-help">
        <h2 id="search-help">${text('client.search.help')}</h2>
        <dl>
          ${OPERATORS.map(
            (operator) => html`
              <div>
                <dt><code>${EXAMPLES[operator]}</code></dt>
                <dd>${text(`client.search.help.${operator}`)}</dd>
              </div>
            `,
          )}
        </dl>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-search': BarkerSearch;
  }
}
