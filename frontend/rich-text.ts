import { html, type TemplateResult } from 'lit';
import { barkPath, tagPath, type Segment } from './bark';
import { profilePath } from './navigation';

// What an empty line parts is apart by less than a line.
const EMPTY_LINES = /\n(?:[^\S\n]*\n)+/u;

type Piece = string | TemplateResult;

export function paragraphs(segments: readonly Segment[] = []): TemplateResult[] {
  if (segments.length === 0) {
    return [];
  }
  const all: Piece[][] = [[]];
  for (const segment of segments) {
    if (typeof segment === 'string') {
      const [first, ...others] = segment.split(EMPTY_LINES);
      all.at(-1)!.push(first!);
      all.push(...others.map((words) => [words]));
    } else {
      all.at(-1)!.push(marked(segment));
    }
  }
  // On one line: white space shows.
  return all.map((pieces) => html`<p class="bark-text" dir="auto">${pieces}</p>`);
}

// A bark that quotes another shows it below; its address at the end of the text says nothing more.
export function withoutAddressOf(quotedId: string, segments: readonly Segment[] = []): readonly Segment[] {
  const last = segments.at(-1);
  if (!last || typeof last === 'string' || last[0] !== '/' || here(last[1])?.pathname !== barkPath(quotedId)) {
    return segments;
  }
  const rest = segments.slice(0, -1);
  const words = rest.at(-1);
  return typeof words === 'string' ? [...rest.slice(0, -1), words.trimEnd()] : rest;
}

export function plainText(segments: readonly Segment[] = []): string {
  return segments.map((segment) => (typeof segment === 'string' ? segment : segment[2])).join('');
}

function marked([sign, target, words]: readonly [string, string, string]): Piece {
  if (sign === '=') {
    return html`<mark>${words}</mark>`;
  }
  if (sign === '@') {
    return html`<a href=${profilePath(target)}>${words}</a>`;
  }
  if (sign === '#') {
    return html`<a href=${tagPath(target)}>${words}</a>`;
  }
  const inside = here(target);
  if (inside) {
    return html`<a href=${inside.pathname + inside.search + inside.hash}>${words}</a>`;
  }
  return /^https?:\/\//iu.test(target)
    ? html`<a href=${target} target="_blank" rel="noopener noreferrer">${words}</a>`
    : words;
}

// An address of a page of this Barker.
function here(address: string): URL | undefined {
  try {
    const url = new URL(address);
    return url.origin === location.origin ? url : undefined;
  } catch {
    return undefined;
  }
}
