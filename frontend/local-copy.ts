// The copies of unsent texts in this browser tab, kept apart by account and by what each was written for.
const PREFIX = 'barker.composer.';

export interface LocalCopy {
  readonly text: string;
  readonly key: string;
  // Under which the server may keep it, and whether it has just these words.
  readonly keys?: readonly string[];
  readonly isSaved?: boolean;
  // Those that the server has.
  readonly pictures?: ReadonlyArray<{ readonly id: string; readonly alt: string }>;
}

// After a log-out nothing is left in this browser, also by what comes back late.
let isOver = false;

// Storage can be full or forbidden; the composer then works without a copy.
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

// A username has no dots: nobody's name is another one's purpose.
export function slot(account: string, purpose = '', id = ''): string {
  return [account, purpose, id].filter((part) => part).join('.');
}

export function keep(slot: string, copy: LocalCopy): void {
  if (!isOver) {
    attempt(() => sessionStorage.setItem(PREFIX + slot, JSON.stringify(copy)));
  }
}

export function recall(slot: string): LocalCopy | undefined {
  return attempt(() => {
    const copy = JSON.parse(sessionStorage.getItem(PREFIX + slot) ?? 'null') as Partial<LocalCopy> | null;
    return typeof copy?.text === 'string' && typeof copy.key === 'string'
      ? { text: copy.text, key: copy.key, keys: copy.keys ?? [], isSaved: copy.isSaved ?? false, pictures: copy.pictures ?? [] }
      : undefined;
  });
}

export function forget(slot: string): void {
  attempt(() => sessionStorage.removeItem(PREFIX + slot));
}

export function forgetDrafts(): void {
  isOver = true;
  attempt(() =>
    Object.keys(sessionStorage)
      .filter((name) => name.startsWith(PREFIX))
      .forEach((name) => sessionStorage.removeItem(name)),
  );
}

// The server cannot reach into a module, so it says log-out as an event.
window.addEventListener('barker-log-out', forgetDrafts);
