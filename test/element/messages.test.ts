import { expect } from '@open-wc/testing';
import { type ErrorCode, type ErrorDetails, ImporterError } from '../../src/core/errors.js';
import { IMPORT_ERROR_TYPES } from '../../src/core/import-errors.js';
import { createFormat } from '../../src/element/format.js';
import { importErrorsEn } from '../../src/element/messages/import-errors.en.js';
import { importErrorsFr } from '../../src/element/messages/import-errors.fr.js';
import type { ImportErrorWords } from '../../src/element/messages/import-error-words.js';
import { checkEn } from '../../src/element/messages/check.en.js';
import { importingEn } from '../../src/element/messages/import.en.js';
import { matchEn } from '../../src/element/messages/match.en.js';
import { partsEn } from '../../src/element/messages/parts.en.js';
import { startEn } from '../../src/element/messages/start.en.js';
import { en, type Messages } from '../../src/element/messages/en.js';
import type { Noun } from '../../src/element/messages/noun.js';
import { fr } from '../../src/element/messages/fr.js';

type Sentence = (...args: readonly unknown[]) => string;

/** What a sentence is made with: `n` a count, `text` a name or label, `maybe` one that may be missing. */
type Kind = 'n' | 'f' | 'noun' | 'text' | 'maybe' | 'kind' | 'rows' | 'bytes';

