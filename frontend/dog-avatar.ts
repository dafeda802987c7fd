// A dog drawn from the username; the same name always gives the same dog.
// Everything in the drawing comes from the constants here, never from the name itself.
const BACK = [
  '#d6e6f2',
  '#f3ddd3',
  '#dfe9d2',
  '#e3dff0',
  '#f1e6c8',
  '#dbece8',
  '#f4e0e2',
  '#dde3e6',
  '#e9e4d3',
  '#d9e4ee',
];

interface Coat {
  readonly coat: string;
  readonly ear: string;
  readonly muz: string;
  readonly patch?: string;
  readonly brow?: string;
  readonly eye?: string;
  readonly blaze?: string;
  readonly beard?: boolean;
}

const COATS: readonly Coat[] = [
  { coat: '#c98d4b', ear: '#9a6430', muz: '#f4e1c4' },
  { coat: '#f3e9da', ear: '#b9794a', muz: '#ffffff', patch: '#c98d5c' },
  { coat: '#5b4334', ear: '#3f2d22', muz: '#b98453', brow: '#b98453' },
  { coat: '#a9a7ad', ear: '#8a888f', muz: '#e9e8ec' },
  { coat: '#2f2b2a', ear: '#1f1c1b', muz: '#4a4442', eye: '#c9a36a' },
  { coat: '#dc9a55', ear: '#c27f3c', muz: '#fff7ea', blaze: '#fff7ea' },
  { coat: '#e7c795', ear: '#d0a768', muz: '#fbf0dc' },
  { coat: '#70757a', ear: '#53585d', muz: '#dcdfe1', beard: true },
  { coat: '#b8763f', ear: '#8e5527', muz: '#d7a06c' },
  { coat: '#26282b', ear: '#26282b', muz: '#f6f4ef', blaze: '#f6f4ef', eye: '#8fb6cf' },
];

const INK = '#1f1813';

type Ear = (fill: string) => string;

const flop: Ear = (fill) =>
  `<path d="M13.2 15.5c-4.6-.6-7.4 4-7.4 10.2 0 4.6 2 7.8 4.3 7.6 3-.3 3.6-6 4.6-11z" fill="${fill}"/>` +
  `<path d="M34.8 15.5c4.6-.6 7.4 4 7.4 10.2 0 4.6-2 7.8-4.3 7.6-3-.3-3.6-6-4.6-11z" fill="${fill}"/>`;

const long: Ear = (fill) =>
  `<path d="M13 15c-5.2 0-8 5.6-8 13 0 6.4 2.4 10.6 5.2 10.3 3.5-.4 4-8.3 4.9-14.3z" fill="${fill}"/>` +
  `<path d="M35 15c5.2 0 8 5.6 8 13 0 6.4-2.4 10.6-5.2 10.3-3.5-.4-4-8.3-4.9-14.3z" fill="${fill}"/>`;

const point: Ear = (fill) =>
  `<path d="M11.5 22 9.8 8.2c-.1-1.3 1.3-2 2.3-1.2l9 7.5z" fill="${fill}"/>` +
  `<path d="M36.5 22l1.7-13.8c.1-1.3-1.3-2-2.3-1.2l-9 7.5z" fill="${fill}"/>`;

const rose: Ear = (fill) =>
  `<path d="M13.5 14.5c-4.5-2-8.3.7-9 4.9-.3 1.9 1 2.7 2.6 2.6 3.5-.2 5.6 1 7.4 2.5z" fill="${fill}"/>` +
  `<path d="M34.5 14.5c4.5-2 8.3.7 9 4.9.3 1.9-1 2.7-2.6 2.6-3.5-.2-5.6 1-7.4 2.5z" fill="${fill}"/>`;

const fold: Ear = (fill) =>
  `<path d="M12.2 21 10 10.5c-.3-1.5 1-2.3 2.3-1.8l8 4.3z" fill="${fill}"/>` +
  `<path d="M35.8 21 38 10.5c.3-1.5-1-2.3-2.3-1.8l-8 4.3z" fill="${fill}"/>` +
  `<path d="M10.5 12.6l-3 5.6c-.5 1 .3 1.9 1.3 1.7l4.7-1z" fill="${fill}"/>` +
  `<path d="M37.5 12.6l3 5.6c.5 1-.3 1.9-1.3 1.7l-4.7-1z" fill="${fill}"/>`;

const EARS: readonly Ear[] = [flop, long, point, rose, fold];

function hash(name: string): number {
  let value = 2166136261;
  for (const character of name.toLowerCase()) {
    value ^= character.codePointAt(0)!;
    value = Math.imul(value, 16777619);
  }
  return value >>> 0;
}

function pair(y: number, rx: number, ry: number, fill: string): string {
  return (
    `<ellipse cx="18.7" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>` +
    `<ellipse cx="29.3" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`
  );
}

function draw(dog: Coat, background: string, ear: Ear): string {
  const ears = ear(dog.ear);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">',
    `<rect width="48" height="48" fill="${background}"/>`,
    ear === flop ? '' : ears,
    `<path d="M24 11c8.2 0 13 5.6 13 13.4C37 33.6 31.4 40 24 40s-13-6.4-13-15.6C11 16.6 15.8 11 24 11z" fill="${dog.coat}"/>`,
    dog.patch
      ? `<path d="M29.5 11.9c4.8 1.7 7.5 6.3 7.5 12.5 0 1.8-.2 3.4-.6 5-5.4.6-9.4-2.6-9.7-8-.2-4 1-7.3 2.8-9.5z" fill="${dog.patch}"/>`
      : '',
    dog.blaze
      ? `<path d="M24 11c1.8 0 3 5 3.2 10.5L24 27l-3.2-5.5C21 16 22.2 11 24 11z" fill="${dog.blaze}"/>`
      : '',
    ear === flop ? ears : '',
    `<ellipse cx="24" cy="32.2" rx="7.6" ry="6.4" fill="${dog.muz}"/>`,
    dog.beard ? `<path d="M17 33c.5 6 3.5 9.5 7 9.5s6.5-3.5 7-9.5z" fill="${dog.muz}"/>` : '',
    dog.brow ? pair(19.7, 1.9, 1.3, dog.brow) : '',
    dog.eye ? pair(23.8, 2.5, 2.5, dog.eye) : '',
    pair(23.8, 1.75, 1.75, INK),
    '<circle cx="19.3" cy="23.2" r=".55" fill="#fff"/><circle cx="29.9" cy="23.2" r=".55" fill="#fff"/>',
    `<path d="M24 27.6c1.9 0 3.1.9 3.1 2 0 1.2-1.6 2.4-3.1 2.4s-3.1-1.2-3.1-2.4c0-1.1 1.2-2 3.1-2z" fill="${INK}"/>`,
    `<path d="M24 32v1.6m0 0c-.7 1.4-2.3 1.6-3.2.8m3.2-.8c.7 1.4 2.3 1.6 3.2.8" stroke="${INK}" stroke-linecap="round" fill="none"/>`,
    '</svg>',
  ].join('');
}

// At most one entry for each different dog, however many names there are.
const drawn = new Map<number, string>();

export function dogAvatar(username: string): string {
  const value = hash(username);
  const coat = value % COATS.length;
  const background = (value >>> 8) % BACK.length;
  const ear = (value >>> 16) % EARS.length;
  const dog = (coat * BACK.length + background) * EARS.length + ear;
  let source = drawn.get(dog);
  if (source === undefined) {
    source = `data:image/svg+xml,${encodeURIComponent(draw(COATS[coat]!, BACK[background]!, EARS[ear]!))}`;
    drawn.set(dog, source);
  }
  return source;
}
