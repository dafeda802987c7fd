type Texts = Readonly<Record<string, string>>;

declare global {
  // A script of the page's own, which runs before this.
  var barkerTexts: Texts | undefined;
}

function all(): Texts {
  return globalThis.barkerTexts ?? {};
}

// The language of the texts, which need not be the language of the browser.
function language(): string {
  return document.documentElement.lang || 'en';
}

export function text(key: string, ...params: ReadonlyArray<number | string>): string {
  const pattern = all()[key];
  if (pattern === undefined) {
    return key;
  }
  return pattern.replace(/\{(\d+)\}/g, (hole, index: string) => {
    const param = params[Number(index)];
    return param === undefined ? hole : String(param);
  });
}

export function fullNumber(number: number): string {
  return new Intl.NumberFormat(language()).format(number);
}

// As much of a large number as one takes in at a glance.
export function shortNumber(number: number): string {
  return new Intl.NumberFormat(language(), { notation: 'compact' }).format(number);
}

export function plural(key: string, count: number): string {
  const form = new Intl.PluralRules(language()).select(count);
  const known = `${key}.${form}` in all() ? form : 'other';
  return text(`${key}.${known}`, fullNumber(count));
}
