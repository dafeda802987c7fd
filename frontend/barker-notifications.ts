import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { avatar } from './avatar';
import { barkPath, type Person, type Segment } from './bark';
import { drawn, icon } from './icons';
import { profilePath } from './navigation';
import { paragraphs } from './rich-text';
import { exactTime, relativeTime } from './when';

type Kind = 'reply' | 'mention' | 'like' | 'rebark' | 'follow';

// Words, or a name and whose it is; of "6 others" it is nobody's.
type Piece = string | readonly [string, string?];

interface Row {
  readonly id: string;
  readonly kind: Kind;
  readonly people: readonly Person[];
  readonly words: readonly Piece[];
  readonly bark?: string;
  readonly segments?: readonly Segment[];
  readonly at: string;
  readonly unread?: boolean;
}

interface Page {
  readonly rows: readonly Row[];
  readonly next: string;
  readonly more: boolean;
}

interface Words {
  readonly title: string;
  readonly tabs: ReadonlyArray<{ readonly words: string; readonly href: string; readonly current: boolean }>;
  readonly tabsName: string;
  readonly readAll: string;
  readonly settings: string;
  readonly quiet: string;
  readonly change: string;
  readonly today: string;
  readonly earlier: string;
  readonly unread: string;
  readonly unreadOne: string;
  readonly open: string;
  readonly more: string;
  readonly fresh: string;
  readonly failed: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
}

const SETTINGS = '/settings/notifications';
const MINUTE = 60_000;

// Lucide (ISC licence), those that nothing else shows.
const AT_SIGN = svg`<circle cx="12" cy="12" r="4"/><path d="M16 8v5a3 3 0 0 0 6 0v-1a10 10 0 1 0-4 8"/>`;
const USER_PLUS = svg`<path d="M2 21a8 8 0 0 1 13.292-6"/><circle cx="10" cy="8" r="5"/><path d="M19 16v6"/><path d="M22 19h-6"/>`;
const CHECK_CHECK = svg`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`;
const SLIDERS = svg`<path d="M14 17H5"/><path d="M19 7h-9"/><circle cx="17" cy="17" r="3"/><circle cx="7" cy="7" r="3"/>`;
const MOON = svg`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`;

// What one is told of: the newest first, today's apart from what is older.
@customElement('barker-notifications')
export class BarkerNotifications extends LitElement {
  declare $server: {
    page(before: string): Promise<Page>;
    seen(upTo: string): void;
    readAll(): Promise<string>;
  };

  @state() private words: Words | undefined;
  @state() private rows: readonly Row[] = [];
  @state() private more = false;
  @state() private failed = '';
  @state() private loading = false;
  @state() private news = false;
  @state() private now = new Date();

  private next = '';
  private showsAll = false;
  private unread = 0;
  private ticking: ReturnType<typeof setInterval> | undefined;

