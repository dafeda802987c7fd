import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { Announcer } from './announcer';
import { barkPath, type Answer, type Bark, type Change, type Page, type Row, type Version } from './bark';
import { absence, barkCard, focusedCard, type CardPlace } from './bark-card';
import './barker-bark-history';
import type { BarkerBarkHistory } from './barker-bark-history';
import './barker-bark-menu';
import type { BarkerBarkMenu, MenuItem } from './barker-bark-menu';
import { copy } from './clipboard';
import { curlOfBark } from './curl';
import { everyTick } from './clock';
import { isConnected, watchConnection } from './connection';
import { dozingDog } from './dozing-dog';
import { behind, buried, changed, changedCard, keyOf, newestFirst, withAnswer, without } from './feed-rows';
import { icon } from './icons';
import { follow, isPlain } from './links';
import { NewBarksTitle } from './new-barks-title';
import { keepingPlace } from './place';
import { Reactions, withReaction, type Reaction } from './reactions';
import { ReadingPlace } from './reading-place';
import { plural, text } from './texts';
import { toast } from './toast';
import { timeInSentence } from './when';
import { within } from './within';

type Kind = 'home' | 'everyone' | 'profile' | 'tag' | 'bookmarks' | 'search' | 'thread-above' | 'thread-below';

interface Server {
  older(next: string, size: string): Promise<Page>;
  showNewer(): Promise<void>;
  like(id: string): Promise<Answer>;
  unlike(id: string): Promise<Answer>;
  rebark(id: string): Promise<Answer>;
  unrebark(id: string): Promise<Answer>;
  bookmark(id: string): Promise<Answer>;
  unbookmark(id: string): Promise<Answer>;
  remind(id: string, at: string): Promise<Answer>;
  pin(id: string): Promise<Answer>;
  unpin(id: string): Promise<Answer>;
  detachQuote(id: string): Promise<Answer>;
  askToDelete(id: string): void;
  askToRedraft(id: string): void;
  askToMuteAuthor(id: string): void;
  askToMuteThread(id: string): void;
  askToBlock(id: string): void;
  textToEdit(id: string): Promise<string>;
  history(id: string): Promise<readonly Version[]>;
  cardOf(id: string): Promise<Bark | null>;
  changesSince(): Promise<readonly Change[]>;
}

const PATIENCE = 20_000;
const PAGE_SIZE = 20;
const KEPT: Reaction = 'bookmark';

@customElement('barker-feed')
export class BarkerFeed extends LitElement {
  declare $server: Server;

  @property() kind: Kind = 'home';
  @property({ type: Number }) newer = 0;

  @state() private rows: readonly Row[] | undefined;
  @state() private pinned: Bark | undefined;
  @state() private more = false;
  @state() private loading = false;
  @state() private failed = false;
  @state() private fetchingNewer = false;
  // The page is not where its reader was, yet.
  @state() private arriving = false;
  @state() private menuFor: string | undefined;
  @state() private said = '';
  @state() private now = new Date();

  @query('barker-bark-menu') private menu!: BarkerBarkMenu;
  @query('barker-bark-history') private history!: BarkerBarkHistory;

