import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { avatar } from './avatar';
import { backButton } from './back';
import type { Segment } from './bark';
import './barker-follow';
import type { FollowAnswer } from './barker-follow';
import { browserLocale } from './browser-locale';
import { hills } from './hills';
import { icon } from './icons';
import { menuItems, menuKeys } from './menu-keys';
import { profilePath, watchPlace } from './navigation';
import { paragraphs } from './rich-text';
import { fullNumber, plural, text } from './texts';

interface Head {
  readonly username: string;
  readonly displayName: string;
  readonly avatar: string;
  readonly bio: readonly Segment[];
  readonly since: string;
  readonly barks: number;
  readonly following: number;
  readonly followers: number;
  readonly followsYou: boolean;
  readonly followed: boolean;
  readonly mine: boolean;
}

interface Server {
  follow(on: boolean): Promise<FollowAnswer>;
  mute(): void;
  unmute(): void;
  block(): void;
}

const month = new Intl.DateTimeFormat(browserLocale, { month: 'long', year: 'numeric' });

// Who somebody is, above their barks, and what the reader may do about them.
@customElement('barker-profile-head')
export class BarkerProfileHead extends LitElement {
  declare $server: Server;

  @property({ type: Boolean }) muted = false;

  @state() private head: Head | undefined;
  @state() private followed = false;
  @state() private place = location.pathname;

  @query('.profile-more') private opener!: HTMLElement;
  @query('#profile-menu') private menu!: HTMLElement;

  private unwatch: (() => void) | undefined;

  show(head: Head): void {
    this.head = head;
    this.followed = head.followed;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchPlace(() => (this.place = location.pathname));
    this.place = location.pathname;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <div class="page-head">${backButton()}<span class="page-place">${text('client.profile.place')}</span></div>
      <div class="profile">
        ${hills()}
        ${this.head ? this.about(this.head) : nothing}
      </div>
    `;
  }

  private about(head: Head): TemplateResult {
    const followers = head.followers + Number(this.followed) - Number(head.followed);
    return html`
      <div class="profile-top">
        ${avatar(head.username, head.avatar)}
        <div class="profile-actions">${head.mine ? this.edit() : this.relation(head)}</div>
      </div>
      <div class="profile-name">
        <h1><bdi>${head.displayName}</bdi></h1>
        ${head.followsYou ? html`<span class="badge">${text('client.profile.follows-you')}</span>` : nothing}
        ${this.muted ? html`<span class="badge">${text('client.profile.muted')}</span>` : nothing}
      </div>
      <p class="profile-handle">@${head.username}</p>
      ${head.bio.length > 0 ? html`<div class="profile-bio">${paragraphs(head.bio)}</div>` : nothing}
      <p class="profile-since">
        ${icon('calendar')}<span>${text('client.profile.since', month.format(new Date(head.since)))}</span>
      </p>
      <ul class="profile-counts">
        ${this.count(head.barks, 'client.profile.barks')}
        ${this.count(head.following, 'client.profile.following')}
        ${this.count(followers, 'client.profile.followers')}
      </ul>
      <nav class="tabs" aria-label=${text('client.profile.tabs', head.displayName)}>
        ${this.tab(head, '', text('client.profile.tab.barks'))}
        ${this.tab(head, '/replies', text('client.profile.tab.replies'))}
        ${this.tab(head, '/media', text('client.profile.tab.media'))}
        ${this.tab(head, '/likes', text('client.profile.tab.likes'))}
      </nav>
    `;
  }

  private edit(): TemplateResult {
    return html`<a class="button" href="/settings/profile">${text('client.profile.edit')}</a>`;
  }

  private relation(head: Head): TemplateResult {
    return html`
      <button
        type="button"
        class="icon-button outlined profile-more"
        aria-label=${text('client.profile.more')}
        title=${text('client.profile.more')}
        aria-haspopup="menu"
        popovertarget="profile-menu"
      >
        ${icon('ellipsis')}
      </button>
      <div
        id="profile-menu"
        class="menu"
        popover="auto"
        role="menu"
        aria-label=${text('client.profile.more')}
        @keydown=${this.onMenuKey}
        @beforetoggle=${this.onMenuOpens}
        @toggle=${this.onMenuToggle}
      >
        ${this.muted
          ? this.item(text('client.profile.unmute', head.username), () => this.$server.unmute())
          : this.item(text('client.profile.mute', head.username), () => this.$server.mute())}
        ${this.item(text('client.profile.block', head.username), () => this.$server.block(), 'danger')}
      </div>
      <barker-follow
        primary
        .username=${head.username}
        .name=${head.displayName}
        .following=${this.followed}
        .ask=${(on: boolean) => this.$server.follow(on)}
        @follow-changed=${this.onFollow}
      ></barker-follow>
    `;
  }

  private item(words: string, choose: () => void, kind = ''): TemplateResult {
    const chosen = (): void => {
      this.closeMenu();
      choose();
    };
    return html`
      <button type="button" class="menu-item ${kind}" role="menuitem" tabindex="-1" @click=${chosen}>${words}</button>
    `;
  }

  private count(count: number, key: string): TemplateResult {
    return html`<li><b>${fullNumber(count)}</b> ${plural(key, count)}</li>`;
  }

  private tab(head: Head, below: string, words: string): TemplateResult {
    const href = profilePath(head.username) + below;
    return html`<a href=${href} aria-current=${this.place === href ? 'page' : nothing}>${words}</a>`;
  }

  private readonly onFollow = (event: CustomEvent<boolean>): void => {
    this.followed = event.detail;
  };

  private readonly onMenuKey = (event: KeyboardEvent): void => menuKeys(event, this.closeMenu);

  // In page coordinates, so that the menu stays with its button when the page scrolls.
  private readonly onMenuOpens = (event: ToggleEvent): void => {
    if (event.newState === 'open') {
      const { bottom, left } = this.opener.getBoundingClientRect();
      this.menu.style.setProperty('--menu-top', `${bottom + 4 + scrollY}px`);
      this.menu.style.setProperty('--menu-left', `${left + scrollX}px`);
    }
  };

  private readonly onMenuToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') {
      menuItems(this.menu)[0]?.focus({ preventScroll: true });
    }
  };

  private readonly closeMenu = (): void => {
    this.menu.hidePopover();
    this.opener.focus({ preventScroll: true });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-profile-head': BarkerProfileHead;
  }
}
