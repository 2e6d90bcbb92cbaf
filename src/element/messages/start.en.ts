import type { ErrorCode, ImporterError } from '../../core/errors.js';
import type { Format } from '../format.js';
import type { Noun } from './noun.js';
import { count } from './en.grammar.js';
import { facts } from './facts.js';

/** What is said before a file has come, and of whatever goes wrong: loaded with the element. */
export const startEn = {
  language: 'en',

  // Frame
  steps: ['File', 'Match', 'Check', 'Import'] as readonly string[],
  stepOf: (step: number, name: string): string => `Step ${step} of 4: ${name}`,
  stepsLabel: 'Steps of the import',
  stepDone: 'done',
  back: 'Back',
  cancel: 'Cancel',
  changeFile: 'Change',
  fileFacts: (bytes: string, rows: string | null): string => (rows === null ? bytes : `${bytes} · ${rows}`),
  rows: (n: number, f: Format): string => count(n, 'row', 'rows', f),
  about: (text: string): string => `about ${text}`,
  disabled: 'The importer is switched off on this page.',
  widgetLabel: 'Import into HubSpot',

  // Objects
  objects: {
    '0-1': { one: 'contact', many: 'contacts' },
    '0-2': { one: 'company', many: 'companies' },
    '0-3': { one: 'deal', many: 'deals' },
    '0-5': { one: 'ticket', many: 'tickets' },
    '0-7': { one: 'product', many: 'products' },
    '0-8': { one: 'line item', many: 'line items' },
    '0-136': { one: 'lead', many: 'leads' },
    '0-123': { one: 'order', many: 'orders' },
    '0-142': { one: 'cart', many: 'carts' },
    '0-421': { one: 'appointment', many: 'appointments' },
    '0-410': { one: 'course', many: 'courses' },
    '0-420': { one: 'listing', many: 'listings' },
    '0-162': { one: 'service', many: 'services' },
    '0-48': { one: 'call', many: 'calls' },
    '0-49': { one: 'email', many: 'emails' },
    '0-47': { one: 'meeting', many: 'meetings' },
    '0-46': { one: 'note', many: 'notes' },
    '0-27': { one: 'task', many: 'tasks' },
    '0-18': { one: 'communication', many: 'communications' },
    '0-116': { one: 'postal mail', many: 'postal mail' },
    '0-54': { one: 'event participant', many: 'event participants' },
  } as Readonly<Record<string, Noun>>,
  otherObject: { one: 'record', many: 'records' } as Noun,

  // Drop
  dropTitle: (noun: Noun): string => `Drop your ${noun.many} file here`,
  dropLimits: (bytes: string, rows: string): string =>
    `CSV or Excel (.xlsx), up to ${bytes} and ${rows} rows. Nothing is sent until you say so.`,
  dropAnySize: (bytes: string, rows: string): string =>
    `CSV or Excel (.xlsx) of any size: over ${bytes} or ${rows} rows it goes as several imports. Nothing is sent until you say so.`,
  /** The name of one of several imports, for HubSpot. */
  numbered: (name: string, number: number, parts: number): string => `${name} (${number} of ${parts})`,
  dropNow: 'Drop it to read it',
  choose: 'Choose a file',
  paste: 'Paste from a spreadsheet',
  pasteTitle: 'Paste rows from a spreadsheet',
  pasteHint: 'Copy the cells, header row included, and paste them here.',
  pasteLabel: 'Rows to import',
  pasteUse: 'Use these rows',
  pasteName: 'Pasted rows.tsv',
  template: 'Download a template',
  templateName: (noun: Noun): string => `HubSpot ${noun.many} template.csv`,
  keptFile: (name: string): string => `${name} is still here, with everything you decided.`,
  keptGoOn: 'Go on with it',

  // Reading
  readingTitle: (name: string): string => `Reading ${name}`,
  readingIntro: 'Only the first rows, to see how the file is written.',
  readingSheet: (percent: string): string => `The whole sheet, ${percent} so far.`,

  readingProperties: 'Fetching the properties of your HubSpot account…',

  // Errors
  error: {
    'file-empty': () => 'The file is empty. Choose a file with a header row and at least one row below it.',
    'file-too-large': (e: ImporterError, f: Format) => {
      const { bytes, limitBytes, files } = facts(e, 'file-too-large');
      const limit = `The file has ${f.bytes(bytes)}; the limit is ${f.bytes(limitBytes)}`;
      return files > 1
        ? `${limit} where files are imported together, because they cannot be sent in parts. Import it by itself, or split it.`
        : `${limit}. Split it and import the parts one after the other.`;
    },
    'file-too-many-rows': (e: ImporterError, f: Format) =>
      `The file has more than ${f.number(facts(e, 'file-too-many-rows').limit)} rows. Split it and import the parts one after the other.`,
    'file-too-many-columns': (e: ImporterError, f: Format) => {
      const { columns, limit } = facts(e, 'file-too-many-columns');
      return `The file has ${f.number(columns)} columns; HubSpot takes ${f.number(limit)} at most. Remove the columns you do not need.`;
    },
    'file-not-text': (e: ImporterError) => {
      const { looksLike } = facts(e, 'file-not-text');
      const what: Record<typeof looksLike, string> = {
        pdf: 'This is a PDF',
        xls: 'This is an old Excel workbook (.xls), or one with a password',
        ods: 'This is an OpenDocument spreadsheet',
        numbers: 'This is a Numbers spreadsheet',
        zip: 'This is a zip archive',
        image: 'This is a picture',
        binary: 'This is not a text file: it holds bytes that no text has',
      };
      const isSavedAgain = !['pdf', 'zip', 'image'].includes(looksLike);
      return `${what[looksLike]}. ${isSavedAgain ? 'Save it as .xlsx without a password, or as “CSV UTF-8”, and choose that file.' : 'Choose a CSV file or an Excel workbook (.xlsx).'}`;
    },
    'workbook-unreadable': (e: ImporterError) => {
      const what = {
        damaged: 'This workbook is damaged, or not all of it is there',
        xlsb: 'This is a binary Excel workbook (.xlsb)',
        'too-large': 'This workbook is too large to be opened in a browser',
      };
      return `${what[facts(e, 'workbook-unreadable').fault]}. Open it in Excel, save it as .xlsx or “CSV UTF-8”, and choose that file.`;
    },
    'file-no-rows': () => 'There is a header row but no row with anything to import below it.',
    'file-unreadable': () =>
      'The browser can no longer read the file: it was moved, changed or closed to us. Choose it again.',
    'storage-full': (e: ImporterError, f: Format) =>
      `The browser has no room for the corrected file, which takes ${f.bytes(facts(e, 'storage-full').bytes)}. Nothing was sent. Make room on the disk, leave the private window if this is one, and try again.`,
    'csv-row-too-large': (e: ImporterError, f: Format) => {
      const { row, limitBytes } = facts(e, 'csv-row-too-large');
      return `Row ${f.number(row)} is larger than ${f.bytes(limitBytes)}. Most likely a quote is opened there and never closed: correct it in the file and choose the file again.`;
    },
    'mapping-empty': () => 'No column is matched to a property yet. Match at least one.',
    'mapping-repeated': () =>
      'Two columns are matched to the same property. Choose which of them HubSpot gets.',
    'mapping-no-identifier': () =>
      'Update only needs a column that identifies the records. Match the record ID or another identifier, or create records too.',
    'mapping-no-event': () =>
      'There are times of taking part in a marketing event. Name the event by its record ID, or leave these columns out.',
    'mapping-common-key': () =>
      'The column that joins the files must identify records: a record ID, an email, a domain or another unique property.',
    'worker-failed': () => 'The check stopped unexpectedly. Your file is unharmed: try again.',
    'wrong-status': (e: ImporterError) =>
      `The importer is at “${facts(e, 'wrong-status').status}”, where this cannot be done.`,
    'token-endpoint-missing': () =>
      'This page has not said where to send imports. Its developer needs to set the token-endpoint attribute.',
    'token-refused': (e: ImporterError) => {
      const { status } = facts(e, 'token-refused');
      if (status === 401)
        return 'You are not signed in to this page any more. Sign in again, then go on here.';
      if (status === 403) return 'You are not allowed to import. Ask whoever runs this page.';
      if (status === 404)
        return 'Nothing answers at the token endpoint (404). The page’s developer needs to check its address.';
      return `The token endpoint refused (${status}). Nothing was sent. Try again, or tell whoever runs this page.`;
    },
    'import-unauthorized': () =>
      'HubSpot did not accept the page’s credentials, even renewed. Nothing was sent. Sign in again, or tell whoever runs this page.',
    'import-forbidden': (e: ImporterError) => {
      const { scopes, message } = facts(e, 'import-forbidden');
      return scopes.length > 0
        ? `The page’s HubSpot connection lacks a permission: ${scopes.join(', ')}. Tell whoever runs this page.`
        : `This import is not allowed. ${message ?? 'Ask whoever runs this page.'}`;
    },
    'import-not-found': () => 'Nothing answers at the import address (404), or HubSpot knows no such import.',
    'import-too-large': (e: ImporterError) =>
      `The file is larger than HubSpot or the backend takes. ${facts(e, 'import-too-large').message ?? 'Split it and import the parts one after the other.'}`,
    'import-rejected': (e: ImporterError) => {
      const { message, status } = facts(e, 'import-rejected');
      return `HubSpot refused the import as a whole (${status})${message === null ? '.' : `: ${message}`}`;
    },
    'import-unknown': (e: ImporterError) => {
      const { name, isListRead } = facts(e, 'import-unknown');
      const lost = `The sending of “${name}” was interrupted before HubSpot answered: the import may have begun.`;
      return isListRead
        ? `${lost} HubSpot’s list of imports does not have it yet. Before the file is sent again, the list is looked through once more.`
        : `${lost} HubSpot’s list of imports, which would tell, could not be read. Nothing is sent until it can be: try again.`;
    },
    'import-never-began': (e: ImporterError, f: Format) => {
      const { name, sentAtMs } = facts(e, 'import-never-began');
      return `“${name}” was being sent when this page was left (${f.moment(sentAtMs)}). HubSpot’s list of imports does not have it, so it never began. Choose the file again to send it.`;
    },
    'import-elsewhere': () =>
      'This file is being sent at this moment in another tab or window. Nothing was sent from here: follow it there.',
    'import-repeated': (e: ImporterError, f: Format) => {
      const { name, importId, sentAtMs } = facts(e, 'import-repeated');
      return `This file was sent from this browser before: import ${importId}, “${name}”, ${f.moment(sentAtMs)}. Nothing was sent now. To import it once more, press the button again.`;
    },
    'rate-limited': (e: ImporterError, f: Format) => {
      const { retryAfterMs, policy } = facts(e, 'rate-limited');
      if (policy === 'DAILY')
        return 'HubSpot’s daily limit of calls is reached. It is lifted at midnight, where the HubSpot account is. Everything is kept here.';
      return `HubSpot is getting too many requests. ${retryAfterMs === null ? 'Wait a moment and try again.' : `Try again in ${f.duration(retryAfterMs)}.`}`;
    },
    'server-failed': (e: ImporterError, f: Format) => {
      const { status, retryAfterMs } = facts(e, 'server-failed');
      const when = retryAfterMs === null ? 'in a while' : `in ${f.duration(retryAfterMs)}`;
      return status === 477
        ? `The HubSpot account is being moved to another data center. Everything is kept here: try again ${when}.`
        : `HubSpot or the backend is in trouble (${status}). Everything is kept here: try again ${when}.`;
    },
    network: () =>
      'No answer: the connection is down, or the backend is. Everything is kept here: try again.',
    timeout: (e: ImporterError, f: Format) =>
      `No answer within ${f.duration(facts(e, 'timeout').timeoutMs)}. Everything is kept here: try again.`,
    'response-unexpected': (e: ImporterError) =>
      `The backend answered with something else than HubSpot would (${facts(e, 'response-unexpected').contentType ?? 'no content type'}). The page’s developer needs to check its addresses.`,
  } satisfies Record<ErrorCode, (error: ImporterError, f: Format) => string> as Record<
    ErrorCode,
    (error: ImporterError, f: Format) => string
  >,
  lookAgain: 'Look again',
  forgetLost: 'I have looked in HubSpot: it is not there',
  openImport: (id: string): string => `Open import ${id}`,

  // Waiting
  waitingOffline: 'You are offline. This goes on by itself as soon as there is a connection.',
  waitingFor: {
    'rate-limited': 'HubSpot takes no more calls for the moment.',
    'server-failed': 'HubSpot or the backend is in trouble.',
    other: 'No answer came.',
  },
  waitingGoesOn: (time: string): string => `Trying again in ${time}.`,
  stopWaiting: 'Stop waiting',
  pickingUp: 'Looking for what was sent from here before…',
  recentImports: 'Recent imports',

  errorReference: (correlationId: string): string => `Reference for support: ${correlationId}`,
};
