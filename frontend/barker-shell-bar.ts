import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { avatar } from './avatar';
import { icon, type IconName } from './icons';
import { listenToKeys, showKeys } from './keys';
import './local-copy';
import { menuItems, menuKeys } from './menu-keys';
import { currentAt, goTo, profilePath, watchPlace } from './navigation';
import './page-guard';
import { guardSession } from './session-guard';
import { plural, text } from './texts';
import { toast } from './toast';

const HOME = '/';
const EVERYONE = '/everyone';
const SEARCH = '/search';
const NOTIFICATIONS = '/notifications';
const BOOKMARKS = '/bookmarks';
const SETTINGS = '/settings';
const SESSIONS = '/settings/sessions';
const PEOPLE = '/admin/people';

// The server counts no further.
const MOST_UNREAD = 99;

// The header of every page inside: one element, because each that the server knows costs it memory for every open page.
@customElement('barker-shell-bar')
export class BarkerShellBar extends LitElement {
  @property() account = '';
  @property() name = '';
  @property() picture = '';
  @property({ type: Boolean }) admin = false;
  @property({ type: Number }) unread = 0;
  // That were told and not seen yet.
  @property({ type: Number }) reminders = 0;
  @property({ attribute: 'log-out' }) logOut = '';
  @property({ attribute: 'csrf-name' }) csrfName = '';
  @property({ attribute: 'csrf-token' }) csrfToken = '';

  @state() private place = location.pathname;

  @query('.account-chip') private chip!: HTMLElement;
  @query('#account-menu') private menu!: HTMLElement;

