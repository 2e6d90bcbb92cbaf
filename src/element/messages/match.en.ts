import type { NewPropertyProblem } from '../../core/new-property.js';
import type { DateFormat, Operation, SubmissionType } from '../../core/hubspot.js';
import type { ValueKind } from '../../core/plan.js';
import type { Format } from '../format.js';
import type { Noun } from './noun.js';
import { a, count } from './en.grammar.js';

/** What is said where columns meet properties. */
export const matchEn = {
  // Mapping
  mapTitle: (noun: Noun): string => `Match your columns to ${noun.attributive ?? noun.one} properties`,
  mapIntro: (matched: number, total: number, undecided: number, out: number, f: Format): string => {
    const parts = [`${f.number(matched)} of ${count(total, 'column is', 'columns are', f)} matched.`];
    const rest = [
      ...(undecided > 0 ? [`${f.number(undecided)} ${undecided === 1 ? 'needs' : 'need'} a decision`] : []),
      ...(out > 0 ? [`${f.number(out)} will not be imported`] : []),
    ];
    return rest.length === 0 ? (parts[0] ?? '') : `${parts[0]} ${rest.join(', ')}.`;
  },
  rememberedChoices: (n: number, f: Format): string =>
    `${count(n, 'choice was', 'choices were', f)} taken over from the last file with these headers.`,
  forgetChoices: 'Start without',
  filesLabel: 'Files of this import',
  fileTab: (columns: number, open: number, f: Format): string =>
    open > 0 ? `${f.number(open)} to decide` : count(columns, 'column', 'columns', f),
  addFile: 'Add a file',
  removeFile: 'Remove this file',
  fileHoldsOnly: (nouns: string): string => `This file holds ${nouns}.`,
  fileHolds: 'This file holds',
  removeObject: (nouns: string): string => `Remove ${nouns} from what this file holds`,
  sameRow: 'Records in the same row are associated with each other.',
  addObject: 'Add an object',
  propertyOf: (label: string, noun: Noun): string => `${label} (${noun.one})`,
  ofObject: (noun: Noun, kind: string): string => (kind === '' ? noun.one : `${noun.one} · ${kind}`),
  targetLabels: (from: Noun, to: Noun): string => `Association label, ${from.one} to ${to.one}`,
  targetKeys: (noun: Noun, property: string): string => `Associated ${noun.one}, by ${property}`,
  targetRecordIds: (noun: Noun, label: string | null): string =>
    label === null
      ? `Record ID of an existing ${noun.one}`
      : `Record ID of an existing ${noun.one} (${label})`,
  targetCommon: (header: string, file: string): string => `Same as ${header} in ${file}`,
  kindLabels: 'Labels',
  kindAssociation: 'Association',
  groupTies: 'Associations',
  createProperty: 'Create a property…',
  createPropertyOf: (noun: Noun): string => `Create a ${noun.one} property…`,
  draftTitle: 'A new property',
  draftIntro: (noun: Noun): string =>
    `It is made in HubSpot at once, for every ${noun.one}, and this column is matched to it.`,
  draftLabel: 'Label',
  draftName: 'Internal name',
  draftKind: 'Values',
  draftGroup: 'Group',
  draftOptions: 'Options, one on each line',
  draftCreate: 'Create and match',
  draftSent: 'Creating…',
  draftProblem: {
    'label-missing': 'Give it a label.',
    'name-invalid': 'The internal name takes small letters, digits and _, and begins with a letter.',
    'name-taken': 'A property of that internal name is there already.',
    'options-missing': 'Give at least one option.',
  } satisfies Record<NewPropertyProblem, string> as Record<NewPropertyProblem, string>,
  definitionRefused: (message: string): string => `HubSpot says: ${message}`,
  submission: {
    REGISTERED: 'Registered for the event',
    JOINED: 'Joined the event',
    LEFT: 'Left the event',
    CANCELLED: 'Cancelled',
  } satisfies Record<SubmissionType, string> as Record<SubmissionType, string>,
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
    remembered: 'As last time',
    headerAndValues: 'Header and values say so',
    labels: 'The values are association labels',
    common: 'The same values identify records of the other file',
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
  columnFound: (rows: number, file: string, f: Format): string =>
    rows === 1 ? `The only value is in ${file}` : `All ${f.number(rows)} are in ${file}`,
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
  settingsWhole: 'The whole import',
  operationLabel: 'Records',
  operation: {
    UPSERT: 'Create and update',
    CREATE: 'Create only',
    UPDATE: 'Update only',
  } satisfies Record<Operation, string> as Record<Operation, string>,
  operationMeans: {
    UPSERT: (noun: Noun): string => `Rows that match ${a(noun.one)} update it, the others create a new one.`,
    CREATE: (noun: Noun): string =>
      `Every row creates a new ${noun.one}. Rows that match an existing one are refused.`,
    UPDATE: (noun: Noun): string =>
      `Only existing ${noun.many} are updated. Rows that match none are refused.`,
  } satisfies Record<Operation, (noun: Noun) => string> as Record<Operation, (noun: Noun) => string>,
  createsOnly: (noun: Noun): string =>
    `Every row creates a new ${noun.one}. HubSpot’s import does not update ${noun.many}.`,
  identifierLabel: 'Matched by',
  identifierNone: 'Nothing: every row creates a record',
  identifierMissing: 'No column yet',
  domainTrap: 'A row whose domain several companies have is refused.',
  eventLabel: 'Marketing event',
  eventMeans: 'The record ID of the event that the contacts took part in.',
  eventMissing: 'It is made of digits alone.',
  eventEnter: 'Enter it',
  zoneLabel: 'Time zone',
  zoneMeans: 'Times without an offset are meant in this zone.',
  identifierMeans: (label: string, noun: Noun): string =>
    `${label} decides which ${noun.one} a row belongs to.`,
  datesLabel: 'Dates',
  datesMeans: 'HubSpot reads every date of the import in this order.',
  dateFormat: {
    DAY_MONTH_YEAR: 'Day, month, year',
    MONTH_DAY_YEAR: 'Month, day, year',
    YEAR_MONTH_DAY: 'Year, month, day',
  } satisfies Record<DateFormat, string> as Record<DateFormat, string>,
  dateFormatDetected: (format: string): string => `${format} (from the file)`,
  mappingProblem: {
    'mapping-empty': 'No column is matched yet, so there is nothing to import.',
    'mapping-repeated': (label: string): string =>
      `Two columns are matched to ${label}, but HubSpot takes only one. Choose something else for the other.`,
    'mapping-unknown': (name: string): string =>
      `HubSpot knows no property “${name}” that can be imported. Choose another one.`,
    'mapping-no-identifier-update': (noun: Noun): string =>
      `Update only needs a column that identifies the ${noun.many}, the record ID for example.`,
    'mapping-no-identifier': (noun: Noun): string =>
      `No column identifies the ${noun.many}, so importing the file again makes every one of them again. If a column can tell them apart, match it.`,
    'mapping-required': (labels: string, noun: Noun): string =>
      `HubSpot needs ${labels} to create ${a(noun.one)}. Match the columns that say so.`,
    'mapping-required-new': (labels: string, noun: Noun): string =>
      `HubSpot needs ${labels} to create ${a(noun.one)}. Match the columns that say so, or choose “Update only”.`,
    'mapping-empty-file': (name: string): string =>
      `No column of ${name} is matched yet. Match one, or remove the file.`,
    'mapping-untied': (noun: Noun, to: string | null): string =>
      to === null
        ? `HubSpot imports ${noun.many} only together with a record they belong to. Match a column that says which.`
        : `HubSpot imports ${noun.many} only together with the ${to} they belong to. Match a column that says which.`,
    'mapping-label-alone': (header: string): string =>
      `The column ${header} labels an association, but no column says which other record is meant. Match one that does, or leave this one out.`,
    'mapping-no-event':
      'Name the marketing event that the contacts took part in: its record ID goes into “How to import”.',
    'mapping-not-joined': (name: string): string =>
      `Nothing joins the rows of ${name} with those of the other files, so their records are not associated. Match the column that both have.`,
    'mapping-common-key': (header: string): string =>
      `The column ${header} joins the files, but what it is compared with does not identify records. Match that column to the record ID, an email, a domain or another unique property.`,
    'mapping-one-file': (header: string): string =>
      `The column ${header} names other records of the same object. HubSpot takes that only in an import of a single file: leave the column out, or import this file by itself.`,
    'mapping-switched-off': (noun: Noun): string =>
      `Your HubSpot account does not use ${noun.many}: somebody who manages it has to switch them on first.`,
    'mapping-unrelated': (noun: Noun): string =>
      `HubSpot cannot associate ${noun.many} with the other records of their rows. Import them from a file of their own.`,
    'mapping-primary-email':
      'Contacts are found by their record ID, so the email of each row becomes their primary one, also where it was a secondary one before. Leave the email out if that is not meant.',
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
  sheetSummary: (sheet: string, header: string): string => `Sheet “${sheet}”, ${header}`,
  sheetLabel: 'Sheet',
  sheetOneOf: (n: number, f: Format): string => `One of the ${f.number(n)} sheets is imported.`,
  sheetOpening: (sheet: string): string => `Reading “${sheet}”…`,
  headerIn: (row: number): string => (row === 0 ? 'no header row' : `header in row ${row}`),

  // All rows
  rowsTitle: 'All rows',
  rowsShowAll: (n: number, f: Format): string => `Look at all ${f.number(n)} rows`,
  rowsClose: 'Close',
  allRowsLabel: (name: string): string => `All rows of ${name}`,
  rowsCounted: (n: number, f: Format): string => `${count(n, 'row', 'rows', f)} in the table`,
  rowsFilter: 'Show',
  rowsAll: 'All rows',
  rowsWithProblems: 'Rows with a problem',
  rowsSearch: 'Search in every cell',
  rowsGoTo: 'Go to row',
  rowsFound: (n: number, f: Format): string => `${count(n, 'row', 'rows', f)} found`,

  // Footer notes
  checkingNote: (percent: string): string => `Checking rows… ${percent}`,
  checkedNote: (rows: number, f: Format): string => `${count(rows, 'row', 'rows', f)} checked`,
  review: 'Review import',
};
