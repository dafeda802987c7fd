import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { avatar } from './avatar';
import './barker-follow';
import type { FollowAnswer } from './barker-follow';
import { profilePath } from './navigation';
import { searchField } from './search-field';
import { text } from './texts';

export interface Person {
  readonly username: string;
  readonly displayName: string;
  readonly avatar: string;
  readonly why: string;
}

// People whom one may want to follow: beside a page, or in place of a Home of one's own.
@customElement('barker-suggestions')
export class BarkerSuggestions extends LitElement {
  declare $server: { follow(username: string, on: boolean): Promise<FollowAnswer> };

  @property({ type: Boolean }) welcome = false;

  @state() private people: readonly Person[] = [];
  // From this list.
  @state() private followed: ReadonlySet<string> = new Set();

  show(people: readonly Person[]): void {
    this.people = people;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return this.welcome ? this.welcoming() : this.beside();
  }

  private welcoming(): TemplateResult {
    return html`
      <section class="welcome" aria-labelledby="welcome">
        <h2 id="welcome">${text('client.welcome.title')}</h2>
        <p role="status">${text(this.followed.size > 0 ? 'client.welcome.followed' : 'client.welcome.text')}</p>
        ${this.list()}
        ${this.followed.size > 0
          ? html`<a class="button primary" href="/">${text('client.welcome.show')}</a>`
          : nothing}
      </section>
    `;
  }

  private beside(): TemplateResult {
    return html`
      <aside aria-label=${text('client.rail.name')}>
        ${searchField(text('client.search.field'))}
        ${this.people.length > 0
          ? html`
              <section aria-labelledby="who-to-follow">
                <h2 id="who-to-follow">${text('client.suggestions.title')}</h2>
                ${this.list()}
              </section>
            `
          : nothing}
      </aside>
    `;
  }

  private async follow(username: string, on: boolean): Promise<FollowAnswer> {
    const answer = await this.$server.follow(username, on);
    if (answer.done) {
      this.followed = new Set(
        on ? [...this.followed, username] : [...this.followed].filter((other) => other !== username),
      );
    }
    return answer;
  }

  private list(): TemplateResult | typeof nothing {
    if (this.people.length === 0) {
      return nothing;
    }
    return html`<ul class="people">
      ${repeat(this.people, (person) => person.username, (person) => this.row(person))}
    </ul>`;
  }

  private row({ username, displayName, avatar: picture, why }: Person): TemplateResult {
    return html`
      <li class="person">
        ${avatar(username, picture)}
        <span class="person-names">
          <a href=${profilePath(username)}><bdi>${displayName}</bdi></a>
          <span>${why || `@${username}`}</span>
        </span>
        <barker-follow
          .username=${username}
          .name=${displayName}
          .ask=${(on: boolean) => this.follow(username, on)}
        ></barker-follow>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-suggestions': BarkerSuggestions;
  }
}