  private writesNext = false;
  private unwatch: (() => void) | undefined;
  private ignoreKeys: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ignoreKeys = listenToKeys();
    this.unwatch = watchPlace(this.onMove);
    window.addEventListener('barker-profile-changed', this.onProfile);
    this.place = location.pathname;
    guardSession({
      account: this.account,
      name: this.name,
      picture: this.picture,
      csrfName: this.csrfName,
      csrfToken: this.csrfToken,
      logOut: () => this.querySelector<HTMLFormElement>('.account-menu form')?.requestSubmit(),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    this.ignoreKeys?.();
    window.removeEventListener('barker-profile-changed', this.onProfile);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('reminders');
    if (before !== undefined && this.reminders > before) {
      toast(text('client.reminders.due'), 'info');
    }
    if (changed.has('unread')) {
      window.dispatchEvent(new CustomEvent('barker-unread', { detail: this.unread }));
    }
  }

  protected override render(): TemplateResult {
    return html`
      <a class="skip-link" href="#main" @click=${this.skip}>${text('client.shell.skip')}</a>
      <header class="shell-bar">
        <a class="brand" href=${HOME}><img src="icons/logo.svg" alt="" width="32" height="32" /><span>Barker</span></a>
        <nav class="shell-nav" aria-label=${text('client.shell.navigation')}>
          ${this.way(HOME, 'house', text('client.shell.home'))}
          ${this.way(EVERYONE, 'globe', text('client.shell.everyone'))}
          ${this.way(NOTIFICATIONS, 'bell', text('client.shell.notifications'), this.badge())}
          ${this.way(SEARCH, 'search', text('client.shell.search'))}
          ${this.way(BOOKMARKS, 'bookmark', text('client.shell.bookmarks'), this.reminderBadge())}
          ${this.way(profilePath(this.account), 'user-round', text('client.shell.profile'))}
          ${this.way(SETTINGS, 'settings', text('client.shell.settings'))}
        </nav>
        <button type="button" class="button new-bark ${this.isTimeline() ? '' : 'is-away'}" @click=${this.newBark}>
          ${icon('pencil-line')}<span>${text('client.shell.new-bark')}</span>
        </button>
        ${this.accountMenu()}
      </header>
    `;
  }

  private way(href: string, shape: IconName, words: string, badge: unknown = nothing): TemplateResult {
    return html`
      <a href=${href} aria-current=${currentAt(href, this.place) ?? nothing}
        >${icon(shape)}<span>${words}</span>${badge}</a
      >
    `;
  }

  private badge(): TemplateResult | typeof nothing {
    const count = this.unread > MOST_UNREAD ? `${MOST_UNREAD}+` : String(this.unread);
    return this.unread > 0
      ? html`<span class="unread-badge" aria-hidden="true">${count}</span
          ><span class="hidden-text">, ${text('client.shell.unread', count)}</span>`
      : nothing;
  }

  private reminderBadge(): TemplateResult | typeof nothing {
    return this.reminders > 0
      ? html`<span class="unread-badge" aria-hidden="true">${this.reminders}</span
          ><span class="hidden-text">, ${plural('client.reminders.count', this.reminders)}</span>`
      : nothing;
  }

  private accountMenu(): TemplateResult {
    return html`
      <div class="account-menu">
        <button type="button" class="account-chip" aria-haspopup="menu" popovertarget="account-menu">
          <span class="hidden-text">${text('client.shell.account-menu')}</span>
          ${avatar(this.account, this.picture)}
          <span class="account-names">
            <b><bdi>${this.name}</bdi></b>
            <span>@${this.account}</span>
          </span>
          ${icon('chevrons-up-down')}
        </button>
        <div
          id="account-menu"
          class="menu"
          popover="auto"
          role="menu"
          aria-label=${text('client.shell.account-menu')}
          @keydown=${this.onMenuKey}
          @toggle=${this.onMenuToggle}
          @click=${this.onMenuClick}
        >
          ${this.menuLink(profilePath(this.account), 'user-round', text('client.shell.profile'))}
          ${this.menuLink(SETTINGS, 'settings', text('client.shell.settings'))}
          ${this.menuLink(SESSIONS, 'shield-check', text('client.shell.sessions'))}
          ${this.admin ? this.menuLink(PEOPLE, 'users-round', text('client.shell.people')) : nothing}
          <button type="button" class="menu-item" role="menuitem" tabindex="-1" @click=${this.showKeys}>
            ${icon('keyboard')}<span>${text('client.keys.title')}</span>
          </button>
          <form method="post" action=${this.logOut} role="none" @submit=${this.onLogOut}>
            <input type="hidden" name=${this.csrfName} value=${this.csrfToken} />
            <button type="submit" class="menu-item" role="menuitem" tabindex="-1">
              ${icon('log-out')}<span>${text('client.shell.log-out')}</span>
            </button>
          </form>
        </div>
      </div>
    `;
  }

  private menuLink(href: string, shape: IconName, words: string): TemplateResult {
    return html`
      <a class="menu-item" role="menuitem" tabindex="-1" href=${href}>${icon(shape)}<span>${words}</span></a>
    `;
  }

  private isTimeline(): boolean {
    return this.place === HOME || this.place === EVERYONE;
  }

  private readonly onMove = (): void => {
    const moved = this.place !== location.pathname;
    this.place = location.pathname;
    if (this.writesNext) {
      this.writesNext = false;
      this.write();
    } else if (moved) {
      // After the elements of the page have drawn themselves.
      setTimeout(() => this.focusTitle());
    }
  };

  // What is read next begins there; a page that has chosen another place keeps it.
  private focusTitle(): void {
    const main = document.getElementById('main');
    const title = main?.querySelector<HTMLElement>('h1');
    if (title && !main?.contains(document.activeElement)) {
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    }
  }

  // A link to "#main" alone leads to another page where the page's address is not its base.
  private readonly skip = (event: Event): void => {
    event.preventDefault();
    const main = document.getElementById('main');
    main?.focus();
    main?.scrollIntoView();
  };

  private readonly newBark = (): void => {
    if (!this.write()) {
      this.writesNext = true;
      goTo(HOME);
    }
  };

  // Within the press, or phones do not open the keyboard.
  private write(): boolean {
    const composer = document.querySelector('barker-composer');
    composer?.begin();
    return composer !== null;
  }

  private readonly onMenuToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') {
      menuItems(this.menu)[0]?.focus({ preventScroll: true });
    }
  };

  private readonly onMenuKey = (event: KeyboardEvent): void => menuKeys(event, this.closeMenu);

  private readonly onMenuClick = (event: Event): void => {
    if ((event.target as Element).closest('a')) {
      this.closeMenu();
    }
  };

  private readonly closeMenu = (): void => {
    this.menu.hidePopover();
    // Safari does not focus a pressed button, and the popover would give the focus back to nothing.
    this.chip.focus({ preventScroll: true });
  };

  private readonly showKeys = (): void => {
    this.closeMenu();
    void showKeys();
  };

  private readonly onLogOut = (): void => {
    window.dispatchEvent(new Event('barker-log-out'));
  };

  // The settings tell what they have stored, so that the header need not wait for the next page.
  private readonly onProfile = (event: Event): void => {
    const { account, name, picture } = (event as CustomEvent<{ account?: string; name: string; picture?: string }>).detail;
    this.account = account ?? this.account;
    this.name = name;
    this.picture = picture ?? this.picture;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-shell-bar': BarkerShellBar;
  }
  interface WindowEventMap {
    'barker-log-out': Event;
    'barker-unread': CustomEvent<number>;
  }
}
