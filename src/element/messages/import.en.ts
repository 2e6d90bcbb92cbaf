import type { Again } from '../../core/again.js';
import type { Format } from '../format.js';
import type { Noun } from './noun.js';
import { count } from './en.grammar.js';

/** What is said from sending to the report. */
export const importingEn = {
  // Submitting
  preparingTitle: 'Writing the corrected file',
  preparingIntro: 'Your file stays as it is.',
  submittingTitle: (name: string): string => `Sending ${name}`,
  submittingIntro: 'Keep this page open until everything is sent.',
  submittingAnswer: 'Everything is sent. Waiting for HubSpot’s answer…',
  sentOf: (sent: string, total: string): string => `${sent} of ${total}`,
  speed: (bytesPerSecond: string): string => `${bytesPerSecond} per second`,
  cancelUpload: 'Cancel',
  lookingTitle: 'Looking for the import in HubSpot',
  lookingIntro: 'It may have begun already: HubSpot’s list of imports will tell. Nothing is sent meanwhile.',

  // Tracking
  trackTitle: (noun: Noun): string => `HubSpot is importing your ${noun.many}`,
  stateMeans: {
    STARTED: 'HubSpot has the file and is about to begin.',
    DEFERRED: 'Three imports are running already. HubSpot begins with yours as soon as one of them is done.',
    PROCESSING: 'HubSpot is working through the rows.',
    DONE: 'HubSpot is done.',
    FAILED: 'HubSpot could not finish the import.',
    CANCELED: 'The import was canceled.',
    REVERTED: 'The import was undone in HubSpot.',
  } as Readonly<Record<string, string>>,
  stateUnknown: (state: string): string => `HubSpot says: ${state}.`,
  canClose: 'You can close this page; the import goes on.',
  processedOf: (n: number, total: number, f: Format): string => `${f.number(n)} of ${f.number(total)} rows`,
  statCreated: (_n: number): string => 'created',
  statUpdated: (_n: number): string => 'updated',
  statErrors: (n: number): string => (n === 1 ? 'error so far' : 'errors so far'),
  statLists: (n: number): string => (n === 1 ? 'list made' : 'lists made'),
  leave: 'Import another file meanwhile',
  foundNote:
    'The answer to the sending was lost on the way. HubSpot has the import: this is it, and nothing was sent again.',
  foundEarlierNote: (when: string): string =>
    `HubSpot has the import of this file that was sent on ${when}, and whose answer was lost: this is it. Nothing was sent again, so what was changed since then is not in it.`,
  pickedUpNote: (files: string, when: string): string =>
    `Picked up where it was: ${files}, sent from here on ${when}.`,
  cancelFailed: (reason: string): string =>
    `HubSpot could not be asked to cancel; the import goes on. ${reason}`,
  cancelImport: 'Cancel import',
  canceling: 'Canceling…',
  cancelMeans: 'If you cancel, records that are written already stay.',
  cancelingMeans: 'Canceling. Records that are written already stay.',
  importNumber: (id: string): string => `Import ${id}`,
  counterNames: {
    PROPERTY_VALUES_EMITTED: 'values written',
    UNIQUE_OBJECTS_WRITTEN: 'different records',
    CREATED_OBJECTS: 'created',
    UPDATED_OBJECTS: 'updated',
    ERRORS: 'errors',
    MAPPED_COLUMNS: 'columns matched',
    UNMAPPED_COLUMNS: 'columns not matched',
    ASSOCIATIONS_EMITTED: 'associations asked for',
    ASSOCIATIONS_CREATED: 'associations made',
  } as Readonly<Record<string, string>>,

  // Report
  doneTitle: (n: number, noun: Noun, f: Format): string =>
    `${f.number(n)} ${n === 1 ? `${noun.one} is` : `${noun.many} are`} in HubSpot`,
  doneTitleNone: (noun: Noun): string => `No ${noun.many} were imported`,
  doneIntroClean: (inFile: number, f: Format): string =>
    inFile === 1 ? 'The only row arrived.' : `All ${f.number(inFile)} rows arrived.`,
  doneIntro: (imported: number, refused: number, notSent: number, inFile: number, f: Format): string => {
    const parts = [
      `${f.number(imported)} imported`,
      ...(refused > 0 ? [`${f.number(refused)} refused`] : []),
      ...(notSent > 0 ? [`${f.number(notSent)} not sent`] : []),
    ];
    return `${count(inFile, 'row', 'rows', f)} in all: ${f.list(parts)}.`;
  },
  doneIntroLosing: (losing: number, inFile: number, f: Format): string => {
    if (inFile === 1) return 'The only row arrived, incomplete.';
    const some = losing === inFile ? 'all of them' : `${f.number(losing)} of them`;
    return `All ${f.number(inFile)} rows arrived, ${some} incomplete.`;
  },
  failedTitle: 'HubSpot broke off the import',
  failedTitleNone: 'HubSpot could not import the file',
  failedIntro: 'Nothing more will happen to this import.',
  canceledTitle: 'The import was canceled',
  canceledIntro: 'Records that HubSpot had written before stay.',
  revertedTitle: 'The import was undone',
  revertedIntro: 'Somebody undid this import in HubSpot, after it was done.',
  keptAll: 'Everything you decided is still here.',
  again: {
    updates:
      'You can import the file again: rows that HubSpot has written already only update their records, the others come in.',
    refuses:
      'You can import the file again: HubSpot refuses the rows that it has written already, the others come in.',
    doubles:
      'Take care when you import the file again: nothing tells HubSpot which records it has written already, so it makes them once more. Leave out the rows that are there.',
  } satisfies Record<Again, string> as Record<Again, string>,
  againUndone: 'HubSpot does not say which records are left. Look there before you import the file again.',
  canceledTooLate: 'It was over before it could be canceled.',
  statImported: (n: number): string => (n === 1 ? 'row imported' : 'rows imported'),
  statWasImported: (n: number): string => (n === 1 ? 'row had been imported' : 'rows had been imported'),
  statRefusedRows: (n: number): string => (n === 1 ? 'row refused' : 'rows refused'),
  statLosingRows: (n: number): string => (n === 1 ? 'row arrived incomplete' : 'rows arrived incomplete'),
  statNotSent: (n: number): string => (n === 1 ? 'row not sent' : 'rows not sent'),
  statUnprocessed: (n: number): string => (n === 1 ? 'row not accounted for' : 'rows not accounted for'),
  moreNumbers: 'All of HubSpot’s numbers',
  listMade: (id: string): string => `List ${id} holds the imported contacts.`,
  createdAt: 'Started',
  updatedAt: 'Last change',
  importName: 'Name',
  importObjects: 'Objects',
  importSource: 'Started from',
  importSources: {
    API: 'this importer or another app',
    CRM_UI: 'HubSpot',
    IMPORT: 'HubSpot’s import tool',
    MOBILE_ANDROID: 'HubSpot on Android',
    MOBILE_IOS: 'HubSpot on iOS',
    SALESFORCE: 'Salesforce',
  } as Readonly<Record<string, string>>,
  importTemplate: 'Made from',
  importOptOut: 'Opted out of emails',
  importFileIds: 'Files at HubSpot',
  yes: 'Yes',
  readingErrors: (n: number, total: number, f: Format): string =>
    total > n
      ? `Fetching what was refused… ${f.number(n)} of ${f.number(total)}`
      : `Fetching what was refused… ${f.number(n)} so far`,
  stopErrors: 'Stop here',
  errorsPartly: 'Not all errors have been fetched.',
  errorsPartlyAgain: 'Fetch the rest',
  errorCount: (n: number, f: Format): string => count(n, 'time', 'times', f),
  valueColumn: 'Value',
  consequence: 'Consequence',
  hubspotCode: 'HubSpot’s code',
  hubspotMessage: 'HubSpot’s message',
  whatHappened: 'What happened',
  whatToDo: 'What to do',
  wholeFile: 'Whole file',
  showErrors: (n: number, f: Format): string => `Show ${f.number(n)}`,
  lineNumber: 'Line',
  wholeFileAdvice:
    'Import the file once more. If HubSpot breaks off again, give its support the number of the import.',
  errorsShown: (n: number, total: number, f: Format): string =>
    `The first ${f.number(n)} of ${f.number(total)}`,
  hubspotSays: (text: string): string => `HubSpot says: ${text}`,
  correctRefused: 'Correct the refused rows',
  correctRefusedHint: 'Correct them here, or in a spreadsheet, and import only them again.',
  downloadRefused: 'Download refused rows',
  downloadReport: 'Download error report',
  refusedImport: (name: string): string => `${name} - refused rows`,
  refusedName: (base: string): string => `${base} - refused rows.csv`,
  reportName: (base: string): string => `${base} - errors.csv`,
  another: 'Import another file',
  partsBefore: (parts: string): string => `Before it was undone: ${parts}`,
  tryAgain: 'Back to the check',

  // Recent imports
  recentTitle: 'Recent imports',
  recentIntro: 'As HubSpot has them, the newest first.',
  recentReading: 'Fetching the imports…',
  recentNone: 'There is none yet.',
  recentOpen: 'Open',
  recentOpenLabel: (name: string): string => `Open ${name}`,
  recentMore: 'Show more',
  recentErrors: (n: number): string => (n === 1 ? 'error' : 'errors'),
  recentNameless: (id: string): string => `Import ${id}`,
  stateName: {
    STARTED: 'About to begin',
    DEFERRED: 'Waiting for its turn',
    PROCESSING: 'Running',
    DONE: 'Done',
    FAILED: 'Failed',
    CANCELED: 'Canceled',
    REVERTED: 'Undone',
  } as Readonly<Record<string, string>>,

  importEffect: {
    row: 'Not imported',
    value: 'Imported without this value',
    association: 'Imported without the association',
    file: 'Concerns the whole file',
  },
};
