import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from './avatar';
import { barkPath, type Bark, type Person, type Picture, type Quote } from './bark';
import { icon, type IconName } from './icons';
import { profilePath } from './navigation';
import { paragraphs, withoutAddressOf } from './rich-text';
import { fullNumber, plural, shortNumber, text } from './texts';
import { exactTime, relativeTime, threadTime } from './when';

export interface CardPlace {
  readonly key: string;
  readonly position: number;
  readonly now: Date;
  readonly menuOpen: boolean;
  readonly pinned?: boolean;
  // Lines that lead from and to a neighbour in a thread.
  readonly linked?: boolean;
  readonly linkedFrom?: boolean;
}

export function barkCard(bark: Bark, place: CardPlace): TemplateResult {
  const age = relativeTime(new Date(bark.at), place.now);
  return html`
    <article
      class="bark ${place.linked ? 'is-linked' : ''} ${place.linkedFrom ? 'is-linked-from' : ''}"
      data-key=${place.key}
      data-id=${bark.id}
      tabindex="0"
      aria-label=${text('client.bark.name', bark.author.name, age)}
      aria-posinset=${place.position}
      aria-setsize="-1"
    >
      ${context(bark, place)} ${picture(bark.author)}
      <div class="bark-body">
        <div class="bark-head">
          ${name(bark.author)}
          <span class="bark-handle">@${bark.author.username}</span>
          ${dot()}
          <a class="bark-time" href=${barkPath(bark.id)}>${time(bark.at, age)}</a>
          ${bark.editedAt ? [dot(), edited(bark.editedAt)] : nothing} ${more(place)}
        </div>
        ${replyingTo(bark)} ${words(bark)} ${photos(bark)} ${bark.quote ? quoted(bark.quote, place.now) : nothing}
        ${actions(bark)}
      </div>
    </article>
  `;
}

// The bark that a thread is opened at.
export function focusedCard(bark: Bark, place: CardPlace): TemplateResult {
  return html`
    <article
      class="bark is-focused ${place.linkedFrom ? 'is-linked-from' : ''}"
      data-key=${place.key}
      data-id=${bark.id}
      tabindex="0"
      aria-current="true"
      aria-label=${text('client.bark.name', bark.author.name, threadTime(new Date(bark.at), place.now))}
      aria-posinset=${place.position}
      aria-setsize="-1"
    >
      <div class="bark-head">
        ${picture(bark.author)}
        <div class="bark-names">
          ${name(bark.author)}
          <span class="bark-handle">@${bark.author.username}</span>
        </div>
        ${more(place)}
      </div>
      ${replyingTo(bark)} ${words(bark)} ${photos(bark)} ${bark.quote ? quoted(bark.quote, place.now) : nothing}
      <div class="bark-when">
        <a class="bark-time" href=${barkPath(bark.id)}>
          ${time(bark.at, threadTime(new Date(bark.at), place.now))}
        </a>
        ${bark.editedAt ? [dot(), edited(bark.editedAt)] : nothing}
      </div>
      ${counts(bark)} ${actions(bark)}
    </article>
  `;
}

// Where a bark is not any more, or not for this reader.
export function absence(sentence: string, place: CardPlace): TemplateResult {
  return html`
    <article
      class="bark is-absent ${place.linked ? 'is-linked' : ''} ${place.linkedFrom ? 'is-linked-from' : ''}"
      data-key=${place.key}
      tabindex="0"
      aria-label=${sentence}
      aria-posinset=${place.position}
      aria-setsize="-1"
    >
      <p>${sentence}</p>
    </article>
  `;
}

function context(bark: Bark, place: CardPlace): TemplateResult | typeof nothing {
  if (place.pinned) {
    return html`<div class="bark-context">${icon('pin')}<span>${text('client.bark.pinned')}</span></div>`;
  }
  const by = bark.rebarkedBy;
  return by
    ? html`
        <div class="bark-context">
          ${icon('repeat-2')}
          <a href=${profilePath(by.username)}>${text('client.bark.rebarked-by', by.name)}</a>
        </div>
      `
    : nothing;
}

// The name beside it is the same link.
function picture(person: Person): TemplateResult {
  return html`
    <a class="bark-avatar" href=${profilePath(person.username)} tabindex="-1" aria-hidden="true">
      ${avatar(person.username, person.avatar)}
    </a>
  `;
}

function name(person: Person): TemplateResult {
  return html`<a class="bark-name" href=${profilePath(person.username)}><bdi>${person.name}</bdi></a>`;
}

function dot(): TemplateResult {
  return html`<span class="bark-dot" aria-hidden="true">·</span>`;
}

function time(at: string, shown: string): TemplateResult {
  return html`<time datetime=${at} title=${exactTime(new Date(at))}>${shown}</time>`;
}

