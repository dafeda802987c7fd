import { profilePath } from './navigation';
import { text } from './texts';

// What single keys do: they press what stands on the page, so that a key does what the press does, and nothing where there is
// nothing to press.
const ACTS: Readonly<Record<string, string>> = { r: 'reply', b: 'rebark', l: 'like', s: 'bookmark' };

// In the page before anything is said: screen readers do not listen to what has only just come.
const region = document.createElement('div');
region.setAttribute('role', 'status');
region.className = 'hidden-text';
document.body.append(region);

export function press(key: string): void {
  const act = ACTS[key];
  if (act) {
    actOn(currentBark(), act);
  } else if (key === 'j' || key === 'k') {
    step(key === 'j' ? 1 : -1);
  } else if (key === '.') {
    document.querySelector<HTMLElement>('barker-feed .pill')?.click();
  } else if (key === 'n') {
    document.querySelector<HTMLElement>('.new-bark')?.click();
  } else if (key === '/') {
    search();
  } else {
    wayTo(place(key))?.click();
  }
}

// Whether there is a way there from this page.
export function leads(key: string): boolean {
  return key === '/' ? searchField() !== undefined || wayTo('/search') !== undefined : wayTo(place(key)) !== undefined;
}

function place(key: string): string {
  const me = document.querySelector('barker-shell-bar')?.account ?? '';
  return { gh: '/', ge: '/everyone', gn: '/notifications', gm: '/bookmarks', gp: profilePath(me) }[key] ?? '';
}

function wayTo(path: string): HTMLAnchorElement | undefined {
  return [...document.querySelectorAll<HTMLAnchorElement>('.shell-nav a')].find(
    (link) => link.getAttribute('href') === path,
  );
}

// One that is to be seen: beside the page there is room for it on wide screens alone.
function searchField(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-search]')].find((field) => field.checkVisibility());
}

function search(): void {
  const field = searchField();
  if (field) {
    field.focus();
  } else {
    wayTo('/search')?.click();
  }
}

function barks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('barker-feed .bark')];
}

// The one that the keyboard is in, or that the page is about.
function currentBark(): HTMLElement | null {
  return focusedBark() ?? document.querySelector<HTMLElement>('barker-feed .bark.is-focused');
}

function focusedBark(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('barker-feed .bark') ?? null;
}

// From bark to bark, beginning with the first in view.
function step(by: number): void {
  const all = barks();
  const from = focusedBark();
  const next = from ? all[all.indexOf(from) + by] : all.find(isInView);
  next?.focus();
}

function isInView(bark: HTMLElement): boolean {
  const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  return bark.getBoundingClientRect().top >= bar;
}

function actOn(bark: HTMLElement | null, act: string): void {
  const button = bark?.querySelector<HTMLElement>(`[data-action=${act}]`);
  if (!bark || !button) {
    return;
  }
  button.click();
  // The focus is on the bark, so that nobody is told what has become of a button in it.
  setTimeout(() => {
    const pressed = bark.querySelector(`[data-action=${act}]`)?.getAttribute('aria-pressed');
    if (pressed) {
      region.textContent = text(pressed === 'true' ? SAID[act]![0] : SAID[act]![1]);
    }
  });
}

const SAID: Readonly<Record<string, readonly [string, string]>> = {
  like: ['client.keys.liked', 'client.keys.not-liked'],
  rebark: ['client.keys.rebarked', 'client.keys.not-rebarked'],
  bookmark: ['client.keys.bookmarked', 'client.keys.not-bookmarked'],
};
