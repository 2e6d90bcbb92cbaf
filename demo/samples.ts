import { cleanContacts, largeContacts, messyContacts } from './samples/contacts.js';
import { germanExport, outlookExport, salesforceExport } from './samples/exports.js';

/** A file worth dropping. It is made when asked for, the same bytes each time, and streams out piece by piece. */
export interface Sample {
  /** For addresses: lower case with dashes. */
  readonly name: string;
  readonly fileName: string;
  /** One line for a person who chooses. */
  readonly title: string;
  generate(): Iterable<Uint8Array<ArrayBuffer>>;
}

/** Bytes gathered before they are handed on. */
const PIECE_CHARACTERS = 64 * 1024;

export const SAMPLES: readonly Sample[] = [
  {
    name: 'clean-contacts',
    fileName: 'clean-contacts.csv',
    title: 'Clean contacts: 10,000 rows, nothing wrong',
    generate: () => utf8(cleanContacts(10_000)),
  },
  {
    name: 'messy-contacts',
    fileName: 'messy-contacts.csv',
    title: 'Messy contacts: 500 rows with about everything that goes wrong',
    generate: () => utf8(messyContacts(500)),
  },
  {
    name: 'german-export',
    fileName: 'Mitglieder.csv',
    title: 'German export: semicolons, Windows-1252, 31.12.2025, decimal commas',
    generate: () => [windows1252(germanExport(300))],
  },
  {
    name: 'outlook-export',
    fileName: 'outlook-contacts.csv',
    title: 'Outlook export: 92 columns, most of them empty',
    generate: () => [windows1252(outlookExport(200))],
  },
  {
    name: 'salesforce-export',
    fileName: 'salesforce-contacts.csv',
    title: 'Salesforce report: 400 rows, every cell quoted, 12/31/2025',
    generate: () => utf8([salesforceExport(400)]),
  },
  {
    name: 'large-100',
    fileName: 'large-100.csv',
    title: 'Large: 100 MB',
    generate: () => utf8(largeContacts(100_000_000)),
  },
  {
    name: 'large-500',
    fileName: 'large-500.csv',
    title: 'Large: 500 MB, just under HubSpot’s limits of bytes and rows',
    generate: () => utf8(largeContacts(500_000_000)),
  },
];

export const findSample = (name: string): Sample | undefined =>
  SAMPLES.find((sample) => sample.name === name);

function* utf8(lines: Iterable<string>): Iterable<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  if (piece !== '') yield encoder.encode(piece);
}

/** Characters of Windows-1252 that lie elsewhere in Unicode, as far as the samples use them. */
const WINDOWS_1252: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '–': 0x96 };

/** What the code page lacks becomes `?`, as Windows writes it. */
const windows1252 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return WINDOWS_1252[character] ?? (code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : 0x3f);
  });
