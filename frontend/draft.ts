import { isConnected } from './connection';
import { forget, keep, recall } from './local-copy';
import { newPostKey } from './post-key';
import { text } from './texts';
import { within } from './within';

export interface Answer {
  readonly posted: boolean;
  readonly why?: string;
}

export type Send = (words: string, key: string, pictures: readonly DraftPicture[]) => Promise<Answer>;

// What is to be shown with a text: on its way to the server until it has an id there, or not taken and why.
export interface DraftPicture {
  readonly key: string;
  readonly id: string;
  readonly alt: string;
  readonly problem: string;
}

// Where drafts are kept beside this tab.
export interface Keeping {
  // Resolves to why it was not kept, or to nothing when it was.
  save(words: string, key: string, earlier: readonly string[]): Promise<string>;
  discard(keys: readonly string[]): Promise<void>;
}

const PATIENCE = 20_000;

// How long the keys rest before a draft is saved, and how long it rests when that was not possible.
const QUIET = 1_000;
const AGAIN = 60_000;

const MOST_KEYS = 20;

// A text that is being written. It outlives the field that it is written in: closed, it is kept; on its way, it is waited for.
export class Draft {
  text: string;
  sending = false;
  problem = '';
  // Whether the server has it as it is, and where it would not take it, why.
  isSaved: boolean;
  unsaved = '';
  pictures: readonly DraftPicture[];
  // Whether somebody was asked what there is to see in them.
  isAskedToDescribe = false;

  // Who shows it is told when it changes.
  changed: () => void = () => undefined;

  private key: string;
  // Words that have left this tab, to be posted or to be kept: the server may have them, under this key.
  private out: { readonly key: string; readonly text: string } | undefined;
  // Under which the server may keep what is written here, the latest first.
  private keys: readonly string[];
  private saving: { readonly key: string; readonly text: string; readonly isDone: Promise<boolean> } | undefined;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;

  constructor(
    private readonly slot: string,
    private readonly original = '',
    private readonly keeping?: Keeping,
  ) {
    const copy = recall(slot);
    this.text = copy?.text ?? original;
    this.key = copy?.key ?? '';
    this.keys = copy?.keys ?? [];
    this.isSaved = copy?.isSaved ?? false;
    this.pictures = (copy?.pictures ?? []).map((kept) => ({ ...kept, key: kept.id, problem: '' }));
    // It may have been on the way when the page was left, or stand in a copied tab too.
    this.out = copy && { key: copy.key, text: copy.text.trim() };
    this.saveLater();
  }

  get isBlank(): boolean {
    return !this.text.trim();
  }

  // Neither words nor anything to see.
  get isEmpty(): boolean {
    return this.isBlank && this.pictures.length === 0;
  }

  get isUnchanged(): boolean {
    return this.text.trim() === this.original.trim() && this.pictures.length === 0;
  }

  // Whether a kept draft is this one.
  isKeptAs(key: string): boolean {
    return this.keys.includes(key);
  }

  write(words: string): void {
    this.text = words;
    this.problem = '';
    this.unsaved = '';
    this.isSaved = false;
    this.renewKey(this.out?.text !== words.trim());
    this.keepCopy();
    this.saveLater();
    this.changed();
  }

  // They are kept in this tab; the server's drafts are words.
  show(pictures: readonly DraftPicture[]): void {
    this.pictures = pictures;
    this.problem = '';
    this.renewKey(true);
    this.keepCopy();
    // Its words may be on their way under the key that was.
    this.saveLater();
    this.changed();
  }

  askToDescribe(): void {
    this.isAskedToDescribe = true;
    this.changed();
  }

  // Anything else than what has left is another bark; the old key would swallow it.
  private renewKey(isAnother: boolean): void {
    if (this.isUnchanged) {
      this.key = '';
      this.out = undefined;
    } else if (!this.key || (isAnother && this.out?.key === this.key)) {
      this.key = newPostKey();
    }
  }

  say(problem: string): void {
    this.problem = problem;
    this.changed();
  }

  // When nobody will be there to hear the answer.
  rest(): void {
    clearTimeout(this.quiet);
  }

  saveLater(pause = QUIET): void {
    this.rest();
    if (this.isToSave()) {
      this.quiet = setTimeout(() => void this.save(), pause);
    }
  }

