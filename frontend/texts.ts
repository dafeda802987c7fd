import { browserLocale } from './browser-locale';

type Texts = Readonly<Record<string, string>>;

declare global {
  // A script of the page's own, which runs before this.
  var barkerTexts: Texts | undefined;
}

function all(): Texts {
  return globalThis.barkerTexts ?? {};
}

const whole = new Intl.NumberFormat(browserLocale);
const compact = new Intl.NumberFormat(browserLocale, { notation: 'compact' });
// By the language of the words, which need not be that of the browser.
const forms = new Intl.PluralRules(document.documentElement.lang || 'en');

export function text(key: string, ...params: ReadonlyArray<number | string>): string {
  const pattern = all()[key];
  if (pattern === undefined) {
    return key;
  }
  return pattern.replace(/\{(\d+)\}/g, (hole, index: string) => {
    const param = params[Number(index)];
    return param === undefined ? hole : typeof param === 'number' ? fullNumber(param) : param;
  });
}

export function fullNumber(number: number): string {
  return whole.format(number);
}

// As much of a large number as one takes in at a glance.
export function shortNumber(number: number): string {
  return compact.format(number);
}

export function plural(key: string, count: number): string {
  const form = forms.select(count);
  const known = `${key}.${form}` in all() ? form : 'other';
  return text(`${key}.${known}`, count);
}
