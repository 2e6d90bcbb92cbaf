import type { ImportErrorWords } from './messages/import-error-words.js';
import type { Messages, StartMessages } from './messages/en.js';
import { startEn } from './messages/start.en.js';

interface Language {
  /** The sentences of the first screens. */
  readonly start: () => Promise<StartMessages>;
  readonly all: () => Promise<Messages>;
  readonly importErrors: () => Promise<ImportErrorWords>;
}

/** Loaded when they are wanted, except how the element starts in English. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  en: {
    start: async () => startEn,
    all: async () => (await import('./messages/en.js')).en,
    importErrors: async () => (await import('./messages/import-errors.en.js')).importErrorsEn,
  },
  fr: {
    start: async () => (await import('./messages/start.fr.js')).startFr,
    all: async () => (await import('./messages/fr.js')).fr,
    importErrors: async () => (await import('./messages/import-errors.fr.js')).importErrorsFr,
  },
};

const ENGLISH = 'en';

/** The locale that is spoken: the wanted one, or English, so that sentences and numbers never mix two languages. */
export function spokenLocale(wanted: string): string {
  return codeOf(wanted) in LANGUAGES ? wanted : ENGLISH;
}

/** The sentences of the first screens in a spoken locale. */
export const loadStart = async (locale: string): Promise<StartMessages> =>
  (await LANGUAGES[codeOf(locale)]?.start()) ?? startEn;

/** Everything that a spoken locale has words for. */
export async function loadAll(
  locale: string,
): Promise<{ readonly messages: Messages; readonly importErrors: ImportErrorWords } | null> {
  const language = LANGUAGES[codeOf(locale)];
  if (language === undefined) return null;
  const [messages, importErrors] = await Promise.all([language.all(), language.importErrors()]);
  return { messages, importErrors };
}

const codeOf = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? ENGLISH;

/** The `lang` that holds where an element is, across shadow roots. */
export function nearestLanguage(element: Element): string | null {
  const found = element.closest('[lang]');
  if (found !== null) return found.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : null;
}
