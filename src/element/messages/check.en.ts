import type { Effect, ProblemCode } from '../../core/problems.js';
import type { Format } from '../format.js';
import type { Noun } from './noun.js';
import { count } from './en.grammar.js';

/** What is said of the rows before they are sent. */
export const checkEn = {
  // Checking
  checkingTitle: (rows: string): string => `Checking ${rows}`,
  checkingIntro: 'Every row is read before anything is sent.',
  checkedSoFar: (rows: number, f: Format): string => `${count(rows, 'row', 'rows', f)} so far`,

  // Ready
  readyTitle: (n: number, noun: Noun, f: Format): string =>
    `Ready to import ${f.number(n)} ${n === 1 ? noun.one : noun.many}`,
  readyTitleRows: (n: number, noun: Noun, f: Format): string =>
    `Ready to import ${count(n, 'row', 'rows', f)} with ${noun.many}`,
  readyTitleRefused: (rows: number): string =>
    rows === 1 ? 'HubSpot would refuse this row' : 'HubSpot would refuse all of these rows',
  readyTitleNone: (noun: Noun): string => `No ${noun.many} to import`,
  readyIntro: (rows: number, sent: number, f: Format): string => {
    const checked = rows === 1 ? 'The only row was checked' : `All ${f.number(rows)} rows were checked`;
    return sent === rows ? `${checked}.` : `${checked}; ${f.number(sent)} will be sent.`;
  },
  nothingSent: 'Nothing has been sent yet.',
  recheckingIntro: 'Checking your changes…',
  statClean: (n: number): string => (n === 1 ? 'row without a problem' : 'rows without a problem'),
  statLosing: (n: number): string => (n === 1 ? 'row will be incomplete' : 'rows will be incomplete'),
  statRefused: (n: number): string => (n === 1 ? 'row HubSpot will refuse' : 'rows HubSpot will refuse'),
  statRepeated: (n: number): string => (n === 1 ? 'row merged into another' : 'rows merged into another'),
  statLeftOut: (n: number): string => (n === 1 ? 'row left out by you' : 'rows left out by you'),
  statEmpty: (n: number): string =>
    n === 1 ? 'row blank, or with nothing to import' : 'rows blank, or with nothing to import',
  noProblems: 'Nothing needs your attention.',
  problemsTitle: 'What to look at',
  importRows: (n: number, f: Format): string => `Import ${count(n, 'row', 'rows', f)}`,
  sendTitle: 'What will be sent',
  sendName: 'Name',
  sendNameMeans: 'HubSpot lists the import under this name.',
  sendObject: 'Object',
  sendColumn: 'Column',
  sendColumns: 'Columns',
  sendColumnsOf: (n: number, total: number, f: Format): string => `${f.number(n)} of ${f.number(total)}`,
  sendFile: 'File',
  sendFileSame: 'As it is',
  sendFileCorrected: 'Corrected copy',
  sendFileCsv: 'Copy as CSV',
  sendJoined: 'Joined by',
  sendJoinedBy: (header: string, file: string, owner: string): string => `${header}, ${file} with ${owner}`,
  sendSize: 'Size',
  sendCorrectedBecause: (reasons: string): string =>
    `A corrected copy is sent, because ${reasons}. Your file stays as it is.`,
  sendCsvBecause:
    'A copy as CSV is sent, because HubSpot is only sure to read workbooks of one sheet without dates or formulas. Your file stays as it is.',
  copyReason: {
    columns: 'columns are left out',
    changes: 'you made corrections',
    encoding: 'HubSpot wants UTF-8',
    format: 'the separator or the quotes differ',
    header: 'the header row has to be adapted',
    rows: 'some rows are blank or uneven',
  },
  showRequest: 'Show the request',
  hideRequest: 'Hide the request',
  copyJson: 'Copy JSON',
  copyCurl: 'Copy as cURL',
  copied: 'Copied',
  downloadContent: 'Download the file that is sent',
  downloadContentOf: (name: string): string => `Download ${name} as it is sent`,
  createList: 'Make a list of the imported contacts',
  createListMeans: 'HubSpot makes a static list: contacts that come later do not join it.',
  marketableLabel: 'Marketing status',
  marketableUnset: 'Leave as it is',
  marketableTrue: 'Marketing contacts',
  marketableFalse: 'Non-marketing contacts',
  marketableMeans: {
    unset: 'Contacts keep the status they have.',
    true: 'They can be sent marketing emails, and count as marketing contacts in your HubSpot plan.',
    false: 'They are sent no marketing emails.',
  },

  // Problems
  problem: {
    'row-empty': (n: number, _p: string, f: Format) =>
      `${count(n, 'row has', 'rows have', f)} nothing to import`,
    'row-too-short': (n: number, _p: string, f: Format) =>
      `${count(n, 'row has', 'rows have', f)} fewer cells than the header`,
    'row-too-long': (n: number, _p: string, f: Format) =>
      `${count(n, 'row has', 'rows have', f)} more cells than the header`,
    'identifier-missing': (n: number, p: string, f: Format) =>
      `${count(n, 'row has', 'rows have', f)} no ${p === '' ? 'identifier' : p}`,
    'identifier-repeated': (n: number, p: string, f: Format) =>
      `${count(n, 'row has', 'rows have', f)} the same ${p} as another row`,
    'unique-repeated': (n: number, p: string, f: Format) =>
      `${count(n, 'row repeats', 'rows repeat', f)} a ${p} that must be unique`,
    'required-missing': (n: number, p: string, f: Format) => `${count(n, 'row has', 'rows have', f)} no ${p}`,
    'email-invalid': (n: number, _p: string, f: Format) =>
      count(n, 'email address is not valid', 'email addresses are not valid', f),
    'domain-invalid': (n: number, p: string, f: Format) =>
      `${count(n, 'value', 'values', f)} in ${p} ${n === 1 ? 'is not a domain' : 'are not domains'}`,
    'url-invalid': (n: number, p: string, f: Format) =>
      `${count(n, 'value', 'values', f)} in ${p} ${n === 1 ? 'is not a web address' : 'are not web addresses'}`,
    'phone-invalid': (n: number, _p: string, f: Format) =>
      `${count(n, 'phone number looks', 'phone numbers look', f)} unusual`,
    'number-invalid': (n: number, p: string, f: Format) =>
      `${count(n, 'value', 'values', f)} in ${p} ${n === 1 ? 'is not a number' : 'are not numbers'}`,
    'number-too-large': (n: number, p: string, f: Format) =>
      `${count(n, 'number', 'numbers', f)} in ${p} ${n === 1 ? 'is' : 'are'} too large`,
    'date-invalid': (n: number, p: string, f: Format) =>
      `${count(n, 'date', 'dates', f)} in ${p} cannot be read`,
    'date-out-of-range': (n: number, p: string, f: Format) =>
      `${count(n, 'date', 'dates', f)} in ${p} ${n === 1 ? 'is' : 'are'} too far away`,
    'boolean-invalid': (n: number, p: string, f: Format) =>
      `${count(n, 'value', 'values', f)} in ${p} ${n === 1 ? 'is' : 'are'} neither yes nor no`,
    'option-unknown': (n: number, p: string, f: Format) =>
      `${count(n, 'value is', 'values are', f)} not an option of ${p}`,
    'option-ambiguous': (n: number, p: string, f: Format) =>
      `${count(n, 'value', 'values', f)} could be more than one option of ${p}`,
    'owner-unknown': (n: number, _p: string, f: Format) =>
      `${count(n, 'owner is not a user', 'owners are not users', f)} of your account`,
    'owner-ambiguous': (n: number, _p: string, f: Format) =>
      `${count(n, 'owner name', 'owner names', f)} could be more than one user`,
    'label-unknown': (n: number, _p: string, f: Format) =>
      `${count(n, 'cell names a label', 'cells name labels', f)} that your account does not have`,
    'key-unknown': (n: number, p: string, f: Format) =>
      `${count(n, 'value', 'values', f)} in ${p} ${n === 1 ? 'is' : 'are'} not in the other file`,
    'record-id-invalid': (n: number, _p: string, f: Format) =>
      `${count(n, 'record ID is', 'record IDs are', f)} not a number`,
    'text-too-long': (n: number, p: string, f: Format) =>
      `${count(n, 'text', 'texts', f)} in ${p} ${n === 1 ? 'is' : 'are'} longer than 65,536 characters`,
    'text-unreadable': (n: number, p: string, f: Format) =>
      `${count(n, 'text', 'texts', f)} in ${p} ${n === 1 ? 'has' : 'have'} unreadable characters`,
    'quote-unbalanced': (_n: number, _p: string, _f: Format) => 'A quote is opened and never closed',
  } satisfies Record<ProblemCode, (n: number, property: string, f: Format) => string> as Record<
    ProblemCode,
    (n: number, property: string, f: Format) => string
  >,
  oneOption: (value: string, label: string): string => `“${value}” is not an option of ${label}`,
  effect: {
    row: (n: number): string => (n === 1 ? 'HubSpot refuses this row.' : 'HubSpot refuses these rows.'),
    value: (n: number, noun: Noun): string =>
      n === 1
        ? `The ${noun.one} is imported, the value is dropped.`
        : `The ${noun.many} are imported, the values are dropped.`,
    merge: () => 'The last row with the same value wins.',
    none: (n: number): string => (n === 1 ? 'Imported as it is.' : 'Imported as they are.'),
  } satisfies Record<Effect, (n: number, noun: Noun) => string> as Record<
    Effect,
    (n: number, noun: Noun) => string
  >,
  effectRowEmpty: 'Left out of what is sent.',
  effectQuote:
    'Everything after it was read as one cell. Correct the quote in the file, or choose another one at the match step.',
  effectKey: 'Imported without the association, unless HubSpot has the record already.',
  effectUnreadable: 'Perhaps the encoding is another one: see “Not reading right?” at the match step.',
  rowsList: (rows: readonly string[], more: number, f: Format): string => {
    if (more > 0) return `Rows ${rows.join(', ')} and ${f.number(more)} more`;
    return rows.length === 1 ? `Row ${rows[0]}` : `Rows ${f.list(rows)}`;
  },
  forExample: (rows: string): string => `${rows}, for example `,
  fixRows: (n: number, f: Format): string => `Fix ${count(n, 'row', 'rows', f)}`,
  showRows: 'Show rows',
  extraCells: 'Beyond the header',
  hideRows: 'Hide',
  fixTitle: 'Every different value, once',
  fixValueLabel: (value: string): string => `Replacement for ${value === '' ? 'an empty cell' : value}`,
  fixEmpty: '(empty)',
  fixPlaceholder: 'New value',
  fixSearch: 'Choose or search',
  fixSuggestion: (value: string): string => `Use “${value}”`,
  fixAllSuggestions: (n: number, f: Format): string => `Use ${count(n, 'suggestion', 'suggestions', f)}`,
  addOptions: (n: number, property: string, f: Format): string =>
    `Add ${count(n, 'option', 'options', f)} to ${property}`,
  fixKeep: 'Leave as it is',
  fixClear: 'Import without a value',
  fixInRows: (n: number, f: Format): string => count(n, 'row', 'rows', f),
  fixMoreValues: (n: number, f: Format): string =>
    `The first ${f.number(n)} different values. More appear when these are settled.`,
  rowsShown: (n: number, total: number, f: Format): string =>
    `The first ${f.number(n)} of ${f.number(total)} rows`,
  leaveOutRow: 'Leave out',
  leaveOutRowLabel: (row: string): string => `Leave out row ${row}`,
  leaveOutAll: (n: number, f: Format): string =>
    `Leave out ${n === 1 ? 'this row' : `all ${f.number(n)} rows`}`,
  takeBack: 'Take back',
  cellLabel: (header: string, row: string): string => `${header}, row ${row}`,
  changesMade: (n: number, f: Format): string => count(n, 'correction', 'corrections', f),
  takeAllRows: 'Take all rows in again',
  onlyRefused: (n: number, f: Format): string =>
    n === 1
      ? 'Only the row that HubSpot refused is in.'
      : `Only the ${f.number(n)} rows that HubSpot refused are in.`,
  rowsLeftOut: (n: number, first: string, last: string): string =>
    n === 1 ? `Row ${first} left out` : `Rows ${first} to ${last} left out`,
  undo: 'Undo',
  undoLabel: (what: string): string => `Undo: ${what}`,
  undoAll: 'Undo all',
};
