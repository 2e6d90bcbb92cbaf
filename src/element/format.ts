/** Numbers, sizes and dates the way the interface's language writes them. */
export interface Format {
  readonly locale: string;
  number(value: number): string;
  /** `64 %` in the locale's way; from 0 to 1. Never 100 before it is all done. */
  percent(share: number): string;
  /** Units of 1,024, as HubSpot's limit and most people's file manager count. */
  bytes(bytes: number): string;
  /** `23 Nov`, for the default import name. */
  day(date: Date): string;
  /** `3 April 2025`: a calendar date without a time zone. */
  calendarDay(date: { readonly year: number; readonly month: number; readonly day: number }): string;
  /** `Nov 23, 2026, 3:04 PM`, of ISO 8601 or of milliseconds; the text itself when it is no date. */
  moment(at: string | number): string;
  /** `12 seconds`, `3 minutes`. */
  duration(ms: number): string;
  /** `a, b and c`. */
  list(parts: readonly string[]): string;
  /** `a, b or c`. */
  either(parts: readonly string[]): string;
}

const KILO = 1024;

export function createFormat(locale: string): Format {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const calendarDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  const unit = (value: number, name: string, digits: number, display: 'short' | 'long'): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: display,
      maximumFractionDigits: digits,
    }).format(value);

  return {
    locale,
    number: (value) => number.format(value),
    percent: (share) => percent.format(Math.min(Math.floor(share * 100) / 100, share < 1 ? 0.99 : 1)),
    bytes(bytes) {
      if (bytes < KILO) return unit(bytes, 'byte', 0, 'long');
      if (bytes < KILO ** 2) return unit(bytes / KILO, 'kilobyte', 0, 'short');
      const mega = bytes / KILO ** 2;
      if (mega < KILO) return unit(mega, 'megabyte', mega < 10 ? 1 : 0, 'short');
      return unit(mega / KILO, 'gigabyte', 1, 'short');
    },
    day: (date) => day.format(date),
    calendarDay: (date) => calendarDay.format(Date.UTC(date.year, date.month - 1, date.day)),
    moment(at) {
      const date = new Date(at);
      return Number.isNaN(date.getTime()) ? String(at) : moment.format(date);
    },
    duration(ms) {
      const seconds = Math.round(ms / 1000);
      if (seconds < 90) return unit(Math.max(seconds, 1), 'second', 0, 'long');
      if (seconds < 5400) return unit(Math.round(seconds / 60), 'minute', 0, 'long');
      return unit(Math.round(seconds / 360) / 10, 'hour', 1, 'long');
    },
    list: (parts) => list.format(parts),
    either: (parts) => either.format(parts),
  };
}
