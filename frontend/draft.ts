import { isConnected } from './connection';
import { forget, keep, recall } from './local-copy';
import { newPostKey } from './post-key';
import { text } from './texts';
import { within } from './within';

export interface Answer {
  readonly posted: boolean;
  readonly why?: string;
}

export type Send = (words: string, key: string) => Promise<Answer>;

const PATIENCE = 20_000;

// A text that is being written. It outlives the field that it is written in: closed, it is kept; on its way, it is waited for.
export class Draft {
  text: string;
  sending = false;
  problem = '';

  // Who shows it is told when it changes.
  changed: () => void = () => undefined;

  private key: string;
  // A send without an answer: the server may have it, under this key and with these words.
  private unanswered: { readonly key: string; readonly text: string } | undefined;
  private attempt = 0;

  constructor(
    private readonly slot: string,
    private readonly original = '',
  ) {
    const copy = recall(slot);
    this.text = copy?.text ?? original;
    this.key = copy?.key ?? '';
    // It may have been on the way when the page was left, or stand in a copied tab too.
    this.unanswered = copy && { key: copy.key, text: copy.text.trim() };
  }

  get isBlank(): boolean {
    return !this.text.trim();
  }

  get isUnchanged(): boolean {
    return this.text.trim() === this.original.trim();
  }

  write(words: string): void {
    this.text = words;
    this.problem = '';
    if (this.isUnchanged) {
      this.forgetCopy();
    } else {
      // Other words than the ones on the way are another bark; the old key would swallow them.
      const changedOnTheWay = this.unanswered?.key === this.key && this.unanswered.text !== words.trim();
      if (!this.key || changedOnTheWay) {
        this.key = newPostKey();
      }
      keep(this.slot, { text: words, key: this.key });
    }
    this.changed();
  }

  say(problem: string): void {
    this.problem = problem;
    this.changed();
  }

  async send(send: Send, sent: () => void): Promise<void> {
    const words = this.text.trim();
    const key = this.key;
    const attempt = ++this.attempt;
    this.sending = true;
    this.unanswered = { key, text: words };
    this.say('');
    try {
      const answer = send(words, key);
      // After the patience is over the answer still counts when it comes.
      answer.then((late) => this.settle(late, key, sent), () => undefined);
      await within(answer, PATIENCE);
    } catch {
      if (attempt === this.attempt) {
        this.sending = false;
        this.say(text(isConnected() ? 'client.composer.unsent' : 'client.composer.offline'));
      }
    }
  }

  private settle(answer: Answer, key: string, sent: () => void): void {
    if (this.key !== key) {
      return;
    }
    this.attempt++;
    this.sending = false;
    this.unanswered = undefined;
    if (answer.posted) {
      this.text = this.original;
      this.forgetCopy();
      this.changed();
      sent();
    } else {
      this.say(answer.why || text('client.composer.unsent'));
    }
  }

  private forgetCopy(): void {
    this.key = '';
    this.unanswered = undefined;
    forget(this.slot);
  }
}