/** Arguments of every sentence that takes some, by its place in the table; a `*` stands for every key there. */
const TAKES: Readonly<Record<string, readonly Kind[]>> = {
  stepOf: ['n', 'text'],
  fileFacts: ['bytes', 'maybe'],
  rows: ['n', 'f'],
  statClean: ['n'],
  statLosing: ['n'],
  statRefused: ['n'],
  statRepeated: ['n'],
  statLeftOut: ['n'],
  statEmpty: ['n'],
  statCreated: ['n'],
  statUpdated: ['n'],
  statErrors: ['n'],
  statLists: ['n'],
  statImported: ['n'],
  statRefusedRows: ['n'],
  statLosingRows: ['n'],
  statNotSent: ['n'],
  statUnprocessed: ['n'],
  statWasImported: ['n'],
  about: ['bytes'],
  dropTitle: ['noun'],
  dropLimits: ['bytes', 'text'],
  dropAnySize: ['bytes', 'text'],
  numbered: ['text', 'n', 'n'],
  templateName: ['noun'],
  keptFile: ['text'],
  readingTitle: ['text'],
  mapTitle: ['noun'],
  mapIntro: ['n', 'n', 'n', 'n', 'f'],
  propertyFor: ['text'],
  createPropertyOf: ['noun'],
  draftIntro: ['noun'],
  definitionRefused: ['text'],
  addOptions: ['n', 'text', 'f'],
  rememberedChoices: ['n', 'f'],
  rowsShowAll: ['n', 'f'],
  allRowsLabel: ['text'],
  rowsCounted: ['n', 'f'],
  rowsFound: ['n', 'f'],
  fileTab: ['n', 'n', 'f'],
  fileHoldsOnly: ['text'],
  removeObject: ['text'],
  propertyOf: ['text', 'noun'],
  ofObject: ['noun', 'kind'],
  targetLabels: ['noun', 'noun'],
  targetKeys: ['noun', 'text'],
  targetRecordIds: ['noun', 'maybe'],
  targetCommon: ['text', 'text'],
  readyTitleRows: ['n', 'noun', 'f'],
  downloadContentOf: ['text'],
  renamedColumn: ['text'],
  'reason.alias': ['text', 'maybe'],
  'reason.taken': ['text', 'text'],
  'reason.*': ['text'],
  columnFits: ['n', 'f'],
  columnFound: ['n', 'text', 'f'],
  columnEmptyCells: ['n', 'f'],
  dateGuess: ['text'],
  searchResults: ['n', 'f'],
  searchMore: ['n', 'f'],
  searchNone: ['text'],
  useAsInternalName: ['text'],
  usedBy: ['text'],
  'operationMeans.*': ['noun'],
  createsOnly: ['noun'],
  identifierMeans: ['text', 'noun'],
  dateFormatDetected: ['text'],
  'mappingProblem.mapping-repeated': ['text'],
  'mappingProblem.mapping-unknown': ['text'],
  'mappingProblem.mapping-required': ['text', 'noun'],
  'mappingProblem.mapping-switched-off': ['noun'],
  'mappingProblem.mapping-required-new': ['text', 'noun'],
  'mappingProblem.mapping-empty-file': ['text'],
  'mappingProblem.mapping-untied': ['noun', 'maybe'],
  'mappingProblem.mapping-label-alone': ['text'],
  'mappingProblem.mapping-not-joined': ['text'],
  'mappingProblem.mapping-common-key': ['text'],
  'mappingProblem.mapping-one-file': ['text'],
  'mappingProblem.*': ['noun'],
  fileTitle: ['n', 'f'],
  headerRowOption: ['n', 'text'],
  dialectSummary: ['text', 'text', 'text'],
  sheetSummary: ['text', 'text'],
  sheetOneOf: ['n', 'f'],
  sheetOpening: ['text'],
  readingSheet: ['text'],
  headerIn: ['n'],
  checkingNote: ['text'],
  checkedNote: ['n', 'f'],
  checkingTitle: ['text'],
  checkedSoFar: ['n', 'f'],
  readyTitle: ['n', 'noun', 'f'],
  readyTitleNone: ['noun'],
  readyTitleRefused: ['n'],
  readyIntro: ['n', 'n', 'f'],
  importRows: ['n', 'f'],
  sendColumnsOf: ['n', 'n', 'f'],
  sendCorrectedBecause: ['text'],
  'problem.*': ['n', 'text', 'f'],
  oneOption: ['text', 'text'],
  'effect.*': ['n', 'noun'],
  rowsList: ['rows', 'n', 'f'],
  forExample: ['text'],
  fixRows: ['n', 'f'],
  fixValueLabel: ['text'],
  fixSuggestion: ['text'],
  fixAllSuggestions: ['n', 'f'],
  fixInRows: ['n', 'f'],
  fixMoreValues: ['n', 'f'],
  rowsShown: ['n', 'n', 'f'],
  leaveOutRowLabel: ['text'],
  leaveOutAll: ['n', 'f'],
  cellLabel: ['text', 'text'],
  changesMade: ['n', 'f'],
  rowsLeftOut: ['n', 'text', 'text'],
  undoLabel: ['text'],
  openImport: ['text'],
  waitingGoesOn: ['text'],
  submittingTitle: ['text'],
  pickedUpNote: ['text', 'text'],
  foundEarlierNote: ['text'],
  cancelFailed: ['text'],
  showErrors: ['n', 'f'],
  recentOpenLabel: ['text'],
  recentNameless: ['text'],
  recentErrors: ['n'],
  onlyRefused: ['n', 'f'],
  sentOf: ['bytes', 'bytes'],
  speed: ['bytes'],
  trackTitle: ['noun'],
  stateUnknown: ['text'],
  processedOf: ['n', 'n', 'f'],
  importNumber: ['text'],
  doneTitle: ['n', 'noun', 'f'],
  doneTitleNone: ['noun'],
  doneIntroClean: ['n', 'f'],
  doneIntroLosing: ['n', 'n', 'f'],
  sendJoinedBy: ['text', 'text', 'text'],
  partsBefore: ['text'],
  partsByRows: ['n', 'n', 'n', 'f'],
  partsByBytes: ['bytes', 'bytes', 'n', 'f'],
  partsSentBefore: ['n', 'n', 'f'],
  partsLeftTitle: ['n', 'f'],
  importParts: ['n', 'f'],
  partRows: ['n', 'text', 'text', 'f'],
  partOf: ['text', 'n', 'n', 'f'],
  partsDone: ['n', 'n', 'f'],
  pickedUpPart: ['n', 'n', 'text', 'f'],
  partsStopped: ['n', 'n', 'f'],
  partStopped: ['n', 'n', 'f'],
  nextPart: ['n', 'n', 'f'],
  partAgain: ['n', 'f'],
  doneIntro: ['n', 'n', 'n', 'n', 'f'],
  listMade: ['text'],
  readingErrors: ['n', 'n', 'f'],
  errorCount: ['n', 'f'],
  errorsShown: ['n', 'n', 'f'],
  hubspotSays: ['text'],
  refusedName: ['text'],
  refusedImport: ['text'],
  reportName: ['text'],
  errorReference: ['text'],
};

