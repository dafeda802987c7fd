// Says the newest of many messages, but not more often than every so often.
export class Announcer {
  private last = -Infinity;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly say: (message: string) => void,
    private readonly pause: number,
  ) {}

  announce(message: string): void {
    this.cancel();
    const wait = this.last + this.pause - performance.now();
    this.waiting = setTimeout(
      () => {
        this.last = performance.now();
        this.say(message);
      },
      Math.max(0, wait),
    );
  }

  cancel(): void {
    clearTimeout(this.waiting);
  }
}
