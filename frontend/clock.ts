// One timer for the whole page, at rest while nobody looks.
const EVERY = 30_000;

type Listener = () => void;

const listeners = new Set<Listener>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  listeners.forEach((listener) => listener());
}

function wind(): void {
  const wanted = listeners.size > 0 && !document.hidden;
  if (wanted && timer === undefined) {
    timer = setInterval(tick, EVERY);
  } else if (!wanted && timer !== undefined) {
    clearInterval(timer);
    timer = undefined;
  }
}

document.addEventListener('visibilitychange', () => {
  wind();
  if (!document.hidden) {
    tick();
  }
});

export function everyTick(listener: Listener): () => void {
  listeners.add(listener);
  wind();
  return () => {
    listeners.delete(listener);
    wind();
  };
}
