import { askPassword } from './barker-password-dialog';
import './barker-still-there';
import { beginSession, lookAtSession, sessionState, stayLoggedIn, watchSession } from './session-state';
import { text } from './texts';

export interface Guarded {
  readonly account: string;
  readonly name: string;
  readonly picture: string;
  readonly csrfName: string;
  readonly csrfToken: string;
  readonly logOut: () => void;
}

interface End {
  readonly why: string;
  readonly remembered: boolean;
}

const LOG_IN = '/login';
const NO_DRAFTS_LEFT = new Set(['LOGGED_OUT', 'REPLACED', 'BANNED', 'CLOSED']);
const BY_TIME = new Set(['IDLE', 'EXPIRED']);
const HARDLY = 500;

let me: Guarded;
let over = false;
let timer: ReturnType<typeof setTimeout> | undefined;

const question = document.createElement('barker-still-there');

// Watches over the session of the page: asks before it ends, and lets the person log in again where they are.
export function guardSession(guarded: Guarded): void {
  const first = me === undefined;
  me = guarded;
  if (!first) {
    return;
  }
  document.body.append(question);
  question.stay = () => void stay();
  question.leave = () => me.logOut();
  beginSession(me.account, hear);
  watchSession(schedule);
  window.addEventListener('barker-session-end', ({ detail }) => end(detail));
  document.addEventListener('visibilitychange', () => {
    // Timers sleep with the machine.
    if (document.visibilityState === 'visible') {
      void look();
    }
  });
  void look();
}

function schedule(): void {
  clearTimeout(timer);
  const state = sessionState();
  if (!state || over) {
    return;
  }
  const next = Math.min(state.idleEnd, state.end);
  const warning = next - state.warnBefore;
  const now = Date.now();
  if (question.isOpen && now < warning) {
    question.close();
  }
  timer = setTimeout(() => void look(), Math.max(HARDLY, (now < warning ? warning : next) - now + HARDLY));
}

async function look(): Promise<void> {
  if (over) {
    return;
  }
  const state = await lookAtSession();
  if (!state || over) {
    // Asked again when the connection is back or the time is over.
    timer = setTimeout(() => void look(), 5_000);
    return;
  }
  if (!state.account) {
    end({ why: 'IDLE', remembered: false });
    return;
  }
  if (state.account !== me.account) {
    hear(state.account);
    return;
  }
  const now = Date.now();
  const final = state.end <= state.idleEnd;
  // A remembered browser comes back by itself: there is nothing to ask before it has been idle.
  if (Math.min(state.end, state.idleEnd) - now <= state.warnBefore && (final || !state.remembered)) {
    question.ask(final ? state.end : state.idleEnd, state.warnBefore, final);
  }
}

async function stay(): Promise<void> {
  question.close();
  await stayLoggedIn(me.csrfName, me.csrfToken);
}

// In another tab of this browser somebody is logged in.
function hear(account: string): void {
  if (account !== me.account) {
    leaveFor('/');
  } else if (over) {
    location.reload();
  }
}

function end({ why, remembered }: End): void {
  if (over) {
    return;
  }
  over = true;
  question.close();
  silence();
  if (NO_DRAFTS_LEFT.has(why)) {
    window.dispatchEvent(new Event('barker-log-out'));
  }
  if (!BY_TIME.has(why)) {
    leaveFor(why === 'REPLACED' ? '/' : why === 'LOGGED_OUT' ? LOG_IN : `${LOG_IN}?ended=${why}`);
  } else if (remembered && why === 'IDLE') {
    comeBackWhenTouched();
  } else {
    logInAgain(why);
  }
}

function leaveFor(address: string): void {
  over = true;
  silence();
  location.replace(address);
}

// Nothing of a page whose session is over may speak to the server: Flow would load the page anew, and what was half sent must
// not be repeated.
function silence(): void {
  XMLHttpRequest.prototype.send = () => undefined;
  window.WebSocket = class extends EventTarget {
    close(): void {}
    send(): void {}
  } as unknown as typeof WebSocket;
}

// The browser is remembered: the page loads anew with a new session as soon as somebody is there.
function comeBackWhenTouched(): void {
  for (const touch of ['pointerdown', 'keydown', 'wheel'] as const) {
    window.addEventListener(touch, () => location.reload(), { once: true, passive: true });
  }
}

function logInAgain(why: string): void {
  document.documentElement.classList.add('session-over');
  askPassword({
    title: text('client.again.title'),
    words: text(why === 'EXPIRED' ? 'client.again.expired' : 'client.again.idle'),
    account: me.account,
    name: me.name,
    picture: me.picture,
    yes: text('client.again.yes'),
    leave: { words: text('client.again.not-you'), go: () => leaveFor(LOG_IN) },
    send: logIn,
  });
}

// By the same way as from the log-in page.
async function logIn(password: string): Promise<string> {
  const response = await fetch(LOG_IN, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ username: me.account, password }),
  });
  const answer = (await response.json()) as { account?: string; code?: string };
  if (response.ok && answer.account) {
    if (answer.account === me.account) {
      location.reload();
    } else {
      leaveFor('/');
    }
    return '';
  }
  return answer.code ? text('client.again.refused', answer.code) : text('client.again.busy');
}

declare global {
  interface WindowEventMap {
    'barker-session-end': CustomEvent<End>;
  }
}
