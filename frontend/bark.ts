// What the server sends. What is empty or false there is left out.
export interface Person {
  readonly username: string;
  readonly name: string;
  readonly avatar?: string;
}

// Words, or a name, a tag, an address or what was sought: its sign, where it leads, and what is read.
export type Segment = string | readonly ['@' | '#' | '/' | '=', string, string];

export interface Counts {
  readonly replies?: number;
  readonly rebarks?: number;
  readonly likes?: number;
}

export interface Quote {
  readonly id: string;
  readonly author: Person;
  readonly at: string;
  readonly segments?: readonly Segment[];
  readonly pictures?: number;
}

export interface Picture {
  readonly src: string;
  readonly alt?: string;
  readonly width: number;
  readonly height: number;
}

export interface Bark {
  readonly id: string;
  readonly entry: string;
  readonly author: Person;
  readonly at: string;
  readonly editedAt?: string;
  readonly segments?: readonly Segment[];
  readonly replyTo?: { readonly id: string; readonly username?: string };
  readonly rebarkedBy?: Person;
  readonly counts: Counts;
  readonly liked?: boolean;
  readonly rebarked?: boolean;
  readonly bookmarked?: boolean;
  readonly mine?: boolean;
  readonly quote?: Quote;
  readonly media?: readonly Picture[];
}

// A bark, or where one was deleted its id, or neither where one is not for this reader.
export interface Row {
  readonly card?: Bark;
  readonly gone?: string;
  readonly linked?: boolean;
  readonly focused?: boolean;
}

export interface Page {
  readonly rows: readonly Row[];
  readonly next: string;
  readonly more: boolean;
}

// A bark that is gone has no counts.
export interface Change {
  readonly id: string;
  readonly editedAt?: string;
  readonly segments?: readonly Segment[];
  readonly quoted?: string;
  readonly counts?: Counts;
  // The reader's own, where they may have changed.
  readonly marks?: { readonly liked: boolean; readonly rebarked: boolean; readonly bookmarked: boolean };
}

export interface Version {
  readonly text?: string;
  readonly at: string;
}

export interface Answer {
  readonly done: boolean;
  readonly why?: string;
}

export function barkPath(id: string): string {
  return `/barks/${encodeURIComponent(id)}`;
}

export function tagPath(tag: string): string {
  return `/tags/${encodeURIComponent(tag)}`;
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}
