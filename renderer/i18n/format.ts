import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

const DAY_MS = 86_400_000;

/** Formats of dates and numbers in one language. Times are ms UTC and shown in the PC's zone. */
export interface Formats {
  /** 14:32 today, 昨天 09:10, 3月8日 14:32, 2025年3月8日. */
  moment(at: number, now: number): string;
  dateTime(at: number): string;
  /** The local day alone. */
  day(at: number): string;
  /** The local time alone. */
  time(at: number): string;
  /** An ISO date (2026-04-17). */
  isoDate(date: string): string;
  number(value: number): string;
  bytes(value: number): string;
}

/** Made at the first use: the formats of a language take as long to make as a small screen. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function formatsFor(language: string): Formats {
  const date = (options: Intl.DateTimeFormatOptions) => lazily(() => new Intl.DateTimeFormat(language, options));
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = date(clock);
  const dayTime = date({ month: 'short', day: 'numeric', ...clock });
  const full = date({ dateStyle: 'medium' });
  const fullTime = date({ dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  const isoDay = date({ dateStyle: 'medium', timeZone: 'UTC' });
  const relative = lazily(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const number = lazily(() => new Intl.NumberFormat(language));
  const oneDigit = lazily(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));
  return {
    moment(at, now) {
      const days = localDay(now) - localDay(at);
      if (days === 0) return time().format(at);
      if (days === 1) return `${relative().format(-1, 'day')} ${time().format(at)}`;
      if (new Date(at).getFullYear() === new Date(now).getFullYear()) return dayTime().format(at);
      return full().format(at);
    },
    dateTime: (at) => fullTime().format(at),
    day: (at) => full().format(at),
    time: (at) => time().format(at),
    isoDate: (iso) => isoDay().format(new Date(`${iso}T00:00:00Z`)),
    number: (value) => number().format(value),
    bytes(value) {
      if (value < 1024) return `${number().format(value)} B`;
      if (value < 1024 * 1024) return `${oneDigit().format(value / 1024)} KB`;
      return `${oneDigit().format(value / 1024 / 1024)} MB`;
    },
  };
}

function localDay(at: number): number {
  return Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / DAY_MS);
}

/** Whole days from the local day of `now` to an ISO date; negative when it has passed. */
export function daysUntil(date: string, now: number): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS) - localDay(now);
}

const cache = new Map<string, Formats>();

export function formats(language: string = i18next.language): Formats {
  let known = cache.get(language);
  if (!known) cache.set(language, (known = formatsFor(language)));
  return known;
}

export function useFormats(): Formats {
  return formats(useTranslation().i18n.language);
}
