// Whether somebody is pressing something right now. What moves in the middle of a press is pressed on and let go elsewhere.
let pressing = false;

addEventListener('pointerdown', () => (pressing = true), true);
for (const end of ['pointerup', 'pointercancel'] as const) {
  addEventListener(end, () => (pressing = false), true);
}

// At once, or when the press has become a click.
export function afterPress(action: () => void): void {
  if (!pressing) {
    action();
    return;
  }
  const end = new AbortController();
  const ended = (): void => {
    end.abort();
    setTimeout(action);
  };
  for (const name of ['pointerup', 'pointercancel'] as const) {
    addEventListener(name, ended, { signal: end.signal });
  }
}
