import { holdAt } from './place';

// Where a reader is in a list: kept in the history's entry of the page, beside what others keep there, and its beginning
// in the address. It is written when the page comes to rest, never while it moves.
interface Place {
  readonly path: string;
  // How many cards it takes to get there, from the beginning in the address on.
  readonly count: number;
  // The article at the top, and how far below the top of the screen it begins.
  readonly key: string;
  readonly offset: number;
  // The article that the keyboard was in.
  readonly focused?: string;
}

export interface List {
  // In the order of the page; of a thread, those of all its feeds.
  articles(): HTMLElement[];
  // The entries of the cards, in order; empty for a list that has no beginning to name.
  entries(): readonly string[];
  // Gets so many cards, and resolves when they stand.
  load(count: number): Promise<void>;
}

// As many as the server gives at once.
const MOST = 200;

// Further behind the beginning than this and the beginning moves along, so that as many still reach ahead.
const BEHIND = 100;

const AT_REST = 200;
const SETTLING = 8;
const PATIENCE = 5_000;

function keyOf(article: Element | null | undefined): string | undefined {
  return (article as HTMLElement | null | undefined)?.dataset['key'];
}

export class ReadingPlace {
  private href = '';
  private isWatching = false;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private thaw: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly list: List) {}

  connect(): void {
    addEventListener('scroll', this.onScroll, { passive: true });
    addEventListener('vaadin-router-go', this.onLeaving, { capture: true });
    addEventListener('pagehide', this.keep);
    // The browser would scroll before the cards are there.
    history.scrollRestoration = 'manual';
  }

  disconnect(): void {
    removeEventListener('scroll', this.onScroll);
    removeEventListener('vaadin-router-go', this.onLeaving, { capture: true });
    removeEventListener('pagehide', this.keep);
    this.stop();
  }

  // What this page's entry in the history knows; undefined at a first visit.
  known(): Place | undefined {
    const place = (history.state as { barker?: Place } | null)?.barker;
    return place?.path === location.pathname ? place : undefined;
  }

  // Once the address is the page's own. Resolves to whether the reader is back where they were.
  async arrive(): Promise<boolean> {
    const place = this.known();
    if (place) {
      await this.list.load(place.count);
      this.putBack(place);
    }
    this.watch();
    return place !== undefined;
  }

  private watch(): void {
    this.href = location.href;
    this.isWatching = true;
    clearTimeout(this.thaw);
  }

  private stop(): void {
    this.isWatching = false;
    clearTimeout(this.rest);
    clearTimeout(this.thaw);
  }

  private putBack(place: Place): void {
    const articles = this.list.articles();
    const at = articles.find((article) => keyOf(article) === place.key) ?? this.nextTo(place.key, articles);
    if (at) {
      holdAt(at, place.offset, SETTLING);
    }
    articles.find((article) => keyOf(article) === place.focused)?.focus({ preventScroll: true });
  }

  // Where what was read is gone, what stood below it.
  private nextTo(key: string, articles: readonly HTMLElement[]): HTMLElement | undefined {
    if (!/^\d+$/u.test(key)) {
      return undefined;
    }
    const next = this.list.entries().find((entry) => BigInt(entry) < BigInt(key));
    return articles.find((article) => keyOf(article) === next);
  }

  private readonly onScroll = (): void => {
    if (this.isWatching) {
      clearTimeout(this.rest);
      this.rest = setTimeout(this.keep, AT_REST);
    }
  };

  // The router scrolls up as soon as a link is pressed: that is not where the reader was. If nothing comes of it, the
  // page is watched again.
  private readonly onLeaving = (): void => {
    this.keep();
    this.stop();
    this.thaw = setTimeout(() => this.watch(), PATIENCE);
  };

  private readonly keep = (): void => {
    clearTimeout(this.rest);
    // After a step back the entry is another page's already.
    if (!this.isWatching || location.href !== this.href) {
      return;
    }
    const bar = this.topOfView();
    const articles = this.list.articles();
    const top = articles.find((article) => article.getBoundingClientRect().bottom > bar);
    const entries = this.list.entries();
    const beginning = this.beginning(entries, keyOf(top));
    const first = articles.find((article) => keyOf(article) === entries[0]);
    const isBelowFirst = first !== undefined && first.getBoundingClientRect().bottom <= bar;
    const place: Place | undefined =
      top && scrollY > 0
        ? {
            path: location.pathname,
            count: Math.min(entries.length - beginning, MOST),
            key: keyOf(top)!,
            offset: top.getBoundingClientRect().top,
            focused: this.focused(),
          }
        : undefined;
    this.write(place, isBelowFirst ? entries[beginning] : undefined);
  };

  private beginning(entries: readonly string[], topKey: string | undefined): number {
    const at = entries.indexOf(topKey ?? '');
    return at + BEHIND < MOST ? 0 : at - BEHIND;
  }

  private focused(): string | undefined {
    const active = document.activeElement;
    return active?.matches(':focus-visible') ? keyOf(active.closest('article')) : undefined;
  }

  private topOfView(): number {
    return parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  }

  private write(place: Place | undefined, from: string | undefined): void {
    const url = new URL(location.href);
    if (from === undefined) {
      url.searchParams.delete('from');
    } else {
      url.searchParams.set('from', from);
    }
    // Flow and its router keep their own things there.
    const { barker: _, ...others } = (history.state ?? {}) as Record<string, unknown>;
    const state = place ? { ...others, barker: place } : others;
    history.replaceState(Object.keys(state).length > 0 ? state : null, '', url);
    this.href = location.href;
  }
}
