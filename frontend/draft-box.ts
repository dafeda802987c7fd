import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Bark } from './bark';
import { isConnected, watchConnection } from './connection';
import { Draft, type Keeping } from './draft';
import { text } from './texts';
import { toast } from './toast';
import { within } from './within';

// As a list shows it.
export interface KeptDraft {
  readonly key: string;
  readonly text: string;
  readonly isAnswer?: boolean;
  readonly at: string;
}

export interface OpenedDraft {
  readonly text: string;
  readonly isAnswer?: boolean;
  readonly answered?: Bark;
}

export interface DraftServer {
  saveDraft(words: string, key: string, earlier: string, inReplyTo: string): Promise<string>;
  drafts(): Promise<readonly KeptDraft[]>;
  openDraft(key: string): Promise<OpenedDraft | null>;
  discardDrafts(keys: string): Promise<void>;
}

interface Host extends ReactiveControllerHost {
  readonly $server: DraftServer;
}

const PATIENCE = 20_000;

// The drafts of a page: those that are being written on it, and those that the server keeps for its person.
export class DraftBox implements ReactiveController {
  private readonly drafts = new Map<string, Draft>();
  // Nothing is asked before somebody wants to write.
  private kept: readonly KeptDraft[] | undefined;
  private unwatch: (() => void) | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    this.unwatch = watchConnection((connected) => connected && this.saveAll());
    document.addEventListener('visibilitychange', this.onVisibility);
    this.drafts.forEach((draft) => draft.saveLater());
  }

  hostDisconnected(): void {
    this.unwatch?.();
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.drafts.forEach((draft) => draft.rest());
  }

  // One that is kept on the server, too.
  draft(slot: string, inReplyTo = ''): Draft {
    return this.at(slot, () => new Draft(slot, '', this.keepingFor(inReplyTo)));
  }

  // One that begins with words that stand elsewhere; this tab keeps it.
  draftOf(slot: string, original: string): Draft {
    return this.at(slot, () => new Draft(slot, original));
  }

  forget(slot: string): void {
    this.drafts.delete(slot);
  }

  // How many are kept besides this one.
  othersThan(draft: Draft): number {
    return this.kept?.filter(({ key }) => !draft.isKeptAs(key)).length ?? 0;
  }

  // Somebody is about to write.
  readonly look = (): void => {
    if (this.kept === undefined && isConnected()) {
      this.kept = [];
      this.ask().catch(() => (this.kept = undefined));
    }
  };

  // Lists those besides this one.
  async list(draft: Draft, open: (key: string) => void): Promise<void> {
    try {
      const [{ showDrafts }, kept] = await Promise.all([import('./barker-drafts'), within(this.ask(), PATIENCE)]);
      showDrafts(
        kept.filter(({ key }) => !draft.isKeptAs(key)),
        open,
        (keys) => void this.discard(keys).catch(() => toast(text('client.bark.not-done'))),
      );
    } catch {
      toast(text(isConnected() ? 'client.bark.not-done' : 'client.offline'));
    }
  }

  // Resolves to nothing where there is none any more, which is said.
  async open(key: string): Promise<OpenedDraft | undefined> {
    try {
      const opened = await within(this.host.$server.openDraft(key), PATIENCE);
      if (!opened) {
        this.replace([key]);
        toast(text('client.drafts.gone'));
      }
      return opened ?? undefined;
    } catch {
      toast(text(isConnected() ? 'client.bark.not-done' : 'client.offline'));
      return undefined;
    }
  }

  posted(key: string): void {
    this.replace([key]);
  }

  private at(slot: string, begin: () => Draft): Draft {
    const draft = this.drafts.get(slot) ?? begin();
    this.drafts.set(slot, draft);
    return draft;
  }

  private keepingFor(inReplyTo: string): Keeping {
    return {
      save: async (words, key, earlier) => {
        const why = await this.host.$server.saveDraft(words, key, earlier.join(), inReplyTo);
        if (!why) {
          this.replace([key, ...earlier], { key, text: words, isAnswer: inReplyTo !== '', at: new Date().toISOString() });
        }
        return why;
      },
      discard: (keys) => this.discard(keys),
    };
  }

  private async discard(keys: readonly string[]): Promise<void> {
    await this.host.$server.discardDrafts(keys.join());
    this.replace(keys);
    // There may be room now for one that was one too many.
    this.saveAll();
  }

  private async ask(): Promise<readonly KeptDraft[]> {
    const kept = await this.host.$server.drafts();
    this.kept = kept;
    this.host.requestUpdate();
    return kept;
  }

  private replace(keys: readonly string[], by?: KeptDraft): void {
    const others = this.kept?.filter(({ key }) => !keys.includes(key));
    this.kept = others && by ? [by, ...others] : others;
    this.host.requestUpdate();
  }

  private saveAll(): void {
    this.drafts.forEach((draft) => void draft.save());
  }

  // Phones may throw a page away that is not seen.
  private readonly onVisibility = (): void => {
    if (document.visibilityState === 'hidden') {
      this.saveAll();
    }
  };
}
