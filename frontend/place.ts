const anchors = CSS.supports('overflow-anchor', 'auto');

// How many frames new articles may take to get their real height.
const SETTLING = 3;

// Runs a change and keeps what is being read where it is; at the top of the page the newest may push in.
// Only Safari needs help: the others hold the place by themselves, and both at once would move the page twice.
export function keepingPlace(list: HTMLElement, change: () => void): void {
  if (anchors || scrollY <= 0) {
    change();
    return;
  }
  const articles = [...list.querySelectorAll<HTMLElement>('article')];
  const read = articles.find((article) => article.getBoundingClientRect().bottom > 0);
  const top = read?.getBoundingClientRect().top ?? 0;
  change();
  if (read) {
    holdAt(read, top);
  }
}

// Keeps an element at a height of the screen until what stands around it has its size.
export function holdAt(element: HTMLElement, top: number, frames = SETTLING): void {
  if (!element.isConnected) {
    return;
  }
  scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
  if (frames > 0) {
    requestAnimationFrame(() => holdAt(element, top, frames - 1));
  }
}