  private readonly nearEnd = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        void this.loadMore();
      }
    },
    { rootMargin: '600px' },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.unread = document.querySelector('barker-shell-bar')?.unread ?? 0;
    window.addEventListener('barker-unread', this.onUnread);
    document.addEventListener('visibilitychange', this.sayWhatWasSeen);
    this.ticking = setInterval(() => (this.now = new Date()), MINUTE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('barker-unread', this.onUnread);
    document.removeEventListener('visibilitychange', this.sayWhatWasSeen);
    clearInterval(this.ticking);
    this.nearEnd.disconnect();
  }

  show(page: Page, words: Words, showsAll: boolean): void {
    this.words = words;
    this.showsAll = showsAll;
    this.begin(page);
  }

  private begin(page: Page): void {
    this.rows = page.rows;
    this.next = page.next;
    this.more = page.more;
    this.news = false;
    this.failed = '';
    this.now = new Date();
    this.sayWhatWasSeen();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    this.nearEnd.disconnect();
    const more = this.querySelector('.notifications-more');
    if (more) {
      this.nearEnd.observe(more);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this.words;
    if (!words) {
      return nothing;
    }
    const today = this.rows.filter((row) => this.isOfToday(row));
    const earlier = this.rows.filter((row) => !this.isOfToday(row));
    return html`
      <div class="page-head">
        <h1>${words.title}</h1>
        <button type="button" class="button read-all" @click=${this.readAll}>
          ${drawn(CHECK_CHECK)}<span>${words.readAll}</span>
        </button>
        <a class="icon-button" href=${SETTINGS} aria-label=${words.settings} title=${words.settings}>${drawn(SLIDERS)}</a>
      </div>
      <nav class="segments" aria-label=${words.tabsName}>
        ${words.tabs.map(
          (tab) => html`<a href=${tab.href} aria-current=${tab.current ? 'page' : nothing}>${tab.words}</a>`,
        )}
      </nav>
      ${words.quiet
        ? html`<div class="quiet-note">${drawn(MOON)}<p>${words.quiet}</p><a href=${SETTINGS}>${words.change}</a></div>`
        : nothing}
      <div role="status">${this.failed ? html`<p class="notifications-failed">${this.failed}</p>` : nothing}</div>
      ${this.news
        ? html`<div class="pill-row"><button type="button" class="pill" @click=${this.showNews}>
            ${words.fresh}${icon('arrow-up')}
          </button></div>`
        : nothing}
      ${this.section(words, words.today, today)} ${this.section(words, words.earlier, earlier)}
      ${this.rows.length === 0 && !this.more ? this.empty(words) : nothing}
      ${this.more
        ? html`<div class="notifications-more">
            <button type="button" class="button" aria-busy=${this.loading} @click=${this.loadMore}>${words.more}</button>
          </div>`
        : nothing}
    `;
  }

  private section(words: Words, title: string, rows: readonly Row[]): TemplateResult | typeof nothing {
    const unread = rows.filter((row) => row.unread).length;
    return rows.length === 0
      ? nothing
      : html`
          <section class="notifications">
            <h2>${title}${unread > 0 ? ` · ${unread} ${words.unread}` : nothing}</h2>
            <ul class="card rows">
              ${repeat(rows, (row) => row.id, (row) => this.row(words, row))}
            </ul>
          </section>
        `;
  }

  private row(words: Words, row: Row): TemplateResult {
    const at = new Date(row.at);
    const time = html`<time datetime=${row.at} title=${exactTime(at)}>${relativeTime(at, this.now)}</time>`;
    return html`
      <li class="notification ${row.unread ? 'is-unread' : ''}" data-id=${row.id}>
        <span class="notification-kind ${row.kind}">${sign(row.kind)}</span>
        <div class="notification-what">
          <div class="notification-people">${row.people.map((person) => avatar(person.username, person.avatar))}</div>
          <p>${row.words.map(piece)}</p>
          ${row.segments ? said(row) : nothing}
          ${row.bark && (row.kind === 'reply' || row.kind === 'mention')
            ? html`<a class="notification-open" href=${barkPath(row.bark)}>${words.open}</a>`
            : nothing}
        </div>
        <span class="notification-when">
          ${row.bark ? html`<a href=${barkPath(row.bark)}>${time}</a>` : time}
          ${row.unread ? html`<span class="unread-dot" role="img" aria-label=${words.unreadOne}></span>` : nothing}
        </span>
      </li>
    `;
  }

  private empty(words: Words): TemplateResult {
    return html`<div class="empty">${ball()}<h2>${words.emptyTitle}</h2><p>${words.emptyText}</p></div>`;
  }

  private isOfToday(row: Row): boolean {
    return new Date(row.at).toDateString() === this.now.toDateString();
  }

  private readonly loadMore = async (): Promise<void> => {
    if (this.loading || this.failed) {
      return;
    }
    this.loading = true;
    try {
      const page = await this.$server.page(this.next);
      const known = new Set(this.rows.map((row) => row.id));
      this.rows = [...this.rows, ...page.rows.filter((row) => !known.has(row.id))];
      this.next = page.next;
      this.more = page.more;
    } catch {
      this.failed = this.words?.failed ?? '';
    } finally {
      this.loading = false;
    }
  };

  private readonly showNews = async (): Promise<void> => {
    try {
      this.begin(await this.$server.page(''));
      scrollTo({ top: 0 });
    } catch {
      this.failed = this.words?.failed ?? '';
    }
  };

  private readonly readAll = async (): Promise<void> => {
    try {
      this.failed = await this.$server.readAll();
      if (!this.failed) {
        this.rows = this.rows.map((row) => ({ ...row, unread: false }));
      }
    } catch {
      this.failed = this.words?.failed ?? '';
    }
  };

  // A page in a tab that nobody has looked at was not read.
  private readonly sayWhatWasSeen = (): void => {
    const newest = this.rows[0];
    if (this.showsAll && newest?.unread && document.visibilityState === 'visible') {
      this.$server.seen(newest.id);
    }
  };

  // It becomes smaller when they are read.
  private readonly onUnread = (event: CustomEvent<number>): void => {
    this.news ||= event.detail > this.unread;
    this.unread = event.detail;
  };
}

function sign(kind: Kind): TemplateResult {
  switch (kind) {
    case 'reply':
      return icon('message-circle');
    case 'like':
      return icon('heart');
    case 'rebark':
      return icon('repeat-2');
    case 'mention':
      return drawn(AT_SIGN);
    case 'follow':
      return drawn(USER_PLUS);
  }
}

function piece(words: Piece): TemplateResult | string {
  if (typeof words === 'string') {
    return words;
  }
  const [name, username] = words;
  return username
    ? html`<a class="notification-name" href=${profilePath(username)}><bdi>${name}</bdi></a>`
    : html`<b>${name}</b>`;
}

// Others' words are quoted; one's own one knows again.
function said(row: Row): TemplateResult {
  const text = paragraphs(row.segments ?? []);
  return row.kind === 'reply' || row.kind === 'mention'
    ? html`<blockquote class="notification-said">${text}</blockquote>`
    : html`<div class="notification-said">${text}</div>`;
}

function ball(): TemplateResult {
  return html`
    <svg class="drawing" viewBox="0 0 240 150" aria-hidden="true">
      <ellipse cx="120" cy="126" rx="92" ry="15" class="mat" />
      <ellipse cx="150" cy="124" rx="26" ry="5" class="mat-edge" />
      <path
        d="M40 118c6-50 26-62 40-62s24 20 28 52c4-30 12-42 24-42"
        fill="none"
        stroke="#8fb9a0"
        stroke-width="2.5"
        stroke-dasharray="1 9"
        stroke-linecap="round"
      />
      <circle cx="150" cy="96" r="28" class="ball" />
      <path
        d="M130 77c13 10 13 28 3 41M171 78c-13 10-13 28-3 40"
        fill="none"
        stroke="#fff"
        stroke-width="4"
        stroke-linecap="round"
      />
    </svg>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-notifications': BarkerNotifications;
  }
}
