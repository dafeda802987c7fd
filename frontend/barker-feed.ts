import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Announcer } from './announcer';
import { barkCard, type Bark } from './bark-card';
import './barker-bark-menu';
import type { BarkerBarkMenu } from './barker-bark-menu';
import { everyTick } from './clock';
import { dozingDog } from './dozing-dog';
import { icon } from './icons';
import { NewBarksTitle } from './new-barks-title';
import { keepingPlace } from './place';
import { plural, text } from './texts';
import { within } from './within';

export interface Page {
  readonly barks: readonly Bark[];
  readonly more: boolean;
}

interface Server {
  older(beforeId: string): Promise<Page>;
  showNewer(): Promise<void>;
  askDelete(id: string): void;
}

const PATIENCE = 20_000;

function newestFirst(barks: Iterable<Bark>): readonly Bark[] {
  const byId = new Map([...barks].map((bark) => [bark.id, bark]));
  return [...byId.values()].sort((a, b) => {
    const [one, other] = [BigInt(a.id), BigInt(b.id)];
    return one > other ? -1 : one < other ? 1 : 0;
  });
}

@customElement('barker-feed')
export class BarkerFeed extends LitElement {
  declare $server: Server;

  @property({ type: Number }) newer = 0;

  @state() private barks: readonly Bark[] | undefined;
  @state() private more = false;
  @state() private loading = false;
  @state() private failed = false;
  @state() private fetchingNewer = false;
  @state() private menuFor: string | undefined;
  @state() private said = '';
  @state() private now = new Date();

  @query('barker-bark-menu') private menu!: BarkerBarkMenu;

