import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { avatar } from './avatar';
import type { Person } from './bark';
import { lineOf } from './caret';
import { isConnected } from './connection';
import { text } from './texts';

export type WhoBegins = (prefix: string) => Promise<readonly Person[]>;

// How long the keys rest before the server is asked.
const QUIET = 150;

// As the server reads a name: not inside of a word, an address or another name.
const BEGUN = /(?:^|[^\p{L}\p{N}\p{M}_@/])@([a-z0-9_-]{1,30})$/iu;

// The longest that BEGUN needs to see.
const IN_SIGHT = 40;

interface Begun {
  readonly start: number;
  readonly prefix: string;
}

interface Host extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

let lists = 0;

// Offers whom a name may mean while it is written: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
export class NameCompletion implements ReactiveController {
  readonly id = `names-${++lists}`;

  private people: readonly Person[] = [];
  private active = 0;
  private begun: Begun | undefined;
  // Until another name is begun.
  private isRefused = false;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private readonly known = new Map<string, readonly Person[]>();

  constructor(
    private readonly host: Host,
    private readonly area: () => HTMLTextAreaElement,
    private readonly ask: WhoBegins,
    private readonly write: (words: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('scroll', this.stay, { passive: true, capture: true });
    addEventListener('resize', this.stay, { passive: true });
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.stay, { capture: true });
    removeEventListener('resize', this.stay);
    this.close();
  }

  hostUpdated(): void {
    const list = this.list();
    if (list && this.isOpen && !list.matches(':popover-open')) {
      list.showPopover();
    }
    this.stay();
    list?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  get isOpen(): boolean {
    return this.people.length > 0 && this.begun !== undefined;
  }

  get activeId(): string {
    return `${this.id}-${this.active}`;
  }

  render(): TemplateResult | typeof nothing {
    return this.isOpen
      ? html`
          <ul
            id=${this.id}
            class="names"
            role="listbox"
            popover="manual"
            aria-label=${text('client.composer.people')}
            @pointerdown=${(event: Event) => event.preventDefault()}
          >
            ${this.people.map((person, index) => this.option(person, index))}
          </ul>
        `
      : nothing;
  }

  // Call whenever the text or the caret may have changed.
  look(): void {
    const begun = isConnected() ? nameBeforeCaret(this.area()) : undefined;
    if (begun?.start !== this.begun?.start) {
      this.isRefused = false;
    }
    if (begun?.prefix === this.begun?.prefix && begun?.start === this.begun?.start) {
      return;
    }
    clearTimeout(this.quiet);
    this.begun = begun;
    if (!begun || this.isRefused) {
      this.offer([]);
    } else {
      this.quiet = setTimeout(() => void this.find(begun), QUIET);
    }
  }

  // Whether the key was meant for the list.
  onKey(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return false;
    }
    const last = this.people.length - 1;
    const move = {
      ArrowDown: this.active === last ? 0 : this.active + 1,
      ArrowUp: this.active === 0 ? last : this.active - 1,
    }[event.key];
    if (move !== undefined) {
      this.active = move;
      this.host.requestUpdate();
    } else if (event.key === 'Escape') {
      this.isRefused = true;
      this.offer([]);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      this.take(this.active);
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  close(): void {
    clearTimeout(this.quiet);
    this.begun = undefined;
    this.offer([]);
  }

  private option(person: Person, index: number): TemplateResult {
    return html`
      <li
        id="${this.id}-${index}"
        role="option"
        aria-selected=${index === this.active ? 'true' : 'false'}
        @click=${() => this.take(index)}
      >
        ${avatar(person.username, person.avatar)}
        <span><b><bdi>${person.name}</bdi></b> <span>@${person.username}</span></span>
      </li>
    `;
  }

  private async find(begun: Begun): Promise<void> {
    const prefix = begun.prefix.toLowerCase();
    let people = this.known.get(prefix) ?? this.nobodyFor(prefix);
    if (!people) {
      try {
        people = await this.ask(prefix);
        this.known.set(prefix, people);
      } catch {
        people = [];
      }
    }
    if (this.begun === begun && !this.isRefused) {
      // The whole name stands there already.
      this.offer(people.length === 1 && people[0]!.username === prefix ? [] : people);
    }
  }

  // Where nobody begins with some letters, nobody begins with more.
  private nobodyFor(prefix: string): readonly Person[] | undefined {
    for (let length = 1; length < prefix.length; length++) {
      const people = this.known.get(prefix.slice(0, length));
      if (people?.length === 0) {
        return people;
      }
    }
    return undefined;
  }

  private offer(people: readonly Person[]): void {
    this.people = people;
    this.active = 0;
    this.host.requestUpdate();
  }

  private take(index: number): void {
    const person = this.people[index];
    const area = this.area();
    if (!person || !this.begun) {
      return;
    }
    const end = this.begun.start + 1 + this.begun.prefix.length;
    const space = /^\s/u.test(area.value.slice(end)) ? '' : ' ';
    area.focus();
    area.setSelectionRange(this.begun.start, end);
    insert(area, `@${person.username}${space}`);
    this.close();
    this.write(area.value);
  }

  private list(): HTMLElement | null {
    return this.host.renderRoot.querySelector(`#${this.id}`);
  }

  // Below the line that is written, or above it where there is no room.
  private readonly stay = (): void => {
    const list = this.list();
    if (!list || !this.begun) {
      return;
    }
    const line = lineOf(this.area(), this.begun.start);
    const { width, height } = list.getBoundingClientRect();
    const below = line.bottom + 4;
    const top = below + height > innerHeight - 8 ? Math.max(8, line.top - height - 4) : below;
    list.style.setProperty('--names-top', `${top}px`);
    list.style.setProperty('--names-left', `${Math.max(8, Math.min(line.left, innerWidth - width - 8))}px`);
  };
}

function nameBeforeCaret(area: HTMLTextAreaElement): Begun | undefined {
  if (area.selectionStart !== area.selectionEnd) {
    return undefined;
  }
  const caret = area.selectionStart;
  const prefix = BEGUN.exec(area.value.slice(Math.max(0, caret - IN_SIGHT), caret))?.[1];
  return prefix === undefined ? undefined : { start: caret - prefix.length - 1, prefix };
}

// So that it can be undone, where the browser still knows how.
function insert(area: HTMLTextAreaElement, words: string): void {
  if (!document.execCommand('insertText', false, words)) {
    area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
  }
}
