import { isConnected } from './connection';
import { text } from './texts';
import { toast } from './toast';

// Meant for this tab.
export function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

// Leads to another page of Barker. The router would scroll to the top at once, long before that page is there.
export function follow(link: HTMLAnchorElement, event: MouseEvent): void {
  if (event.defaultPrevented || !isPlain(event) || link.target || link.origin !== location.origin) {
    return;
  }
  event.preventDefault();
  if (isConnected()) {
    const { pathname, search, hash } = link;
    dispatchEvent(new CustomEvent('vaadin-router-go', { cancelable: true, detail: { pathname, search, hash } }));
  } else {
    toast(text('client.offline'));
  }
}
