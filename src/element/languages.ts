import type { ImportErrorWords } from './import-error-words.js';
import { en, type Messages } from './messages.js';

interface Language {
  readonly messages: () => Promise<Messages>;
  readonly importErrors: () => Promise<ImportErrorWords>;
}

/** Loaded when they are wanted, except English, which is what the element starts with. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  en: {
    messages: async () => en,
    importErrors: async () => (await import('./import-errors.en.js')).importErrorsEn,
  },
  fr: {
    messages: async () => (await import('./messages.fr.js')).fr,
    importErrors: async () => (await import('./import-errors.fr.js')).importErrorsFr,
  },
};

const ENGLISH = 'en';

/** The locale that is spoken: the wanted one, or English, so that sentences and numbers never mix two languages. */
export function spokenLocale(wanted: string): string {
  return languageOf(wanted) in LANGUAGES ? wanted : ENGLISH;
}

export const loadMessages = (locale: string): Promise<Messages> =>
  LANGUAGES[languageOf(locale)]?.messages() ?? Promise.resolve(en);

export const loadImportErrors = async (locale: string): Promise<ImportErrorWords> =>
  (await LANGUAGES[languageOf(locale)]?.importErrors()) ?? {};

const languageOf = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? ENGLISH;
