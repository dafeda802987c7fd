import { html, nothing, render } from 'lit';
import { icon, type IconName } from './icons';
import { text } from './texts';

export type ToastKind = 'done' | 'failed' | 'info';

const STAYS = 5_000;

const ICONS: Readonly<Record<ToastKind, IconName>> = {
  done: 'circle-check',
  failed: 'circle-alert',
  info: 'info',
};

// In the page before anything is said: screen readers do not listen to what has only just come.
const polite = region('status');
const urgent = region('alert');
const box = document.createElement('div');
box.className = 'toasts';
box.append(polite, urgent);
document.body.append(box);
// A dialog fires the first wherever that is known, the second everywhere.
document.addEventListener('toggle', stayInReach, true);
document.addEventListener('close', stayInReach, true);

let timer: ReturnType<typeof setTimeout> | undefined;

function region(role: string): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  element.addEventListener('pointerenter', hold);
  element.addEventListener('focusin', hold);
  element.addEventListener('pointerleave', letGo);
  element.addEventListener('focusout', letGo);
  return element;
}

let stays = false;

// One at a time: a new one takes the place of the old one. What failed stays until it is closed.
export function toast(words: string, kind: ToastKind = 'failed'): void {
  close();
  stayInReach();
  stays = kind === 'failed';
  render(
    html`
      <div class="toast ${kind}">
        ${icon(ICONS[kind])}
        <p>${words}</p>
        <button type="button" class="icon-button" aria-label=${text('client.toast.close')} @click=${close}>
          ${icon('x')}
        </button>
      </div>
    `,
    stays ? urgent : polite,
  );
  letGo();
}

// While a dialog is open nothing outside of it can be pressed.
function stayInReach(): void {
  const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
  if (box.parentElement !== place) {
    place.append(box);
  }
}

function close(): void {
  hold();
  render(nothing, polite);
  render(nothing, urgent);
}

function hold(): void {
  clearTimeout(timer);
}

function letGo(): void {
  hold();
  if (!stays) {
    timer = setTimeout(close, STAYS);
  }
}
