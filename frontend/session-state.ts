// What this browser tab knows of its session. Other tabs of the browser share the session, so they tell each other.
interface Answer {
  readonly account: string;
  readonly remembered: boolean;
  readonly idle: number;
  readonly idleLeft: number;
  readonly left: number;
  readonly warnBefore: number;
}

export interface SessionState {
  readonly account: string;
  readonly remembered: boolean;
  // In milliseconds: how long a session may be idle, and how long before an end a person is asked.
  readonly idle: number;
  readonly warnBefore: number;
  // By this browser's clock, in milliseconds.
  readonly idleEnd: number;
  readonly end: number;
}

type News = { readonly kind: 'active'; readonly idleEnd: number } | { readonly kind: 'here'; readonly account: string };

const PATH = '/session';
const TOLD_AT_MOST_EVERY = 1_000;

const channel = new BroadcastChannel('barker.session');
const listeners = new Set<() => void>();

let state: SessionState | undefined;
let lastTold = 0;
let onAccount: (account: string) => void = () => undefined;

export function sessionState(): SessionState | undefined {
  return state;
}

export function watchSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: SessionState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

// Empty when the server cannot be asked just now.
async function ask(init?: RequestInit): Promise<SessionState | undefined> {
  try {
    const response = await fetch(PATH, { ...init, headers: { Accept: 'application/json' } });
    if (!response.ok) {
      return undefined;
    }
    const answer = (await response.json()) as Answer;
    const now = Date.now();
    const next = { ...answer, idleEnd: now + answer.idleLeft, end: now + answer.left };
    if (next.account) {
      set(next);
    }
    return next;
  } catch {
    return undefined;
  }
}

// Asking is no use of the session.
export function lookAtSession(): Promise<SessionState | undefined> {
  return ask();
}

export async function stayLoggedIn(csrfName: string, csrfToken: string): Promise<SessionState | undefined> {
  const stayed = await ask({ method: 'POST', body: new URLSearchParams({ [csrfName]: csrfToken }) });
  if (stayed?.account) {
    tell();
  }
  return stayed;
}

function tell(): void {
  if (state) {
    channel.postMessage({ kind: 'active', idleEnd: state.idleEnd } satisfies News);
  }
}

// The page has asked the server something for its person: the time to the idle end begins again.
function noteActivity(): void {
  const now = Date.now();
  if (state && now - lastTold > TOLD_AT_MOST_EVERY) {
    lastTold = now;
    set({ ...state, idleEnd: now + state.idle });
    tell();
  }
}

channel.addEventListener('message', ({ data }: MessageEvent<News>) => {
  if (data.kind === 'here') {
    onAccount(data.account);
  } else if (state && data.idleEnd > state.idleEnd) {
    set({ ...state, idleEnd: data.idleEnd });
  }
});

interface FlowConnection {
  addStateChangeListener(listener: (before: string, now: string) => void): void;
}

// Says to the other tabs who is logged in here, and hears it of them.
export function beginSession(account: string, hear: (account: string) => void): void {
  onAccount = hear;
  channel.postMessage({ kind: 'here', account } satisfies News);
  (window as { Vaadin?: { connectionState?: FlowConnection } }).Vaadin?.connectionState?.addStateChangeListener(
    (_, now) => {
      if (now === 'loading') {
        noteActivity();
      }
    },
  );
}
