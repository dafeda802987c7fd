import { browserLocale } from './browser-locale';
import { text } from './texts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const weekday = new Intl.DateTimeFormat(browserLocale, { weekday: 'short' });
const dayOfYear = new Intl.DateTimeFormat(browserLocale, { day: 'numeric', month: 'short' });
const date = new Intl.DateTimeFormat(browserLocale, { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat(browserLocale, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' });
const clock = new Intl.DateTimeFormat(browserLocale, { timeStyle: 'short', hourCycle: 'h23' });
const seconds = new Intl.DateTimeFormat(browserLocale, { timeStyle: 'medium', hourCycle: 'h23' });

export function exactTime(at: Date): string {
  return exact.format(at);
}

export function day(at: Date): string {
  return date.format(at);
}

export function clockTime(at: Date): string {
  return seconds.format(at);
}

export function threadTime(at: Date, now: Date): string {
  return at.toDateString() === now.toDateString() ? text('client.time.today', clock.format(at)) : exactTime(at);
}

// Within a sentence: "since today, 09:02".
export function timeInSentence(at: Date, now: Date): string {
  return at.toDateString() === now.toDateString()
    ? text('client.time.today-in-sentence', clock.format(at))
    : exactTime(at);
}

export function relativeTime(at: Date, now: Date): string {
  const age = now.getTime() - at.getTime();
  // Also for a clock that runs behind the server's.
  if (age < MINUTE) {
    return text('client.time.now');
  }
  if (age < HOUR) {
    return text('client.time.minutes', Math.floor(age / MINUTE));
  }
  if (age < DAY) {
    return text('client.time.hours', Math.floor(age / HOUR));
  }
  // Six days: on the seventh the same weekday would name two days.
  if (age < 6 * DAY) {
    return weekday.format(at);
  }
  return at.getFullYear() === now.getFullYear() ? dayOfYear.format(at) : date.format(at);
}
