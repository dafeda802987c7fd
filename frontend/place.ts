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
  let frames = 0;
  const hold = (): void => {
    if (!read?.isConnected) {
      return;
    }
    scrollBy({ top: read.getBoundingClientRect().top - top, behavior: 'instant' });
    if (frames++ < SETTLING) {
      requestAnimationFrame(hold);
    }
  };
  hold();
}
