import { ImporterError } from '../core/errors.js';

/** Letters that are written from right to left, and characters that say so. */
const DIRECTED = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Characters that turn what follows them around, beyond the end of their own text too. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text from outside as part of a sentence: whatever its direction, it leaves the order of the words around it alone. */
export const isolated = (text: string): string =>
  DIRECTED.test(text) ? `\u2068${text.replace(TURNING, '')}\u2069` : text;

/** A text without the marks that `isolated` has put in. */
export const withoutIsolates = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

/** The same sentences, each isolating the texts it is given: a header, a file's name, what HubSpot says. */
export function isolating<T>(sentences: T): T {
  return wrapped(sentences) as T;
}

function wrapped(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...given: unknown[]): unknown => (value as (...all: unknown[]) => unknown)(...given.map(within));
  }
  return isPlain(value) ? mapped(value, wrapped) : value;
}

/** Texts, lists of them, nouns and what goes with an error; what only formats numbers stays as it is. */
function within(value: unknown): unknown {
  if (typeof value === 'string') return isolated(value);
  if (Array.isArray(value)) return value.map(within);
  if (value instanceof ImporterError) return new ImporterError(value.code, within(value.detail));
  const isOfTexts = isPlain(value) && Object.values(value).every((one) => typeof one !== 'function');
  return isOfTexts ? mapped(value, within) : value;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const mapped = (
  record: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
