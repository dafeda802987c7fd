// What the keys do in a menu: https://www.w3.org/WAI/ARIA/apg/patterns/menubar/
export function menuKeys(event: KeyboardEvent, close: () => void): void {
  const items = menuItems(event.currentTarget as HTMLElement);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const target = {
    ArrowDown: items[(at + 1) % items.length],
    ArrowUp: items[(at <= 0 ? items.length : at) - 1],
    Home: items[0],
    End: items[items.length - 1],
  }[event.key];
  if (target) {
    event.preventDefault();
    target.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    event.stopPropagation();
    close();
  }
}

export function menuItems(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}
