import type { DateFormat, Operation } from '../core/hubspot.js';
import type { Effect, ProblemCode } from '../core/problems.js';
import type { ErrorCode, ImporterError } from '../core/errors.js';
import type { ValueKind } from '../core/plan.js';
import type { Format } from './format.js';

/** Chooses between one and many the way English does; other languages bring their own rule. */
const count = (n: number, one: string, many: string, f: Format): string =>
  `${f.number(n)} ${n === 1 ? one : many}`;

const facts = <C extends ErrorCode>(error: ImporterError, _code: C): ImporterError<C>['detail'] =>
  error.detail as ImporterError<C>['detail'];

/** What is imported, in the words of the language: `contact`, `contacts`. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/**
 * Every sentence a person can read, in English. A page replaces any of them through the `messages` property;
 * other languages are complete tables of the same shape.
 */
export const en = {
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
    '0-136': { one: 'lead', many: 'leads' },
  } as Readonly<Record<string, Noun>>,
  otherObject: { one: 'record', many: 'records' } as Noun,

  // Drop
  dropTitle: (noun: Noun): string => `Drop your ${noun.many} file here`,
  dropLimits: (bytes: string, rows: string): string =>
    `CSV, up to ${bytes} and ${rows} rows. Nothing is sent until you say so.`,
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
  severalFiles: 'Only the first of the files was taken: one file makes one import.',

  // Reading
  readingTitle: (name: string): string => `Reading ${name}`,
  readingIntro: 'Only the first rows, to see how the file is written.',

  readingProperties: 'Fetching the properties of your HubSpot account…',

  // Mapping
  mapTitle: (noun: Noun): string => `Match your columns to ${noun.one} properties`,
  mapIntro: (matched: number, total: number, undecided: number, out: number, f: Format): string => {
    const parts = [`${f.number(matched)} of ${count(total, 'column is', 'columns are', f)} matched.`];
    const rest = [
      ...(undecided > 0 ? [`${f.number(undecided)} ${undecided === 1 ? 'needs' : 'need'} a decision`] : []),
      ...(out > 0 ? [`${f.number(out)} will not be imported`] : []),
    ];
    return rest.length === 0 ? (parts[0] ?? '') : `${parts[0]} ${rest.join(', ')}.`;
  },
  sectionUndecided: 'Needs a decision',
  sectionMatched: 'Matched',
  sectionOut: 'Not imported',
  dontImport: 'Don’t import this column',
  chooseProperty: 'Choose a property',
  propertyFor: (header: string): string => `Property for the column ${header}`,
  identifierBadge: 'Identifier',
  requiredBadge: 'Required',
  emptyColumn: 'No values in the first rows',
  unnamedColumn: 'Its header is empty in the file',
  renamedColumn: (raw: string): string => `“${raw}” in the file, where it stands twice`,
  reason: {
    name: 'Same internal name',
    label: 'Same name',
    alias: (label: string, language: string | null): string =>
      language === null ? `Another name for “${label}”` : `“${label}” in ${language}`,
    values: 'The values look like it',
    preset: 'Set by this page',
    person: 'Your choice',
    andValues: (reason: string): string => `${reason}, and the values look like it`,
    guess: (labels: string): string => `Perhaps ${labels}?`,
    several: (labels: string): string => `Could be ${labels}`,
    readOnly: (label: string): string => `HubSpot fills “${label}” itself`,
    none: 'No property like it',
    taken: (label: string, header: string): string => `“${label}” now goes to the column ${header}`,
    valuesDiffer: (label: string): string => `Named like “${label}”, but the values are something else`,
  },
  languages: {
    en: 'English',
    fr: 'French',
    de: 'German',
    es: 'Spanish',
    pt: 'Portuguese',
  } as Readonly<Record<string, string>>,
  columnChecking: 'Checking…',
  columnFits: (rows: number, f: Format): string =>
    rows === 1 ? 'The only value fits' : `All ${f.number(rows)} values fit`,
  columnEmptyCells: (n: number, f: Format): string => `${f.number(n)} empty`,
  columnAllEmpty: 'The column is empty',
  showWhichRows: 'Show them',
  matchValues: 'Match values',
  dateQuestion: 'Day or month first?',
  dateOr: 'or',
  dateGuess: (reading: string): string => `Read as ${reading.toLowerCase()} unless you say otherwise.`,
  searchProperties: 'Search properties',
  searchResults: (n: number, f: Format): string => count(n, 'property', 'properties', f),
  searchMore: (n: number, f: Format): string => `${f.number(n)} more. Type to narrow the list.`,
  searchNone: (query: string): string => `No property is called “${query}”.`,
  useAsInternalName: (name: string): string => `Use “${name}” as the internal name`,
  groupSuggested: 'Suggested',
  groupNames: {
    contactinformation: 'Contact information',
    companyinformation: 'Company information',
    dealinformation: 'Deal information',
    ticketinformation: 'Ticket information',
    productinformation: 'Product information',
    emailinformation: 'Email information',
    socialmediainformation: 'Social media information',
    analyticsinformation: 'Analytics',
    conversioninformation: 'Conversions',
  } as Readonly<Record<string, string>>,
  groupOther: 'Other properties',
  usedBy: (header: string): string => `used by ${header}`,
  kinds: {
    text: 'Text',
    email: 'Email',
    domain: 'Domain',
    url: 'URL',
    phone: 'Phone',
    number: 'Number',
    date: 'Date',
    datetime: 'Date and time',
    boolean: 'Yes or no',
    option: 'Options',
    options: 'Several options',
    owner: 'Owner',
    'record-id': 'Record ID',
    labels: 'Association labels',
    keys: 'Keys of other records',
  } satisfies Record<ValueKind, string> as Record<ValueKind, string>,

  // How to import
  settingsTitle: 'How to import',
  operationLabel: 'Records',
  operation: {
    UPSERT: 'Create and update',
    CREATE: 'Create only',
    UPDATE: 'Update only',
  } satisfies Record<Operation, string> as Record<Operation, string>,
  operationMeans: {
    UPSERT: (noun: Noun): string => `Rows that match a ${noun.one} update it, the others create a new one.`,
    CREATE: (noun: Noun): string =>
      `Every row creates a new ${noun.one}. Rows that match an existing one are refused.`,
    UPDATE: (noun: Noun): string =>
      `Only existing ${noun.many} are updated. Rows that match none are refused.`,
  } satisfies Record<Operation, (noun: Noun) => string> as Record<Operation, (noun: Noun) => string>,
  identifierLabel: 'Matched by',
  identifierNone: 'Nothing: every row creates a record',
  identifierMeans: (label: string, noun: Noun): string =>
    `${label} decides which ${noun.one} a row belongs to.`,
  datesLabel: 'Dates',
  dateFormat: {
    DAY_MONTH_YEAR: 'Day, month, year',
    MONTH_DAY_YEAR: 'Month, day, year',
    YEAR_MONTH_DAY: 'Year, month, day',
  } satisfies Record<DateFormat, string> as Record<DateFormat, string>,
  dateFormatDetected: (format: string): string => `${format} (from the file)`,
  mappingProblem: {
    'mapping-empty': 'No column is matched yet, so there is nothing to import.',
    'mapping-repeated': (label: string): string =>
      `Two columns are matched to ${label}. HubSpot takes only one.`,
    'mapping-unknown': (name: string): string => `HubSpot knows no property “${name}” that can be imported.`,
    'mapping-no-identifier-update': (noun: Noun): string =>
      `Update only needs a column that identifies the ${noun.many}, the record ID for example.`,
    'mapping-no-identifier': (noun: Noun): string =>
      `No column identifies the ${noun.many}, so importing the file again makes every one of them again.`,
    'mapping-required': (labels: string): string => `HubSpot needs ${labels} to create a record.`,
  },
  propertiesUnread:
    'The properties of your HubSpot account could not be read, so only well-known ones are offered and options are not checked.',
  readAgain: 'Try again',

  // The file as it is written
  fileTitle: (n: number, f: Format): string => `Your file · first ${count(n, 'row', 'rows', f)}`,
  fileTableLabel: 'First rows of the file',
  rowNumber: 'Row',
  dialectShow: 'Not reading right?',
  dialectHide: 'Hide',
  dialectTitle: 'How the file is written',
  encodingLabel: 'Encoding',
  delimiterLabel: 'Separator',
  quoteLabel: 'Quote',
  headerRowLabel: 'Header row',
  noHeaderRow: 'No header row',
  headerRowOption: (row: number, cells: string): string => `Row ${row}: ${cells}`,
  delimiterNames: {
    ',': 'Comma',
    ';': 'Semicolon',
    '\t': 'Tab',
    '|': 'Bar',
    '^': 'Caret',
    '~': 'Tilde',
  } as Readonly<Record<string, string>>,
  quoteNames: { '"': 'Double', "'": 'Single' } as Readonly<Record<string, string>>,
  dialectSummary: (encoding: string, delimiter: string, header: string): string =>
    `${encoding}, ${delimiter}, ${header}`,
  headerIn: (row: number): string => (row === 0 ? 'no header row' : `header in row ${row}`),

  // Footer notes
  checkingNote: (percent: string): string => `Checking rows… ${percent}`,
  checkedNote: (rows: number, f: Format): string => `${count(rows, 'row', 'rows', f)} checked`,
  review: 'Review import',

  // Checking
  checkingTitle: (rows: string): string => `Checking ${rows}`,
  checkingIntro: 'Every row is read before anything is sent.',
  checkedSoFar: (rows: number, f: Format): string => `${count(rows, 'row', 'rows', f)} so far`,

  // Ready
  readyTitle: (n: number, noun: Noun, f: Format): string =>
    `Ready to import ${f.number(n)} ${n === 1 ? noun.one : noun.many}`,
  readyTitleNone: (noun: Noun): string => `No ${noun.many} to import`,
  readyIntro: (rows: number, sent: number, f: Format): string => {
    const checked = rows === 1 ? 'The only row was checked' : `All ${f.number(rows)} rows were checked`;
    return sent === rows ? `${checked}.` : `${checked}; ${f.number(sent)} will be sent.`;
  },
  nothingSent: 'Nothing has been sent yet.',
  recheckingIntro: 'Checking your changes…',
  statClean: (n: number): string => (n === 1 ? 'row without a problem' : 'rows without a problem'),
  statLosing: (n: number): string => (n === 1 ? 'row loses a value' : 'rows lose a value'),
  statRefused: (n: number): string => (n === 1 ? 'row HubSpot will refuse' : 'rows HubSpot will refuse'),
  statRepeated: (n: number): string => (n === 1 ? 'row merged into another' : 'rows merged into another'),
  statLeftOut: (n: number): string => (n === 1 ? 'row left out by you' : 'rows left out by you'),
  statEmpty: (n: number): string =>
    n === 1 ? 'row blank, or with nothing to import' : 'rows blank, or with nothing to import',
  noProblems: 'Every row fits. Nothing needs your attention.',
  problemsTitle: 'What to look at',
  importRows: (n: number, f: Format): string => `Import ${count(n, 'row', 'rows', f)}`,
  sendTitle: 'What will be sent',
  sendName: 'Name',
  sendObject: 'Object',
  sendColumn: 'Column',
  sendColumns: 'Columns',
  sendColumnsOf: (n: number, total: number, f: Format): string => `${f.number(n)} of ${f.number(total)}`,
  sendFile: 'File',
  sendFileSame: 'As it is',
  sendFileCorrected: 'Corrected copy',
  sendSize: 'Size',
  sendCorrectedBecause: (reasons: string): string =>
    `A corrected copy is sent, because ${reasons}. Your file stays as it is.`,
  rewriteReason: {
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
  createList: 'Make a list of the imported contacts',
  marketableLabel: 'Marketing status',
  marketableUnset: 'Leave as it is',
  marketableTrue: 'Marketing contacts',
  marketableFalse: 'Non-marketing contacts',

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
  fixSuggestion: (value: string): string => `Use “${value}”`,
  fixAllSuggestions: (n: number, f: Format): string => `Use ${count(n, 'suggestion', 'suggestions', f)}`,
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
  changesMade: (n: number, f: Format): string => `${count(n, 'correction', 'corrections', f)} made.`,
  undoAll: 'Undo all',

  // Submitting
  preparingTitle: 'Writing the corrected file',
  preparingIntro: 'Your file stays as it is.',
  submittingTitle: (name: string): string => `Sending ${name}`,
  submittingIntro: 'Keep this page open until everything is sent.',
  submittingAnswer: 'Everything is sent. Waiting for HubSpot’s answer…',
  sentOf: (sent: string, total: string): string => `${sent} of ${total}`,
  speed: (bytesPerSecond: string): string => `${bytesPerSecond} per second`,
  cancelUpload: 'Cancel',

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
  cancelImport: 'Cancel import',
  canceling: 'Canceling…',
  cancelMeans: 'If you cancel, records that are written already stay.',
  cancelingMeans: 'Canceling. Records that are written already stay.',
  importNumber: (id: string): string => `Import ${id}`,
  counterNames: {
    PROPERTY_VALUES_EMITTED: 'values written',
    UNIQUE_OBJECTS_WRITTEN: 'different records',
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
    inFile === 1
      ? 'The only row of your file arrived.'
      : `All ${f.number(inFile)} rows of your file arrived.`,
  doneIntro: (imported: number, refused: number, notSent: number, inFile: number, f: Format): string => {
    const parts = [
      `${f.number(imported)} imported`,
      ...(refused > 0 ? [`${f.number(refused)} refused`] : []),
      ...(notSent > 0 ? [`${f.number(notSent)} not sent`] : []),
    ];
    return `${count(inFile, 'row', 'rows', f)} in your file: ${f.list(parts)}.`;
  },
  failedTitle: 'HubSpot could not import the file',
  failedIntro: 'Nothing more will happen to this import. Your file and all decisions are still here.',
  canceledTitle: 'The import was canceled',
  canceledIntro: 'Records that HubSpot had written before stay. Your file and all decisions are still here.',
  revertedTitle: 'The import was undone',
  revertedIntro: 'Somebody undid this import in HubSpot. Your file and all decisions are still here.',
  statImported: (n: number): string => (n === 1 ? 'row imported' : 'rows imported'),
  statRefusedRows: (n: number): string => (n === 1 ? 'row refused' : 'rows refused'),
  statLosingRows: (n: number): string => (n === 1 ? 'row lost a value' : 'rows lost a value'),
  statNotSent: (n: number): string => (n === 1 ? 'row not sent' : 'rows not sent'),
  statUnprocessed: (n: number): string => (n === 1 ? 'row not known about' : 'rows not known about'),
  moreNumbers: 'All of HubSpot’s numbers',
  listMade: (id: string): string => `List ${id} holds the imported contacts.`,
  createdAt: 'Started',
  updatedAt: 'Last change',
  importName: 'Name',
  readingErrors: (n: number, f: Format): string => `Fetching what was refused… ${f.number(n)} so far`,
  errorsPartly: 'Not every error could be fetched.',
  errorsPartlyAgain: 'Fetch again',
  errorCount: (n: number, f: Format): string => count(n, 'time', 'times', f),
  valueColumn: 'Value',
  consequence: 'Consequence',
  hubspotCode: 'HubSpot’s code',
  hubspotMessage: 'HubSpot’s message',
  whatHappened: 'What happened',
  whatToDo: 'What to do',
  wholeFile: 'Whole file',
  errorsShown: (n: number, total: number, f: Format): string =>
    `The first ${f.number(n)} of ${f.number(total)}`,
  hubspotSays: (text: string): string => `HubSpot says: ${text}`,
  downloadRefused: 'Download refused rows',
  downloadReport: 'Download error report',
  refusedName: (base: string): string => `${base} - refused rows.csv`,
  reportName: (base: string): string => `${base} - errors.csv`,
  another: 'Import another file',
  tryAgain: 'Back to the check',
  importEffect: {
    row: 'Not imported',
    value: 'Imported without this value',
    association: 'Imported without the association',
    file: 'Concerns the whole file',
  },

  // Errors
  error: {
    'file-empty': () => 'The file is empty. Choose a file with a header row and at least one row below it.',
    'file-too-large': (e: ImporterError, f: Format) => {
      const { bytes, limitBytes } = facts(e, 'file-too-large');
      return `The file has ${f.bytes(bytes)}; the limit is ${f.bytes(limitBytes)}. Split it and import the parts one after the other.`;
    },
    'file-too-many-rows': (e: ImporterError, f: Format) =>
      `The file has more than ${f.number(facts(e, 'file-too-many-rows').limit)} rows. Split it and import the parts one after the other.`,
    'file-too-many-columns': (e: ImporterError, f: Format) => {
      const { columns, limit } = facts(e, 'file-too-many-columns');
      return `The file has ${f.number(columns)} columns; HubSpot takes ${f.number(limit)} at most. Remove the columns you do not need.`;
    },
    'file-not-text': (e: ImporterError) => {
      const { looksLike } = facts(e, 'file-not-text');
      const what: Record<string, string> = {
        pdf: 'This is a PDF',
        xlsx: 'This is an Excel workbook',
        xls: 'This is an old Excel workbook',
        zip: 'This is a zip archive',
        image: 'This is a picture',
        binary: 'This is not a text file',
      };
      const isExcel = looksLike === 'xlsx' || looksLike === 'xls';
      return `${what[looksLike]}, whatever its name says. ${isExcel ? 'Save the sheet as “CSV UTF-8” and choose that file.' : 'Choose a CSV file.'}`;
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
    'worker-failed': () => 'The check stopped unexpectedly. Your file is unharmed: try again.',
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
    'import-unknown': (e: ImporterError) =>
      `The answer was lost on the way, so nobody knows yet whether the import “${facts(e, 'import-unknown').name}” has begun. When you send again, HubSpot’s list of imports is looked through first.`,
    'rate-limited': (e: ImporterError, f: Format) => {
      const { retryAfterMs } = facts(e, 'rate-limited');
      return `HubSpot is getting too many requests. ${retryAfterMs === null ? 'Wait a moment and try again.' : `Try again in ${f.duration(retryAfterMs)}.`}`;
    },
    'server-failed': (e: ImporterError) =>
      `HubSpot or the backend is in trouble (${facts(e, 'server-failed').status}). Everything is kept here: try again in a while.`,
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
  errorReference: (correlationId: string): string => `Reference for support: ${correlationId}`,
};

/** A complete table of sentences. */
export type Messages = typeof en;
