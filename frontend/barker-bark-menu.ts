import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { text } from './texts';

// One menu for all barks of a feed: a menu in each card would make thousands of cards heavy.
@customElement('barker-bark-menu')
export class BarkerBarkMenu extends LitElement {
  @query('[popover]') private menu!: HTMLElement;

  private opener: HTMLElement | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get isOpen(): boolean {
    return this.menu?.matches(':popover-open') ?? false;
  }

  open(opener: HTMLElement): void {
    this.opener = opener;
    // Safari does not focus a pressed button by itself, and the popover gives the focus back.
    opener.focus({ preventScroll: true });
    this.menu.showPopover();
    this.place(opener.getBoundingClientRect());
    this.items()[0]?.focus({ preventScroll: true });
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
        <button type="button" class="menu-item danger" role="menuitem" tabindex="-1" @click=${this.onDelete}>
          ${text('client.bark.delete')}
        </button>
      </div>
    `;
  }

  private items(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  // In page coordinates, so that the menu stays with its bark when the page scrolls.
  private place(opener: DOMRect): void {
    const { width, height } = this.menu.getBoundingClientRect();
    const below = opener.bottom + 4;
    const top = below + height > innerHeight ? opener.top - height - 4 : below;
    const left = Math.max(8, opener.right - width);
    this.menu.style.setProperty('--menu-top', `${top + scrollY}px`);
    this.menu.style.setProperty('--menu-left', `${left + scrollX}px`);
  }

  private close(): void {
    this.menu.hidePopover();
    this.opener?.focus({ preventScroll: true });
  }

  private readonly onToggle = (event: ToggleEvent): void => {
    const open = event.newState === 'open';
    this.dispatchEvent(new CustomEvent('menu-toggled', { detail: open }));
  };

  private readonly onDelete = (): void => {
    this.close();
    this.dispatchEvent(new CustomEvent('delete-chosen'));
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const items = this.items();
    const at = items.indexOf(document.activeElement as HTMLElement);
    const target = {
      ArrowDown: items[(at + 1) % items.length],
      ArrowUp: items[(at - 1 + items.length) % items.length],
      Home: items[0],
      End: items[items.length - 1],
    }[event.key];
    if (target) {
      event.preventDefault();
      target.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'barker-bark-menu': BarkerBarkMenu;
  }
}
