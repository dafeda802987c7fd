import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { menuItems, menuKeys } from './menu-keys';
import { text } from './texts';

export interface MenuItem {
  readonly words: string;
  readonly isDangerous?: boolean;
  readonly choose: () => void;
}

// One menu for all barks of a feed: a menu in each card would make thousands of cards heavy.
@customElement('barker-bark-menu')
export class BarkerBarkMenu extends LitElement {
  @property({ attribute: false }) items: readonly MenuItem[] = [];

  @query('[popover]') private menu!: HTMLElement;

  private opener: HTMLElement | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get isOpen(): boolean {
    return this.menu?.matches(':popover-open') ?? false;
  }

  open(opener: HTMLElement, items: readonly MenuItem[]): void {
    this.opener = opener;
    this.items = items;
    this.performUpdate();
    // Safari does not focus a pressed button by itself, and the popover gives the focus back.
    opener.focus({ preventScroll: true });
    this.menu.showPopover();
    this.place(opener.getBoundingClientRect());
    menuItems(this.menu)[0]?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return html`
      <div
        class="menu"
        popover="auto"
        role="menu"
        aria-label=${text('client.bark.more')}
        @keydown=${this.onKey}
        @toggle=${this.onToggle}
      >
        ${this.items.map(
          (item) => html`
            <button
              type="button"
              class="menu-item ${item.isDangerous ? 'danger' : ''}"
              role="menuitem"
              tabindex="-1"
              @click=${() => this.choose(item)}
            >
              ${item.words}
            </button>
          `,
        )}
      </div>
    `;
  }

  // In page coordinates, so that the menu stays with its bark when the page scrolls.
  private place(opener: DOMRect): void {
    const { width, height } = this.menu.getBoundingClientRect();
    const below = opener.bottom + 4;
    const top = below + height > innerHeight ? Math.max(8, opener.top - height - 4) : below;
    const left = Math.max(8, opener.right - width);
    this.menu.style.setProperty('--menu-top', `${top + scrollY}px`);
    this.menu.style.setProperty('--menu-left', `${left + scrollX}px`);
  }

  private readonly close = (): void => {
    this.menu.hidePopover();
    this.opener?.focus({ preventScroll: true });
  };

  private readonly onToggle = (event: ToggleEvent): void => {
    const open = event.newState === 'open';
    this.dispatchEvent(new CustomEvent('menu-toggled', { detail: open }));
  };

  private choose(item: MenuItem): void {
    this.close();
    item.choose();
  }

  private readonly onKey = (event: KeyboardEvent): void => menuKeys(event, this.close);
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-bark-menu': BarkerBarkMenu;
  }
}
