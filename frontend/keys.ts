import { text } from './texts';
import { toast } from './toast';

// Single keys that do things, as https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts asks for: they can be switched
// off. This much is on every page; what they do comes with the first that is pressed.
const KEYS = /^[jkrblsn/?.g]$/u;
const PLACES = /^[henmp]$/u;
const HELD = /^[jk]$/u;

// How long the second key of two may take.
const PATIENCE = 1_500;

const SWITCH = 'barker.keys';

const ELSEWHERE =
  'input, textarea, select, [contenteditable], dialog, [popover], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]';
// Vaadin shows in a popover, too, that an answer is being waited for: that covers nothing.
const COVERS =
  'dialog:modal, :popover-open:not(vaadin-connection-indicator), .is-covered, vaadin-confirm-dialog[opened], vaadin-dialog[opened]';

let leadsUntil = 0;

// It is a matter of how one uses this browser, not of who is logged in.
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(SWITCH) !== 'off';
  } catch {
    return true;
  }
}

export function switchKeys(on: boolean): void {
  try {
    if (on) {
      localStorage.removeItem(SWITCH);
    } else {
      localStorage.setItem(SWITCH, 'off');
    }
  } catch {
    toast(text('client.keys.not-kept'));
  }
}

export async function showKeys(): Promise<void> {
  try {
    (await import('./barker-keys')).showSheet();
  } catch {
    toast(text('client.offline'));
  }
}

// For as long as a page has its header.
export function listenToKeys(): () => void {
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  if (event.key === 'Shift') {
    return;
  }
  const leads = performance.now() < leadsUntil;
  leadsUntil = 0;
  if (!(leads ? PLACES : KEYS).test(event.key) || !isForThePage(event)) {
    return;
  }
  // Else the letter would stand in the field that the key leads to.
  event.preventDefault();
  if (event.key === 'g' && !leads) {
    leadsUntil = performance.now() + PATIENCE;
  } else if (event.key === '?') {
    void showKeys();
  } else {
    import('./key-acts').then(
      ({ press }) => press(leads ? `g${event.key}` : event.key),
      () => toast(text('client.offline')),
    );
  }
}

function isForThePage(event: KeyboardEvent): boolean {
  return (
    !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) &&
    (!event.repeat || HELD.test(event.key)) &&
    !event.composedPath().some((target) => target instanceof Element && target.matches(ELSEWHERE)) &&
    document.querySelector(COVERS) === null &&
    areKeysOn()
  );
}
