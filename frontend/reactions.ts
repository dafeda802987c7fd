import { isConnected } from './connection';
import type { Answer, Bark } from './bark';
import { text } from './texts';
import { toast } from './toast';
import { within } from './within';

export type Reaction = 'like' | 'rebark' | 'bookmark';

type Ask = (reaction: Reaction, id: string, on: boolean) => Promise<Answer>;

interface Feed {
  // As the server last confirmed it; undefined once it is gone.
  bark(id: string): Bark | undefined;
  confirm(reaction: Reaction, id: string, on: boolean): void;
  requestUpdate(): void;
}

const PATIENCE = 20_000;

function isOn(bark: Bark, reaction: Reaction): boolean {
  return (reaction === 'like' ? bark.liked : reaction === 'rebark' ? bark.rebarked : bark.bookmarked) ?? false;
}

export function withReaction(bark: Bark, reaction: Reaction, on: boolean): Bark {
  if (isOn(bark, reaction) === on) {
    return bark;
  }
  if (reaction === 'bookmark') {
    return { ...bark, bookmarked: on };
  }
  const by = on ? 1 : -1;
  const counted = (count = 0): number => Math.max(0, count + by);
  return reaction === 'like'
    ? { ...bark, liked: on, counts: { ...bark.counts, likes: counted(bark.counts.likes) } }
    : { ...bark, rebarked: on, counts: { ...bark.counts, rebarks: counted(bark.counts.rebarks) } };
}

// Likes, rebarks and bookmarks show at the click. The server confirms them one after the other, or they are taken back with a word why;
// what was wanted last is what it ends in.
export class Reactions {
  private readonly wanted = new Map<string, boolean>();

  constructor(
    private readonly feed: Feed,
    private readonly ask: Ask,
  ) {}

  // As its reader has it now, confirmed or not.
  asWanted(bark: Bark): Bark {
    if (this.wanted.size === 0) {
      return bark;
    }
    return (['like', 'rebark', 'bookmark'] as const).reduce((seen, reaction) => {
      const on = this.wanted.get(`${reaction}:${bark.id}`);
      return on === undefined ? seen : withReaction(seen, reaction, on);
    }, bark);
  }

  toggle(reaction: Reaction, id: string): void {
    const bark = this.feed.bark(id);
    if (!bark) {
      return;
    }
    if (!isConnected()) {
      toast(text('client.offline'));
      return;
    }
    const key = `${reaction}:${id}`;
    const isOnTheWay = this.wanted.has(key);
    this.wanted.set(key, !(this.wanted.get(key) ?? isOn(bark, reaction)));
    this.feed.requestUpdate();
    if (!isOnTheWay) {
      void this.settle(reaction, id, key);
    }
  }

  private async settle(reaction: Reaction, id: string, key: string): Promise<void> {
    for (;;) {
      const bark = this.feed.bark(id);
      const on = this.wanted.get(key);
      if (!bark || on === undefined || on === isOn(bark, reaction)) {
        break;
      }
      const refused = await this.tell(reaction, id, on);
      if (refused !== undefined) {
        toast(refused);
        break;
      }
    }
    this.wanted.delete(key);
    this.feed.requestUpdate();
  }

  // Resolves to why it was not done, or to nothing when it was.
  private async tell(reaction: Reaction, id: string, on: boolean): Promise<string | undefined> {
    const answer = this.ask(reaction, id, on);
    // After the patience is over the answer still counts when it comes.
    answer.then(({ done }) => done && this.feed.confirm(reaction, id, on)).catch(() => undefined);
    try {
      const { done, why } = await within(answer, PATIENCE);
      return done ? undefined : why || text('client.bark.not-done');
    } catch {
      return text(isConnected() ? 'client.bark.not-done' : 'client.offline');
    }
  }
}