function edited(at: string): TemplateResult {
  return html`
    <button
      type="button"
      class="bark-edited"
      data-action="history"
      aria-haspopup="dialog"
      title=${text('client.bark.edited-at', exactTime(new Date(at)))}
    >
      ${text('client.bark.edited')}
    </button>
  `;
}

function more(place: CardPlace): TemplateResult {
  return html`
    <button
      type="button"
      class="icon-button bark-more"
      aria-label=${text('client.bark.more')}
      title=${text('client.bark.more')}
      aria-haspopup="menu"
      aria-expanded=${place.menuOpen ? 'true' : 'false'}
    >
      ${icon('ellipsis')}
    </button>
  `;
}

function replyingTo(bark: Bark): TemplateResult | typeof nothing {
  const parent = bark.replyTo;
  if (!parent) {
    return nothing;
  }
  return html`
    <div class="bark-reply-to">
      ${parent.username
        ? html`${text('client.bark.replying-to')} <a href=${profilePath(parent.username)}>@${parent.username}</a>`
        : text('client.bark.replying-to-gone')}
    </div>
  `;
}

function words(bark: Bark): TemplateResult[] {
  return paragraphs(bark.quote ? withoutAddressOf(bark.quote.id, bark.segments) : bark.segments);
}

// Their sizes are known before they are here, so that nothing moves when they come.
function photos({ media = [] }: Bark): TemplateResult | typeof nothing {
  return media.length > 0 ? html`<div class="photos" data-count=${media.length}>${media.map(photo)}</div>` : nothing;
}

function photo({ src, alt = '', width, height }: Picture, index: number): TemplateResult {
  const seen = alt || text('client.picture.undescribed');
  return html`
    <button
      type="button"
      class="photo"
      data-action="picture"
      data-index=${index}
      aria-label=${text('client.picture.open', seen)}
      aria-haspopup="dialog"
    >
      <img src=${src} alt=${alt} width=${width} height=${height} loading="lazy" decoding="async" />
      <span class="photo-alt">${alt ? text('client.picture.alt') : seen}</span>
    </button>
  `;
}

// Where another bark is only hinted at.
export function pictureCount(count = 0): TemplateResult | typeof nothing {
  return count > 0
    ? html`<p class="picture-count">${icon('image')}${plural('client.picture.count', count)}</p>`
    : nothing;
}

function quoted(quote: Quote, now: Date): TemplateResult {
  const age = relativeTime(new Date(quote.at), now);
  return html`
    <figure class="quote" aria-label=${text('client.bark.quote', quote.author.name)}>
      <div class="quote-head">
        ${avatar(quote.author.username, quote.author.avatar)} ${name(quote.author)}
        <span class="bark-handle">@${quote.author.username}</span>
        ${dot()}
        <a class="bark-time" href=${barkPath(quote.id)}>${time(quote.at, age)}</a>
      </div>
      ${paragraphs(quote.segments)} ${pictureCount(quote.pictures)}
    </figure>
  `;
}

function counts({ counts: { rebarks = 0, likes = 0 } }: Bark): TemplateResult | typeof nothing {
  return rebarks + likes > 0
    ? html`
        <ul class="bark-counts">
          ${count('client.bark.rebarks', rebarks)} ${count('client.bark.likes', likes)}
        </ul>
      `
    : nothing;
}

function count(key: string, number: number): TemplateResult | typeof nothing {
  return number > 0 ? html`<li><b>${fullNumber(number)}</b> ${plural(key, number)}</li>` : nothing;
}

function actions(bark: Bark): TemplateResult {
  const { replies = 0, rebarks = 0, likes = 0 } = bark.counts;
  return html`
    <div class="bark-actions">
      ${action('reply', 'message-circle', text('client.bark.reply'), replies)}
      ${action('rebark', 'repeat-2', text('client.bark.rebark'), rebarks, bark.rebarked ?? false)}
      ${action('like', 'heart', text('client.bark.like'), likes, bark.liked ?? false)}
      ${action('bookmark', 'bookmark', text('client.bark.bookmark'), 0, bark.bookmarked ?? false)}
    </div>
  `;
}

function action(kind: string, shape: IconName, word: string, number: number, on?: boolean): TemplateResult {
  return html`
    <button
      type="button"
      class="bark-action ${kind} ${on ? 'is-on' : ''}"
      data-action=${kind}
      aria-label=${number > 0 ? text('client.bark.counted', word, fullNumber(number)) : word}
      aria-pressed=${on === undefined ? nothing : String(on)}
      title=${word}
    >
      ${icon(shape)} ${number > 0 ? html`<span>${shortNumber(number)}</span>` : nothing}
    </button>
  `;
}
