import {
  boatsWithSkippers,
  families,
  firmsApart,
  peopleApart,
  peopleWithFirms,
  rolesAtFirms,
} from './samples/associated.js';
import { clubWorkbook, type SampleSheet } from './samples/club.js';
import { cleanContacts, largeContacts, messyContacts } from './samples/contacts.js';
import { crmExport } from './samples/crm-export.js';
import { germanExport, outlookExport, salesforceExport } from './samples/exports.js';
import { callBackNotes, dealsWithPipeline, eventAttendance, orderLines } from './samples/sales.js';

/** A file of a sample. It is made when asked for, the same bytes each time, and streams out piece by piece. */
export interface SampleFile {
  readonly fileName: string;
  generate(): Iterable<Uint8Array<ArrayBuffer>>;
}

/** Something worth dropping: a file, or several that belong to one import. */
export interface Sample {
  /** For addresses: lower case with dashes. */
  readonly name: string;
  /** One line for a person who chooses. */
  readonly title: string;
  /** What it is about, as the `object-types` attribute has it. */
  readonly objectTypes: string;
  /** One or more, in the order to choose them. */
  readonly files: readonly [SampleFile, ...SampleFile[]];
}

/** A workbook worth dropping. */
export interface WorkbookSample extends Omit<Sample, 'files'> {
  readonly files: readonly [{ readonly fileName: string }];
  sheets(): readonly SampleSheet[];
}

/** Bytes gathered before they are handed on. */
const PIECE_CHARACTERS = 64 * 1024;

/** A small file that is made as a whole. */
const small = (fileName: string, make: () => string): SampleFile => ({
  fileName,
  generate: () => utf8([make()]),
});

export const SAMPLES: readonly Sample[] = [
  {
    name: 'clean-contacts',
    objectTypes: 'contacts',
    title: 'Clean contacts: 10,000 rows, nothing wrong',
    files: [{ fileName: 'clean-contacts.csv', generate: () => utf8(cleanContacts(10_000)) }],
  },
  {
    name: 'messy-contacts',
    objectTypes: 'contacts',
    title: 'Messy contacts: 500 rows with about everything that goes wrong',
    files: [{ fileName: 'messy-contacts.csv', generate: () => utf8(messyContacts(500)) }],
  },
  {
    name: 'german-export',
    objectTypes: 'contacts',
    title: 'German export: semicolons, Windows-1252, 31.12.2025, decimal commas',
    files: [{ fileName: 'Mitglieder.csv', generate: () => [windows1252(germanExport(300))] }],
  },
  {
    name: 'outlook-export',
    objectTypes: 'contacts',
    title: 'Outlook export: 92 columns, most of them empty',
    files: [{ fileName: 'outlook-contacts.csv', generate: () => [windows1252(outlookExport(200))] }],
  },
  {
    name: 'salesforce-export',
    objectTypes: 'contacts',
    title: 'Salesforce report: 400 rows, every cell quoted, 12/31/2025',
    files: [small('salesforce-contacts.csv', () => salesforceExport(400))],
  },
  {
    name: 'people-with-firms',
    objectTypes: 'contacts companies',
    title: 'People with their firms: contacts and companies in one file',
    files: [small('people-with-firms.csv', () => peopleWithFirms(60))],
  },
  {
    name: 'roles-at-firms',
    objectTypes: 'contacts companies',
    title: 'Roles at firms: a column of association labels',
    files: [small('roles-at-firms.csv', () => rolesAtFirms(60))],
  },
  {
    name: 'people-and-firms',
    objectTypes: 'contacts companies',
    title: 'People and firms: two files, with the email address in both',
    files: [small('people.csv', () => peopleApart(60)), small('firms.csv', () => firmsApart(60))],
  },
  {
    name: 'families',
    objectTypes: 'contacts',
    title:
      'Families: contacts tied to contacts who must be there already (import people with their firms first)',
    files: [small('families.csv', () => families(30))],
  },
  {
    name: 'boats-with-skippers',
    objectTypes: 'boats contacts',
    title: 'Boats with skippers: a custom object, contacts, and what they are aboard',
    files: [small('boats-with-skippers.csv', () => boatsWithSkippers(20))],
  },
  {
    name: 'order-lines',
    objectTypes: 'line_items deals',
    title: 'Order lines: line items with their deals',
    files: [small('order-lines.csv', () => orderLines(20))],
  },
  {
    name: 'call-back-notes',
    objectTypes: 'notes contacts',
    title: 'Call-back notes: notes with their contacts',
    files: [small('call-back-notes.csv', () => callBackNotes(25))],
  },
  {
    name: 'event-attendance',
    objectTypes: 'contacts marketing_events',
    title: 'Event attendance: who signed up, came and went (marketing event 500000000101)',
    files: [small('event-attendance.csv', () => eventAttendance(40))],
  },
  {
    name: 'deals-with-pipeline',
    objectTypes: 'deals',
    title: 'Deals: with pipeline and stage',
    files: [small('deals-with-pipeline.csv', () => dealsWithPipeline(40))],
  },
  {
    name: 'crm-export',
    objectTypes: 'contacts companies deals',
    title: 'Another CRM’s export: 60 columns of people, firms and deals',
    files: [small('crm-export.csv', () => crmExport(100))],
  },
  {
    name: 'large-100',
    objectTypes: 'contacts',
    title: 'Large: 100 MB, 193,000 rows',
    files: [{ fileName: 'large-100.csv', generate: () => utf8(largeContacts(100_000_000)) }],
  },
  {
    name: 'large-500',
    objectTypes: 'contacts',
    title: 'Large: 500 MB, just under HubSpot’s limits of bytes and rows',
    files: [{ fileName: 'large-500.csv', generate: () => utf8(largeContacts(500_000_000)) }],
  },
];

export const WORKBOOKS: readonly WorkbookSample[] = [
  {
    name: 'club-workbook',
    objectTypes: 'contacts companies',
    title: 'Club workbook: Excel, three sheets, real dates, numbers that lost their zeros',
    files: [{ fileName: 'harbour-club.xlsx' }],
    sheets: () => clubWorkbook(60),
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