/** Facts of every error, twice where a sentence depends on them. */
const FACTS: { readonly [C in ErrorCode]: readonly ErrorDetails[C][] } = {
  'file-empty': [null],
  'file-too-large': [1, 2].map((files) => ({ bytes: 600_000_000, limitBytes: 536_870_912, files })),
  'file-too-many-rows': [{ limit: 1_048_576 }],
  'file-too-many-columns': [{ columns: 1234, limit: 999 }],
  'file-not-text': (['pdf', 'xls', 'ods', 'numbers', 'zip', 'image', 'binary'] as const).map((looksLike) => ({
    looksLike,
  })),
  'workbook-unreadable': (['damaged', 'xlsb', 'too-large'] as const).map((fault) => ({ fault })),
  'file-no-rows': [null],
  'file-unreadable': [null],
  'storage-full': [{ bytes: 536_870_912 }],
  'csv-row-too-large': [{ row: 7310, limitBytes: 10_000_000 }],
  'mapping-empty': [null],
  'mapping-repeated': [{ property: 'email', columns: [0, 3] }],
  'mapping-no-identifier': [null],
  'mapping-no-event': [null],
  'mapping-common-key': [null],
  'worker-failed': [null],
  'wrong-status': [{ status: 'tracking' }],
  'token-endpoint-missing': [null],
  'token-refused': [401, 403, 404, 500].map((status) => ({ status })),
  'import-unauthorized': [{ correlationId: null }],
  'import-forbidden': [
    { message: null, scopes: [], correlationId: null },
    { message: 'Nordwind.', scopes: [], correlationId: null },
    { message: null, scopes: ['crm.import'], correlationId: null },
  ],
  'import-not-found': [{ correlationId: null }],
  'import-too-large': [{ message: null }, { message: 'Nordwind.' }],
  'import-rejected': [
    { status: 400, message: null, category: null, correlationId: null },
    { status: 400, message: 'Nordwind.', category: null, correlationId: null },
  ],
  'import-unknown': [
    { name: 'Nordwind', isListRead: true },
    { name: 'Nordwind', isListRead: false },
  ],
  'import-never-began': [{ name: 'Nordwind', sentAtMs: 1_763_900_000_000 }],
  'import-elsewhere': [null],
  'import-repeated': [{ name: 'Nordwind', importId: '41', sentAtMs: 1_763_900_000_000 }],
  'rate-limited': [
    { retryAfterMs: null, policy: null },
    { retryAfterMs: 12_000, policy: 'TEN_SECONDLY_ROLLING' },
    { retryAfterMs: null, policy: 'DAILY' },
  ],
  'server-failed': [
    { status: 503, correlationId: null, retryAfterMs: null },
    { status: 477, correlationId: null, retryAfterMs: 3_600_000 },
  ],
  network: [null],
  timeout: [{ timeoutMs: 30_000 }],
  'response-unexpected': [
    { status: 200, contentType: 'text/html' },
    { status: 200, contentType: null },
  ],
};

const LANGUAGES = [
  { words: en, importErrors: importErrorsEn },
  { words: fr, importErrors: importErrorsFr },
];

/** Texts that are right in both languages as they stand. */
const SHARED = [
  'Association',
  'Associations',
  'Conversions',
  'Date',
  'Dates',
  'Options',
  'Tilde',
  'URL',
  'communication',
  'communications',
  'contact',
  'contacts',
  'lead',
  'leads',
  'note',
  'notes',
  'service',
  'services',
  'ticket',
  'tickets',
];