  private next = '';
  // Counts the calls of show: what was asked for before one does not fit after it.
  private edition = 0;
  private isNewOnPage = true;
  private connected = true;
  private askedAbout: string | undefined;
  private pressedOpener: EventTarget | null = null;
  private stops: Array<() => void> = [];
  private readonly pageTitle = new NewBarksTitle();
  private readonly announcer = new Announcer((message) => (this.said = message), 30_000);
  private readonly reactions = new Reactions(
    {
      bark: (id) => this.bark(id),
      confirm: (reaction, id, on) => this.confirm(reaction, id, on),
      requestUpdate: () => this.requestUpdate(),
    },
    (reaction, id, on) => this.$server[on ? reaction : (`un${reaction}` as const)](id),
  );
  private readonly place = new ReadingPlace({
    articles: () => this.articlesOfPage(),
    entries: () => (this.isThread() ? [] : this.belowPinned().map((row) => row.card!.entry)),
    load: (count) => this.loadUpTo(count),
  });
  private readonly nearEnd = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting) && !this.failed) {
        void this.loadOlder();
      }
    },
    { rootMargin: '800px' },
  );

  show(page: Page): void {
    this.edition++;
    this.next = page.next;
    this.more = page.more;
    this.loading = false;
    this.failed = false;
    this.now = new Date();
    if (this.isNewOnPage) {
      this.rows = this.ordered(page.rows);
      this.pinned = undefined;
      this.arriving = this.ownsPlace() && this.place.known() !== undefined;
      // The router writes the address when the server has answered, a moment from now.
      setTimeout(() => void this.arrive());
    } else {
      keepingPlace(this, () => {
        this.rows = this.ordered(page.rows);
        this.performUpdate();
      });
    }
  }

  showPinned(bark: Bark): void {
    this.pinned = bark;
  }

  insert(bark: Bark): void {
    this.now = new Date();
    const rows = this.rows ?? [];
    this.changeRows(this.isThread() ? withAnswer(rows, bark) : newestFirst([...rows, { card: bark }]));
  }

  // Without an id it is what every element has under this name.
  override remove(id?: string): void {
    if (id === undefined) {
      super.remove();
    } else {
      this.take((bark) => bark.id === id, { gone: id });
    }
  }

  removeBy(username: string): void {
    this.take((bark) => bark.author.username === username || bark.rebarkedBy?.username === username, {});
  }

  change(changes: readonly Change[]): void {
    const byId = new Map(changes.map((change) => [change.id, change]));
    changes
      .filter((change) => !change.counts)
      .forEach(({ id }) => this.take((bark) => bark.id === id || bark.entry === id, { gone: id }));
    this.pinned = this.pinned && changedCard(this.pinned, byId);
    this.changeRows(changed(this.rows ?? [], byId));
    for (const { id, quoted } of changes) {
      if (quoted && this.bark(id)?.quote?.id !== quoted) {
        void this.fetchQuote(id);
      }
    }
  }

  // What a bark quotes since it was edited.
  private async fetchQuote(id: string): Promise<void> {
    const quote = (await this.$server.cardOf(id).catch(() => null))?.quote;
    if (quote) {
      const quoting = (bark: Bark): Bark => (bark.id === id ? { ...bark, quote } : bark);
      this.pinned = this.pinned && quoting(this.pinned);
      this.changeRows((this.rows ?? []).map((row) => (row.card?.id === id ? { ...row, card: quoting(row.card) } : row)));
    }
  }

  async catchUp(): Promise<void> {
    const edition = this.edition;
    const changes = await this.$server.changesSince();
    if (edition === this.edition) {
      this.change(changes);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.isNewOnPage = true;
    this.connected = isConnected();
    this.stops = [everyTick(() => (this.now = new Date())), watchConnection(this.onConnection)];
    if (this.ownsPlace()) {
      this.place.connect();
      addEventListener('vaadin-router-location-changed', this.onMoved);
    }
    // The router moves the page once it stands, and what watches the end was let go of on the way.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stops.forEach((stop) => stop());
    this.place.disconnect();
    removeEventListener('vaadin-router-location-changed', this.onMoved);
    this.nearEnd.disconnect();
    this.announcer.cancel();
    this.pageTitle.show(undefined);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('newer')) {
      this.tellNewer();
    }
    // Watched anew after each page, because a short page leaves the button where it was.
    this.nearEnd.disconnect();
    const button = this.querySelector('.feed-more button');
    if (button && !this.loading && !this.failed) {
      this.nearEnd.observe(button);
    }
  }

  protected override render(): TemplateResult {
    return html`
      <div class="pill-row">${this.newer > 0 ? this.pill() : nothing}</div>
      <div class="hidden-text" role="status">${this.said}</div>
      ${this.rows === undefined || this.arriving ? this.skeletons() : this.list(this.rows)}
      ${this.more && !this.arriving ? this.end() : nothing}
      <barker-bark-menu @menu-toggled=${this.onMenuToggled}></barker-bark-menu>
      <barker-bark-history></barker-bark-history>
    `;
  }

  private pill(): TemplateResult {
    return html`
      <button
        type="button"
        class="pill"
        aria-busy=${this.fetchingNewer ? 'true' : nothing}
        @click=${this.showNewer}
      >
        ${this.newerInWords()}${icon('arrow-up')}
      </button>
    `;
  }

  private list(rows: readonly Row[]): TemplateResult | typeof nothing {
    const all: readonly Row[] = this.pinned ? [{ card: this.pinned }, ...this.belowPinned()] : rows;
    if (all.length === 0) {
      return this.more ? nothing : this.empty();
    }
    return html`
      <div
        role="feed"
        class="barks"
        aria-label=${text(`client.feed.name.${this.kind}`)}
        aria-busy=${this.loading ? 'true' : 'false'}
        @keydown=${this.onKey}
        @pointerdown=${this.onPress}
        @click=${this.onClick}
      >
        ${repeat(
          all,
          (row, index) => this.keyAt(row, index),
          (row, index) => this.row(row, index, all[index - 1]),
        )}
      </div>
    `;
  }

  private row(row: Row, index: number, above: Row | undefined): unknown {
    const key = this.keyAt(row, index);
    const place: CardPlace = {
      key,
      position: index + 1,
      now: this.now,
      menuOpen: this.menuFor === key,
      pinned: this.isPinned(index),
      linked: row.linked,
      linkedFrom: above?.linked,
    };
    if (!row.card) {
      return absence(text(row.gone ? 'client.bark.gone' : 'client.bark.hidden'), place);
    }
    const bark = this.reactions.asWanted(row.card);
    const { position, now, menuOpen, linked, linkedFrom } = place;
    // Most cards stay as they are when one changes. The clock strikes for all.
    const { counts, liked, rebarked, bookmarked } = bark;
    return guard([row.card, counts, liked, rebarked, bookmarked, position, now, menuOpen, linked, linkedFrom], () =>
      row.focused ? focusedCard(bark, place) : barkCard(bark, place),
    );
  }

  private empty(): TemplateResult | typeof nothing {
    if (this.kind === 'thread-above') {
      return nothing;
    }
    if (this.kind === 'thread-below') {
      return html`<p class="no-answers">${text('client.feed.empty.thread-below')}</p>`;
    }
    return html`
      <div class="empty">
        ${dozingDog()}
        <h2>${text(`client.feed.empty.${this.kind}.title`)}</h2>
        <p>${text(`client.feed.empty.${this.kind}.text`)}</p>
        ${this.kind === 'home' || this.kind === 'everyone'
          ? html`
              <button
                type="button"
                class="button primary"
                @click=${() => document.querySelector('barker-composer')?.begin()}
              >
                ${text('client.feed.empty.write')}
              </button>
            `
          : nothing}
      </div>
    `;
  }

  private skeletons(): TemplateResult {
    return html`
      <div class="skeletons">
        <span class="hidden-text">${text('client.loading')}</span>
        ${[1, 2, 3].map(() => html`<div class="skeleton"><i></i><div><i></i><i></i><i></i></div></div>`)}
      </div>
    `;
  }

  private end(): TemplateResult {
    return html`
      <div class="feed-more">
        <p role="alert">${this.failed ? text('client.feed.failed') : nothing}</p>
        <button
          type="button"
          class="button"
          aria-busy=${this.loading ? 'true' : nothing}
          @click=${this.loadOlder}
        >
          <span class="button-label">${text(this.failed ? 'client.feed.retry' : 'client.feed.more')}</span>
          ${this.loading
            ? html`<span class="spinner" data-word=${text('client.loading')} aria-hidden="true"></span>`
            : nothing}
        </button>
      </div>
    `;
  }

  private isThread(): boolean {
    return this.kind === 'thread-above' || this.kind === 'thread-below';
  }

  // One feed of a page looks after the place of all.
  private ownsPlace(): boolean {
    return this.kind !== 'thread-below';
  }

  // What stands above all others does not stand there a second time.
  private belowPinned(): readonly Row[] {
    const rows = this.rows ?? [];
    const id = this.pinned?.id;
    return id ? rows.filter(({ card }) => card?.id !== id || card.rebarkedBy) : rows;
  }

  private isPinned(index: number): boolean {
    return this.pinned !== undefined && index === 0;
  }

  private keyAt(row: Row, index: number): string {
    return this.isPinned(index) ? `pinned-${row.card!.id}` : keyOf(row, index);
  }

  // Of a row of the list, or of the last before it.
  private keyNear(index: number): string | undefined {
    const rows = this.rows ?? [];
    const at = Math.min(index, rows.length - 1);
    return rows[at] && keyOf(rows[at], at);
  }

  private ordered(rows: readonly Row[]): readonly Row[] {
    return this.isThread() ? rows : newestFirst(rows);
  }

  private bark(id: string | undefined): Bark | undefined {
    return this.pinned?.id === id ? this.pinned : this.rows?.find((row) => row.card?.id === id)?.card;
  }

  private confirm(reaction: Reaction, id: string, on: boolean): void {
    const confirmed = (bark: Bark): Bark => (bark.id === id ? withReaction(bark, reaction, on) : bark);
    this.pinned = this.pinned && confirmed(this.pinned);
    this.rows = this.rows?.map((row) => (row.card?.id === id ? { ...row, card: confirmed(row.card) } : row));
  }

  private newerInWords(): string {
    return plural(this.isThread() ? 'client.feed.newer-answers' : 'client.feed.newer', this.newer);
  }

  private tellNewer(): void {
    if (this.newer > 0) {
      this.pageTitle.show(plural('client.feed.count', this.newer));
      this.announcer.announce(this.newerInWords());
    } else {
      this.pageTitle.show(undefined);
      this.announcer.cancel();
      this.said = '';
    }
  }

  private changeRows(rows: readonly Row[]): void {
    keepingPlace(this, () => {
      this.rows = rows;
      this.performUpdate();
    });
  }

  private take(isGone: (bark: Bark) => boolean, trace: Row): void {
    const rows = this.rows ?? [];
    const index = rows.findIndex((row) => row.card && isGone(row.card));
    if (this.pinned && isGone(this.pinned)) {
      this.pinned = undefined;
    }
    if (index < 0) {
      return;
    }
    const focused = this.focusedArticle();
    const asked = this.askedAbout;
    this.changeRows(this.isThread() ? buried(rows, isGone, () => trace) : without(rows, isGone));
    this.askedAbout = undefined;
    const isLost = focused !== undefined && !this.article(focused);
    if (isLost || (asked !== undefined && !this.bark(asked))) {
      this.settleFocus(this.keyNear(index));
    }
  }

  private async arrive(): Promise<void> {
    if (!this.isConnected) {
      return;
    }
    this.isNewOnPage = false;
    if (!this.ownsPlace()) {
      return;
    }
    this.arriving = this.place.known() !== undefined;
    await this.updateComplete;
    if (!(await this.place.arrive())) {
      this.beginAtTop();
    }
  }

  // The bark that a thread is opened at is in view, whatever stands above it.
  private beginAtTop(): void {
    scrollTo({ top: 0, behavior: 'instant' });
    const focused = this.querySelector('.bark.is-focused');
    if (focused && focused.getBoundingClientRect().bottom > innerHeight) {
      focused.scrollIntoView({ block: 'start', behavior: 'instant' });
    }
  }

  private async loadUpTo(count: number): Promise<void> {
    const missing = count - (this.rows ?? []).length;
    if (missing > 0 && this.more && !this.isThread()) {
      await this.loadMore(missing);
    }
    this.arriving = false;
    await this.updateComplete;
  }

  // Another address, the same page: nothing is shown anew, but the place may be another.
  private readonly onMoved = (): void => {
    if (!this.isNewOnPage) {
      setTimeout(() => void this.arrive());
    }
  };

  private readonly onConnection = (connected: boolean): void => {
    const isBack = connected && !this.connected;
    this.connected = connected;
    if (isBack && this.rows) {
      this.catchUp().catch(() => undefined);
    }
  };

  private readonly showNewer = async (): Promise<void> => {
    if (this.fetchingNewer) {
      return;
    }
    this.fetchingNewer = true;
    const known = new Set(this.rows?.map((row) => row.card?.id));
    try {
      await within(this.$server.showNewer(), PATIENCE);
    } catch {
      this.said = text('client.feed.newer.failed');
      return;
    } finally {
      this.fetchingNewer = false;
    }
    await this.updateComplete;
    if (this.isThread()) {
      this.leadTo((this.rows ?? []).findIndex((row) => row.card && !known.has(row.card.id)));
    } else {
      scrollTo({ top: 0 });
      this.settleFocus(this.keyNear(0));
    }
  };

  private leadTo(index: number): void {
    const row = this.rows?.[index];
    const article = row && this.article(keyOf(row, index));
    article?.scrollIntoView({ block: 'center' });
    article?.focus({ preventScroll: true });
  }

  private readonly loadOlder = async (): Promise<void> => {
    await this.loadMore(PAGE_SIZE);
  };

  private async loadMore(size: number): Promise<void> {
    if (this.loading || !this.more) {
      return;
    }
    const edition = this.edition;
    this.loading = true;
    this.failed = false;
    try {
      const page = await within(this.$server.older(this.next, String(size)), PATIENCE);
      if (edition === this.edition) {
        await this.addPage(page);
      }
    } catch {
      this.failed = edition === this.edition;
    } finally {
      if (edition === this.edition) {
        this.loading = false;
      }
    }
  }

  private async addPage(page: Page): Promise<void> {
    const before = this.rows ?? [];
    const buttonHadFocus = this.querySelector('.feed-more')?.contains(document.activeElement) ?? false;
    this.rows = this.isThread() ? behind(before, page.rows) : newestFirst([...before, ...page.rows]);
    // A page that leads nowhere must not make the button press itself for ever.
    this.more = page.more && page.next !== this.next;
    this.next = page.next;
    await this.updateComplete;
    if (buttonHadFocus && !this.more) {
      this.settleFocus(this.keyNear(before.length));
    }
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const opener = target.closest<HTMLElement>('.bark-more');
    if (opener && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.openMenu(opener);
    } else if (event.key === 'Enter' && target.matches('.bark')) {
      this.open(target);
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      this.step(event, event.key === 'PageDown' ? 1 : -1);
    }
  };

  private step(event: KeyboardEvent, by: number): void {
    const articles = this.articlesOfPage();
    const next = articles[articles.indexOf((event.target as Element).closest<HTMLElement>('.bark')!) + by];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  // The press closes an open menu before the click arrives, which must not open it again.
  private readonly onPress = (event: PointerEvent): void => {
    const opener = (event.target as Element).closest('.bark-more');
    const isOpen = this.menu.isOpen && opener?.closest('.bark') === this.article(this.menuFor);
    this.pressedOpener = isOpen ? opener : null;
  };

  private readonly onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const opener = target.closest<HTMLElement>('.bark-more');
    const action = target.closest<HTMLElement>('[data-action]');
    const link = target.closest('a');
    if (opener) {
      if (opener !== this.pressedOpener) {
        this.openMenu(opener);
      }
    } else if (action) {
      this.act(action);
    } else if (link) {
      follow(link, event);
    } else if (isPlain(event) && (getSelection()?.isCollapsed ?? true)) {
      this.open(target);
    }
    this.pressedOpener = null;
  };

  // By its own link, as the keyboard would. The bark in focus is open.
  private open(target: Element): void {
    const opened = target.closest('.quote') ?? target.closest('.bark:not(.is-focused)');
    opened?.querySelector<HTMLElement>('.bark-time')?.click();
  }

  private act(button: HTMLElement): void {
    const bark = this.bark(button.closest<HTMLElement>('.bark')?.dataset['id']);
    if (!bark) {
      return;
    }
    switch (button.dataset['action']) {
      case 'reply':
        document.querySelector('barker-composer')?.reply(bark);
        break;
      case 'like':
      case 'rebark':
      case 'bookmark':
        this.react(button.dataset['action'], bark, button);
        break;
      case 'picture':
        void this.showPictures(bark, button);
        break;
      case 'history':
        void this.showHistory(bark);
        break;
    }
  }

  private react(reaction: Reaction, bark: Bark, button: HTMLElement): void {
    this.reactions.toggle(reaction, bark.id);
    if (reaction === 'like' && this.reactions.asWanted(bark).liked) {
      button.classList.add('is-beating');
      button.addEventListener('animationend', () => button.classList.remove('is-beating'), { once: true });
    }
  }

  private async showPictures(bark: Bark, opener: HTMLElement): Promise<void> {
    try {
      (await import('./barker-viewer')).showPictures(bark.media ?? [], Number(opener.dataset['index']), opener);
    } catch {
      toast(text('client.offline'));
    }
  }

  private async showHistory(bark: Bark): Promise<void> {
    const versions = await this.ask(() => this.$server.history(bark.id));
    if (versions && versions.length > 0) {
      this.history.open(versions);
    } else if (versions) {
      toast(text('client.history.none'), 'info');
    }
  }

  private openMenu(opener: HTMLElement): void {
    const article = opener.closest<HTMLElement>('.bark');
    const bark = this.bark(article?.dataset['id']);
    if (article && bark) {
      this.menuFor = article.dataset['key'];
      this.menu.open(opener, bark.mine ? this.forOwn(bark) : this.forOthers(bark));
    }
  }

  private forOwn(bark: Bark): MenuItem[] {
    const isPinned = this.pinned?.id === bark.id;
    return [
      { words: text('client.bark.edit'), choose: () => void this.edit(bark) },
      { words: text('client.bark.delete'), isDangerous: true, choose: () => this.askAbout(bark, 'askToDelete') },
      { words: text('client.bark.redraft'), isDangerous: true, choose: () => this.askAbout(bark, 'askToRedraft') },
      { words: text(isPinned ? 'client.bark.unpin' : 'client.bark.pin'), choose: () => void this.pin(bark, !isPinned) },
      ...this.forAll(bark),
    ];
  }

  private forOthers(bark: Bark): MenuItem[] {
    const { username } = bark.author;
    const items: MenuItem[] = [
      { words: text('client.bark.mute-author', username), choose: () => this.askAbout(bark, 'askToMuteAuthor') },
      { words: text('client.bark.mute-thread'), choose: () => this.askAbout(bark, 'askToMuteThread') },
      { words: text('client.bark.block', username), isDangerous: true, choose: () => this.askAbout(bark, 'askToBlock') },
      ...this.forAll(bark),
    ];
    const me = document.querySelector('barker-composer')?.account;
    return bark.quote && bark.quote.author.username === me
      ? [...items, { words: text('client.bark.detach'), choose: () => void this.detach(bark) }]
      : items;
  }

  private forAll(bark: Bark): MenuItem[] {
    const link = new URL(barkPath(bark.id), location.href).href;
    return [
      { words: text('client.remind.menu'), choose: () => void this.remind(bark) },
      { words: text('client.bark.copy-curl'), choose: () => void this.copy(curlOfBark(bark.id), 'client.bark.is-copied-curl') },
      ...(typeof navigator.share === 'function'
        ? [{ words: text('client.bark.share'), choose: () => void this.share(link) }]
        : []),
      { words: text('client.bark.copy'), choose: () => void this.copy(link, 'client.bark.is-copied') },
    ];
  }

  // With what the device offers for that; where it offers nothing, the link can be pasted.
  private async share(link: string): Promise<void> {
    try {
      await navigator.share({ url: link });
    } catch (refused) {
      const isLeft = refused instanceof DOMException && refused.name === 'AbortError';
      if (!isLeft) {
        await this.copy(link, 'client.bark.is-copied');
      }
    }
  }

  private askAbout(
    bark: Bark,
    question: 'askToBlock' | 'askToDelete' | 'askToMuteAuthor' | 'askToMuteThread' | 'askToRedraft',
  ): void {
    this.askedAbout = bark.id;
    this.$server[question](bark.id);
  }

  private async edit(bark: Bark): Promise<void> {
    const words = await this.ask(() => this.$server.textToEdit(bark.id));
    if (words || (words === '' && bark.media)) {
      document.querySelector('barker-composer')?.edit(bark.id, words);
    } else if (words !== undefined) {
      toast(text('client.bark.not-editable'));
    }
  }

  private async remind(bark: Bark): Promise<void> {
    const when = await import('./barker-remind').catch(() => toast(text('client.offline')));
    const at = await when?.askWhen();
    if (at && this.isDone(await this.ask(() => this.$server.remind(bark.id, at.toISOString())))) {
      this.confirm(KEPT, bark.id, true);
      toast(text('client.remind.done', timeInSentence(at, new Date())), 'done');
    }
  }

  private async pin(bark: Bark, on: boolean): Promise<void> {
    const answer = await this.ask(() => (on ? this.$server.pin(bark.id) : this.$server.unpin(bark.id)));
    if (this.isDone(answer)) {
      if (this.kind === 'profile') {
        const { rebarkedBy: _, ...own } = bark;
        keepingPlace(this, () => (this.pinned = on ? own : undefined));
      }
      toast(text(on ? 'client.bark.is-pinned' : 'client.bark.is-unpinned'), 'done');
    }
  }

  private async detach(bark: Bark): Promise<void> {
    const answer = await this.ask(() => this.$server.detachQuote(bark.id));
    if (this.isDone(answer)) {
      const detached = (card: Bark): Bark => (card.id === bark.id ? { ...card, quote: undefined } : card);
      this.changeRows((this.rows ?? []).map((row) => (row.card ? { ...row, card: detached(row.card) } : row)));
      toast(text('client.bark.is-detached'), 'done');
    }
  }

  private async copy(words: string, done: string): Promise<void> {
    const isCopied = await copy(words);
    toast(text(isCopied ? done : 'client.bark.not-copied'), isCopied ? 'done' : 'failed');
  }

  // Resolves to nothing when no answer came, which is said.
  private async ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    if (!isConnected()) {
      toast(text('client.offline'));
      return undefined;
    }
    try {
      return await within(question(), PATIENCE);
    } catch {
      toast(text('client.bark.not-done'));
      return undefined;
    }
  }

  private isDone(answer: Answer | undefined): boolean {
    if (answer && !answer.done) {
      toast(answer.why || text('client.bark.not-done'));
    }
    return answer?.done ?? false;
  }

  private readonly onMenuToggled = (event: CustomEvent<boolean>): void => {
    if (!event.detail) {
      this.menuFor = undefined;
    }
  };

  // Those of a thread stand in two feeds.
  private articlesOfPage(): HTMLElement[] {
    const page: ParentNode = this.isThread() ? document : this;
    return [...page.querySelectorAll<HTMLElement>('barker-feed .bark')];
  }

  private article(key: string | undefined): HTMLElement | null {
    return key === undefined ? null : this.querySelector(`.bark[data-key="${CSS.escape(key)}"]`);
  }

  private focusedArticle(): string | undefined {
    return document.activeElement?.closest<HTMLElement>('.bark')?.dataset['key'];
  }

  private settleFocus(key: string | undefined): void {
    const target = this.article(key) ?? this.querySelector<HTMLElement>('.empty button') ?? this;
    target.focus({ preventScroll: true });
    // A dialog that is just closing wants to give the focus to what is gone.
    setTimeout(() => {
      if (document.activeElement === document.body) {
        target.focus({ preventScroll: true });
      }
    }, 250);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-feed': BarkerFeed;
  }
}
