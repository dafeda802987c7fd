// Takes the rest of the page out of reach while an element covers it, without moving the element:
// moving it would take the focus, and on phones the keyboard, away.
export class Overlay {
  private inerted: Element[] = [];

  constructor(private readonly element: HTMLElement) {}

  open(): void {
    for (let at: Element = this.element; at.parentElement && at !== document.body; at = at.parentElement) {
      for (const sibling of at.parentElement.children) {
        if (sibling !== at && !sibling.hasAttribute('inert') && !sibling.matches('script, style, link, .toasts')) {
          sibling.setAttribute('inert', '');
          this.inerted.push(sibling);
        }
      }
    }
    document.documentElement.classList.add('is-covered');
  }

  close(): void {
    this.inerted.forEach((sibling) => sibling.removeAttribute('inert'));
    this.inerted = [];
    document.documentElement.classList.remove('is-covered');
  }
}