describe('The sentences', () => {
  it('are the same ones in both languages, down to the last key and argument', () => {
    expect(shapeOf(fr)).to.deep.equal(shapeOf(en));
  });

  it('are all French in the French table, but for words that both languages share', () => {
    const english = new Map(leavesOf(en));
    const same = leavesOf(fr).flatMap(([path, leaf]) =>
      typeof leaf === 'string' && leaf === english.get(path) ? [leaf] : [],
    );
    expect([...new Set(same)].sort()).to.deep.equal(SHARED);
  });

  for (const { words } of LANGUAGES) {
    it(`say something for every count, object and error (${words.language})`, () => {
      for (const { path, text } of sentencesOf(words)) {
        expect(text.trim(), path).to.not.equal('');
        expect(text, path).to.not.match(/undefined|NaN|\bnull\b|\[object|=>/);
      }
    });
  }

  it('have words for every error type HubSpot names, and for no other, in both languages', () => {
    const named = [...IMPORT_ERROR_TYPES].sort();
    for (const { importErrors } of LANGUAGES) expect(Object.keys(importErrors).sort()).to.deep.equal(named);
  });

  for (const { words, importErrors } of LANGUAGES) {
    it(`give each error type a headline and one or two sentences of advice (${words.language})`, () => {
      for (const [type, { what, advice }] of Object.entries(importErrors)) {
        expect(what, type).to.match(/^\p{Lu}[^.]*[^.\s]$/u);
        expect(what.length, type).to.be.at.most(60);
        expect(advice, type).to.match(/^\p{Lu}.*\.$/u);
        expect(advice.split(/\.(?= |$)/).length - 1, type).to.be.within(1, 2);
        expect(advice.length, type).to.be.at.most(150);
      }
    });
  }
});

describe('English typography', () => {
  it('has curly apostrophes and quotes', () => {
    for (const { path, text } of everyTextOf(en, importErrorsEn)) expect(text, path).to.not.match(/['"]/);
  });
});

describe('French typography', () => {
  const texts = everyTextOf(fr, importErrorsFr);

  it('has curly apostrophes and guillemets', () => {
    for (const { path, text } of texts) expect(text, path).to.not.match(/['"“”]/);
  });

  it('has a no-break space before : ; ! ? » and after «', () => {
    for (const { path, text } of texts) {
      expect(text, path).to.not.match(/[^\u00a0\u202f\d][:;!?]|[^\u00a0\u202f]»|«[^\u00a0\u202f]/);
    }
  });

  it('leaves no vowel without its elision, whatever the object is called', () => {
    for (const { path, text } of texts) {
      expect(text, path).to.not.match(/(?<![\p{L}-])(de|le|la|que|ne|se|je|jusque) [aeiouyéèêîôœ]/iu);
    }
  });
});

describe('Counts', () => {
  const cases: readonly (readonly [words: Messages, n: number, rows: string, done: string])[] = [
    [en, 0, '0 rows', '0 contacts are in HubSpot'],
    [en, 1, '1 row', '1 contact is in HubSpot'],
    [en, 2, '2 rows', '2 contacts are in HubSpot'],
    [en, 1234, '1,234 rows', '1,234 contacts are in HubSpot'],
    [fr, 0, '0 ligne', '0 contact est dans HubSpot'],
    [fr, 1, '1 ligne', '1 contact est dans HubSpot'],
    [fr, 2, '2 lignes', '2 contacts sont dans HubSpot'],
    [fr, 1234, '1\u202f234 lignes', '1\u202f234 contacts sont dans HubSpot'],
  ];
  for (const [words, n, rows, done] of cases) {
    it(`agree with their noun: ${rows} (${words.language})`, () => {
      const f = createFormat(words.language);
      expect(words.rows(n, f)).to.equal(rows);
      expect(words.doneTitle(n, { one: 'contact', many: 'contacts' }, f)).to.equal(done);
    });
  }
});

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Every text a person can read. */
function everyTextOf(words: Messages, importErrors: ImportErrorWords): readonly Text[] {
  const advice = Object.entries(importErrors).flatMap(([type, { what, advice: next }]) => [
    { path: type, text: what },
    { path: type, text: next },
  ]);
  return [...sentencesOf(words), ...advice];
}

/** Every sentence of the table, those with arguments once for each combination of sample arguments. */
function sentencesOf(words: Messages): readonly Text[] {
  const f = createFormat(words.language);
  const samples: Readonly<Record<Kind, readonly unknown[]>> = {
    n: [0, 1, 2, 1234],
    f: [f],
    noun: [...Object.values(words.objects), words.otherObject] satisfies Noun[],
    text: ['Nordwind', 'Excel'],
    maybe: [null, 'Nordwind'],
    kind: ['', 'Nordwind'],
    rows: [['4'], ['4', '7', '12']],
    bytes: [f.bytes(999), f.bytes(48_000_000)],
  };
  return leavesOf(words).flatMap(([path, leaf]) => {
    if (typeof leaf === 'string') return [{ path, text: leaf }];
    return argumentsOf(path, leaf, samples).map((args) => ({ path, text: leaf(...args) }));
  });
}

function argumentsOf(
  path: string,
  sentence: Sentence,
  samples: Readonly<Record<Kind, readonly unknown[]>>,
): readonly (readonly unknown[])[] {
  const [parent, code = ''] = path.split('.');
  if (parent === 'error') return errorsOf(code as ErrorCode).map((error) => [error, ...samples.f]);
  const kinds = TAKES[path] ?? TAKES[`${parent}.*`] ?? [];
  if (kinds.length < sentence.length) throw new Error(`TAKES does not say what ${path} is made with`);
  return kinds.reduce<readonly (readonly unknown[])[]>(
    (lists, kind) => lists.flatMap((list) => samples[kind].map((sample) => [...list, sample])),
    [[]],
  );
}

function errorsOf<C extends ErrorCode>(code: C): readonly ImporterError<C>[] {
  return FACTS[code].map((detail) => new ImporterError(code, detail));
}

function leavesOf(table: object, path = ''): readonly (readonly [path: string, leaf: string | Sentence])[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}${key}`;
    if (typeof value === 'object' && value !== null) return leavesOf(value, `${here}.`);
    return [[here, value as string | Sentence] as const];
  });
}

/** Keys at every depth, with the number of arguments each sentence takes. */
function shapeOf(table: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    leavesOf(table).map(([path, leaf]) => [
      path,
      typeof leaf === 'function' ? `${leaf.length} arguments` : typeof leaf,
    ]),
  );
}

describe('The tables of the screens', () => {
  it('share no name: one would silently replace the other', () => {
    const names = [startEn, matchEn, checkEn, importingEn, partsEn].flatMap((table) => Object.keys(table));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).to.deep.equal([]);
    expect(names).to.have.lengthOf(Object.keys(en).length);
  });
});
