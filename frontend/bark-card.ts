import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from './avatar';
import { icon } from './icons';
import { text } from './texts';
import { exactTime, relativeTime } from './when';

export interface Bark {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly text: string;
  readonly at: string;
  readonly mine: boolean;
}

export interface BarkCardOptions {
  readonly position: number;
  readonly now: Date;
  readonly menuOpen: boolean;
}

export function barkCard(bark: Bark, { position, now, menuOpen }: BarkCardOptions): TemplateResult {
  const at = new Date(bark.at);
  const age = relativeTime(at, now);
  return html`
    <article
      class="bark"
      data-id=${bark.id}
      tabindex="0"
      aria-label=${text('client.bark.name', bark.name, age)}
      aria-posinset=${position}
      aria-setsize="-1"
    >
      ${avatar(bark.username)}
      <div class="bark-body">
        <div class="bark-head">
          <b><bdi>${bark.name}</bdi></b>
          <span class="bark-handle">@${bark.username}</span>
          <span class="bark-dot" aria-hidden="true">·</span>
          <time datetime=${bark.at} title=${exactTime(at)}>${age}</time>
          ${bark.mine
            ? html`<button
                type="button"
                class="icon-button bark-more"
                aria-label=${text('client.bark.more')}
                title=${text('client.bark.more')}
                aria-haspopup="menu"
                aria-expanded=${menuOpen ? 'true' : 'false'}
              >
                ${icon('ellipsis')}
              </button>`
            : nothing}
        </div>
        <p class="bark-text" dir="auto">${bark.text}</p>
      </div>
    </article>
  `;
}
