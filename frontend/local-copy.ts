// The copy of an unsent bark in this browser tab, kept apart by account.
const PREFIX = 'barker.composer.';

export interface LocalCopy {
  readonly text: string;
  readonly key: string;
}

// Storage can be full or forbidden; the composer then works without a copy.
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

export function keep(account: string, copy: LocalCopy): void {
  attempt(() => sessionStorage.setItem(PREFIX + account, JSON.stringify(copy)));
}

export function recall(account: string): LocalCopy | undefined {
  return attempt(() => {
    const copy = JSON.parse(sessionStorage.getItem(PREFIX + account) ?? 'null') as Partial<LocalCopy> | null;
    return typeof copy?.text === 'string' && typeof copy.key === 'string'
      ? { text: copy.text, key: copy.key }
      : undefined;
  });
}

export function forget(account: string): void {
  attempt(() => sessionStorage.removeItem(PREFIX + account));
}

export function forgetDrafts(): void {
  attempt(() =>
    Object.keys(sessionStorage)
      .filter((name) => name.startsWith(PREFIX))
      .forEach((name) => sessionStorage.removeItem(name)),
  );
}

// The server cannot reach into a module, so it says log-out as an event.
window.addEventListener('barker-log-out', forgetDrafts);
