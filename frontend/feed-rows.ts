import type { Bark, Change, Row } from './bark';

// The rows of a feed and what happens to them. Nothing here changes a row: who draws them sees by that which are new.

export function keyOf(row: Row, index: number): string {
  return row.card?.entry ?? (row.gone ? `gone-${row.gone}` : `gap-${index}`);
}

// The browser's own order is the server's: by entry, the newest first. What arrives twice is shown once.
export function newestFirst(rows: Iterable<Row>): readonly Row[] {
  const byEntry = new Map<string, Row>();
  for (const row of rows) {
    if (row.card) {
      byEntry.set(row.card.entry, row);
    }
  }
  return [...byEntry.values()].sort((a, b) => {
    const [one, other] = [BigInt(a.card!.entry), BigInt(b.card!.entry)];
    return one > other ? -1 : one < other ? 1 : 0;
  });
}

// A thread keeps the order in which the server tells it.
export function behind(rows: readonly Row[], more: readonly Row[]): readonly Row[] {
  const known = new Set(rows.map((row) => row.card?.id ?? row.gone));
  return [...rows, ...more.filter((row) => !known.has(row.card?.id ?? row.gone) || (!row.card && !row.gone))];
}

// An answer goes below what it answers and the answers to that; one to the bark at the top goes to the end.
export function withAnswer(rows: readonly Row[], answer: Bark): readonly Row[] {
  if (rows.some((row) => row.card?.id === answer.id)) {
    return rows;
  }
  const parent = rows.findIndex((row) => row.card?.id === answer.replyTo?.id);
  if (parent < 0) {
    return [...rows, { card: answer }];
  }
  let at = parent;
  while (rows[at]?.linked && at + 1 < rows.length) {
    at++;
  }
  const before = rows.slice(0, at + 1).map((row, index) => (index === parent && at === parent ? { ...row, linked: true } : row));
  return [...before, { card: answer }, ...rows.slice(at + 1)];
}

export function without(rows: readonly Row[], isGone: (bark: Bark) => boolean): readonly Row[] {
  return rows.filter((row) => !row.card || !isGone(row.card));
}

// In a thread the place of what others have answered stays.
export function buried(rows: readonly Row[], isGone: (bark: Bark) => boolean, trace: (bark: Bark) => Row): readonly Row[] {
  const rest: Row[] = [];
  for (const row of rows) {
    if (!row.card || !isGone(row.card)) {
      rest.push(row);
    } else if (row.linked || row.focused || (row.card.counts.replies ?? 0) > 0) {
      rest.push({ ...trace(row.card), linked: row.linked });
    } else if (rest.at(-1)?.linked) {
      // What it answered has no answer below it any more.
      rest.push({ ...rest.pop()!, linked: false });
    }
  }
  return rest;
}

export function changed(rows: readonly Row[], changes: ReadonlyMap<string, Change>): readonly Row[] {
  return rows.map((row) => {
    const card = row.card && changedCard(row.card, changes);
    return card === row.card ? row : { ...row, card };
  });
}

export function changedCard(bark: Bark, changes: ReadonlyMap<string, Change>): Bark {
  const own = changes.get(bark.id);
  const ofQuote = bark.quote && changes.get(bark.quote.id);
  let card = bark;
  if (own?.counts) {
    card = { ...card, ...own.marks, counts: own.counts, segments: own.segments ?? [], editedAt: own.editedAt };
  }
  if (bark.quote && ((ofQuote && !ofQuote.counts) || (own?.counts && own.quoted !== bark.quote.id))) {
    card = { ...card, quote: undefined };
  } else if (bark.quote && ofQuote?.counts) {
    card = { ...card, quote: { ...bark.quote, segments: ofQuote.segments ?? [] } };
  }
  return card;
}