  // Resolves to whether the server has what stands here.
  async save(): Promise<boolean> {
    this.rest();
    if (!this.isToSave()) {
      return true;
    }
    if (this.sending || !isConnected()) {
      return false;
    }
    const { key, text: words } = this;
    if (this.saving?.key !== key || this.saving.text !== words) {
      this.saving = { key, text: words, isDone: this.tell(words, key) };
    }
    return this.saving.isDone;
  }

  // Goes on with a draft that was kept. The words that stood here stay one, or nothing is done; what is to be shown stays.
  async goOnWith(words: string, key: string): Promise<boolean> {
    if (!(await this.save()) || this.isToSave()) {
      return false;
    }
    this.text = words;
    this.key = key;
    this.keys = [key];
    this.isSaved = true;
    this.out = { key, text: words.trim() };
    this.renewKey(this.pictures.length > 0);
    this.keepCopy();
    this.say('');
    return true;
  }

  async send(send: Send, sent: () => void): Promise<void> {
    if (this.keys.length > 0) {
      // The draft goes with the bark of the same key.
      void this.save();
    }
    this.rest();
    const words = this.text.trim();
    const key = this.key;
    const attempt = ++this.attempt;
    this.sending = true;
    this.out = { key, text: words };
    this.say('');
    try {
      const answer = send(words, key, this.pictures);
      // After the patience is over the answer still counts when it comes.
      answer.then((late) => void this.settle(late, key, sent), () => undefined);
      await within(answer, PATIENCE);
    } catch {
      if (attempt === this.attempt) {
        this.sending = false;
        this.say(text(isConnected() ? 'client.composer.unsent' : 'client.composer.offline'));
        this.saveLater();
      }
    }
  }

  private async settle(answer: Answer, key: string, sent: () => void): Promise<void> {
    if (this.key !== key) {
      return;
    }
    this.attempt++;
    // It was asked for first, so its answer is here, too.
    await this.saving?.isDone;
    this.sending = false;
    if (answer.posted) {
      this.discardAllBut(key);
      this.text = this.original;
      this.key = '';
      this.keys = [];
      this.out = undefined;
      this.isSaved = false;
      this.unsaved = '';
      this.pictures = [];
      this.isAskedToDescribe = false;
      forget(this.slot);
      this.changed();
      sent();
    } else {
      this.say(answer.why || text('client.composer.unsent'));
      this.saveLater();
    }
  }

  // Some words ago it may have been kept under another key, if saving the last ones did not work.
  private discardAllBut(key: string): void {
    const others = this.keys.filter((each) => each !== key);
    if (others.length > 0) {
      this.keeping?.discard(others).catch(() => undefined);
    }
  }

  private isToSave(): boolean {
    return this.keeping !== undefined && !this.isSaved && (!this.isBlank || this.keys.length > 0);
  }

  private async tell(words: string, key: string): Promise<boolean> {
    const earlier = this.keys;
    const saysSomething = words.trim() !== '';
    if (saysSomething) {
      this.out = { key, text: words.trim() };
      this.keys = [key, ...earlier.filter((each) => each !== key)].slice(0, MOST_KEYS);
      this.keepCopy();
    }
    try {
      const answer = saysSomething ? this.keeping!.save(words, key, earlier) : this.keeping!.discard(earlier).then(() => '');
      return this.hear(await within(answer, PATIENCE), words, key);
    } catch {
      this.saveLater(AGAIN);
      return false;
    } finally {
      if (this.saving?.key === key && this.saving.text === words) {
        this.saving = undefined;
      }
    }
  }

  private hear(why: string, words: string, key: string): boolean {
    if (this.text !== words || this.key !== key) {
      // Others stand here by now: they are saved in their turn.
      this.keys = !why && this.keys.includes(key) ? this.keys.slice(0, this.keys.indexOf(key) + 1) : this.keys;
      return false;
    }
    this.unsaved = why;
    this.isSaved = !why;
    if (why) {
      this.saveLater(AGAIN);
    } else {
      this.keys = words.trim() ? [key] : [];
    }
    this.keepCopy();
    this.changed();
    return !why;
  }

  private keepCopy(): void {
    if (this.isUnchanged && this.keys.length === 0) {
      forget(this.slot);
    } else {
      keep(this.slot, {
        text: this.text,
        key: this.key,
        keys: this.keys,
        isSaved: this.isSaved,
        pictures: this.pictures.filter(({ id }) => id).map(({ id, alt }) => ({ id, alt })),
      });
    }
  }
}