  // Counts the calls of show: what was asked for before one does not fit after it.
  private edition = 0;
  private askedToDelete: string | undefined;
  private pressedOpener: EventTarget | null = null;
  private stopClock: (() => void) | undefined;
  private readonly pageTitle = new NewBarksTitle();
  private readonly announcer = new Announcer((message) => (this.said = message), 30_000);
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
    this.barks = newestFirst(page.barks);
    this.more = page.more;
    this.loading = false;
    this.failed = false;
    this.now = new Date();
  }

  insert(bark: Bark): void {
    if (this.barks?.some((known) => known.id === bark.id)) {
      return;
    }
    this.now = new Date();
    keepingPlace(this, () => {
      this.barks = newestFirst([...(this.barks ?? []), bark]);
      this.performUpdate();
    });
  }

  // Without an id it is what every element has under this name.
  override remove(id?: string): void {
    if (id === undefined) {
      super.remove();
      return;
    }
    const index = this.barks?.findIndex((bark) => bark.id === id) ?? -1;
    if (!this.barks || index < 0) {
      return;
    }
    const hadFocus = this.article(id)?.contains(document.activeElement) ?? false;
    const focusMoves = hadFocus || this.askedToDelete === id;
    this.barks = this.barks.filter((bark) => bark.id !== id);
    this.askedToDelete = undefined;
    if (focusMoves) {
      const neighbour = this.barks[index] ?? this.barks[index - 1];
      void this.updateComplete.then(() => this.settleFocus(neighbour?.id));
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The router moves the page once it stands, and what watches the end was let go of on the way.
    this.requestUpdate();
    this.stopClock = everyTick(() => (this.now = new Date()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopClock?.();
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
      ${this.barks === undefined ? this.skeletons() : this.barks.length > 0 ? this.list(this.barks) : this.empty()}
      ${this.more ? this.end() : nothing}
      <barker-bark-menu @menu-toggled=${this.onMenuToggled} @delete-chosen=${this.onDelete}></barker-bark-menu>
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
        ${plural('client.feed.newer', this.newer)}${icon('arrow-up')}
      </button>
    `;
  }

  private list(barks: readonly Bark[]): TemplateResult {
    return html`
      <div
        role="feed"
        class="barks"
        aria-label=${text('client.feed.name')}
        aria-busy=${this.loading ? 'true' : 'false'}
        @keydown=${this.onKey}
        @pointerdown=${this.onPress}
        @click=${this.onClick}
      >
        ${repeat(
          barks,
          (bark) => bark.id,
          (bark, index) =>
            barkCard(bark, { position: index + 1, now: this.now, menuOpen: this.menuFor === bark.id }),
        )}
      </div>
    `;
  }

  private empty(): TemplateResult {
    return html`
      <div class="empty">
        ${dozingDog()}
        <h2>${text('client.feed.empty.title')}</h2>
        <p>${text('client.feed.empty.text')}</p>
        <button
          type="button"
          class="button primary"
          @click=${() => document.querySelector('barker-composer')?.begin()}
        >
          ${text('client.feed.empty.write')}
        </button>
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

  private tellNewer(): void {
    if (this.newer > 0) {
      this.pageTitle.show(plural('client.feed.count', this.newer));
      this.announcer.announce(plural('client.feed.newer', this.newer));
    } else {
      this.pageTitle.show(undefined);
      this.announcer.cancel();
      this.said = '';
    }
  }

  private readonly showNewer = async (): Promise<void> => {
    if (this.fetchingNewer) {
      return;
    }
    this.fetchingNewer = true;
    try {
      await within(this.$server.showNewer(), PATIENCE);
    } catch {
      this.said = text('client.feed.newer.failed');
      return;
    } finally {
      this.fetchingNewer = false;
    }
    await this.updateComplete;
    scrollTo({ top: 0 });
    this.settleFocus(this.barks?.[0]?.id);
  };

  private readonly loadOlder = async (): Promise<void> => {
    const last = this.barks?.at(-1);
    if (this.loading || !this.more || !last) {
      return;
    }
    const edition = this.edition;
    this.loading = true;
    this.failed = false;
    try {
      const page = await within(this.$server.older(last.id), PATIENCE);
      if (edition === this.edition) {
        await this.addPage(page, last.id);
      }
    } catch {
      this.failed = edition === this.edition;
    } finally {
      if (edition === this.edition) {
        this.loading = false;
      }
    }
  };

  private async addPage(page: Page, lastId: string): Promise<void> {
    const before = this.barks ?? [];
    const buttonHadFocus = this.querySelector('.feed-more')?.contains(document.activeElement) ?? false;
    this.barks = newestFirst([...before, ...page.barks]);
    // A page with nothing new must not make the button press itself for ever.
    this.more = page.more && this.barks.length > before.length;
    await this.updateComplete;
    if (buttonHadFocus && !this.more) {
      const last = this.barks.findIndex((bark) => bark.id === lastId);
      this.settleFocus(this.barks[last + 1]?.id ?? lastId);
    }
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const target = event.target as Element;
    const opener = target.closest<HTMLElement>('.bark-more');
    if (opener && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.openMenu(opener);
      return;
    }
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (step === undefined) {
      return;
    }
    const articles = [...this.querySelectorAll<HTMLElement>('.bark')];
    const next = articles[articles.indexOf(target.closest<HTMLElement>('.bark')!) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };

  // The press closes an open menu before the click arrives, which must not open it again.
  private readonly onPress = (event: PointerEvent): void => {
    const opener = (event.target as Element).closest('.bark-more');
    const open = this.menu.isOpen && opener?.closest('.bark') === this.article(this.menuFor);
    this.pressedOpener = open ? opener : null;
  };

  private readonly onClick = (event: MouseEvent): void => {
    const opener = (event.target as Element).closest<HTMLElement>('.bark-more');
    if (opener && opener !== this.pressedOpener) {
      this.openMenu(opener);
    }
    this.pressedOpener = null;
  };

  private openMenu(opener: HTMLElement): void {
    this.menuFor = opener.closest<HTMLElement>('.bark')?.dataset['id'];
    this.menu.open(opener);
  }

  private readonly onMenuToggled = (event: CustomEvent<boolean>): void => {
    if (!event.detail) {
      this.menuFor = undefined;
    }
  };

  private readonly onDelete = (): void => {
    const id = this.menuFor;
    if (id) {
      this.askedToDelete = id;
      this.$server.askDelete(id);
    }
  };

  private article(id: string | undefined): HTMLElement | null {
    return id === undefined ? null : this.querySelector(`.bark[data-id="${CSS.escape(id)}"]`);
  }

  private settleFocus(id: string | undefined): void {
    const target = this.article(id) ?? this.querySelector<HTMLElement>('.empty button') ?? this;
    target.focus({ preventScroll: true });
    // A dialog that is just closing wants to give the focus to what is gone.
    setTimeout(() => {
      if (document.activeElement === document.body) {
        target.focus({ preventScroll: true });
      }
    }, 250);
  }
}
