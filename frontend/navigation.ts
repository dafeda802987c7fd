// The router says where the browser went, Flow where the server led it.
const MOVES = ['vaadin-router-location-changed', 'vaadin-navigated'] as const;

// Calls the listener whenever another page is shown; its view stands by then.
export function watchPlace(listener: () => void): () => void {
  MOVES.forEach((move) => window.addEventListener(move, listener));
  return () => MOVES.forEach((move) => window.removeEventListener(move, listener));
}

export function goTo(pathname: string, search = ''): void {
  window.dispatchEvent(new CustomEvent('vaadin-router-go', { detail: { pathname, search, hash: '' } }));
}

export function profilePath(username: string): string {
  return `/users/${encodeURIComponent(username)}`;
}

// For the attribute of a link; a page below the link's own is "true".
export function currentAt(href: string, place: string): 'page' | 'true' | undefined {
  if (place === href) {
    return 'page';
  }
  return href !== '/' && place.startsWith(`${href}/`) ? 'true' : undefined;
}
