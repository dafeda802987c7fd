const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : undefined;

export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) {
    count++;
  }
  return count;
}

// What a person calls a character: a flag or a family of four counts as one.
export function characters(text: string): number {
  if (!segmenter) {
    return codePoints(text);
  }
  let count = 0;
  for (const _ of segmenter.segment(text)) {
    count++;
  }
  return count;
}
