import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  CancelAnswer,
  ErrorBody,
  ImportErrorPage,
  ImportList,
  ImportResponse,
  ImportRowError,
  LabelList,
  OwnerPage,
  PipelineList,
  PropertyGroupList,
  readProperties,
  SchemaList,
  TokenAnswer,
  toOwners,
} from '../../src/core/answers.js';
import { echoedFileNames, echoedHeaders, echoedRecipe } from '../../src/core/echoed-request.js';

describe('ImportResponse', () => {
  /** The example of HubSpot's specification, with what is not in it. */
  const FULL = {
    id: '1471',
    state: 'DONE',
    createdAt: '2026-11-01T12:00:00Z',
    updatedAt: '2026-11-01T12:01:00Z',
    optOutImport: false,
    importName: 'May',
    importSource: 'API',
    mappedObjectTypeIds: ['0-1'],
    importRequestJson: { name: 'May', portalId: 77 },
    importTemplate: { templateId: 5, templateType: 'user_file' },
    metadata: {
      objectLists: [{ objectType: 'contacts', listId: '3', colour: 'blue' }],
      counters: { TOTAL_ROWS: 1000, CREATED_OBJECTS: 998, ROWS_LEFT_FOR_DEAD: 2 },
      fileIds: ['32938649'],
      later: true,
    },
    addedIn2027: { deep: [1, 2] },
  };

  it('keeps every field, those that nobody knows yet too; ids are text', () => {
    expect(ImportResponse.parse(FULL)).to.deep.equal({
      ...FULL,
      importTemplate: { templateId: '5', templateType: 'user_file' },
    });
  });

  it('a state and a source that HubSpot adds later survive', () => {
    const read = ImportResponse.parse({ id: '1', state: 'PAUSED', importSource: 'CARRIER_PIGEON' });
    expect(read).to.deep.include({ state: 'PAUSED', importSource: 'CARRIER_PIGEON' });
  });

  it('needs an id and a state and nothing else; what was not counted is absent, not zero', () => {
    expect(ImportResponse.parse({ id: 41, state: 'STARTED' })).to.deep.equal({
      id: '41',
      state: 'STARTED',
      metadata: { counters: {}, fileIds: [], objectLists: [] },
    });
    expect(ImportResponse.parse({ id: '41', state: 'STARTED', metadata: {} }).metadata).to.deep.equal({
      counters: {},
      fileIds: [],
      objectLists: [],
    });
  });

  it('a field for showing that is odd or null counts as absent', () => {
    const read = ImportResponse.parse({ ...FULL, importName: null, createdAt: 1793534400000 });
    expect(read.importName).to.equal(undefined);
    expect(read.createdAt).to.equal(undefined);
    expect(read.state).to.equal('DONE');
  });

  for (const junk of [null, 'DONE', [], {}, { id: '1' }, { state: 'DONE' }, { id: {}, state: 'DONE' }]) {
    it(`${JSON.stringify(junk)} is no import`, () => {
      expect(ImportResponse.safeParse(junk).success).to.equal(false);
    });
  }
});

describe('what the person’s screens need of an answer', () => {
  it('a cancel answers with the state of the action', () => {
    expect(CancelAnswer.parse({ status: 'PENDING', requestedAt: null, more: 1 })).to.deep.include({
      status: 'PENDING',
      more: 1,
    });
  });

  it('association labels: a plain tie has none; an account’s categories survive', () => {
    const read = LabelList.parse({
      results: [
        { category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
        { category: 'NEXT_YEARS', typeId: 9, label: 'Skipper' },
        { category: 'USER_DEFINED', typeId: 3 },
      ],
    });
    expect(read.results.map(({ label }) => label)).to.deep.equal([null, 'Skipper', null]);
  });
});

describe('lists and pages', () => {
  const entry = { id: '1', state: 'DONE' };
  it('know where the next page is, and when there is none', () => {
    const after = (paging: unknown): unknown =>
      ImportList.parse({ results: [entry], ...(paging !== undefined && { paging }) }).paging?.next?.after;
    expect(after({ next: { after: 'abc', link: '?after=abc' } })).to.equal('abc');
    for (const none of [undefined, null, {}, { next: null }]) expect(after(none)).to.equal(undefined);
  });

  it('are refused without results', () => {
    for (const schema of [ImportList, ImportErrorPage, OwnerPage, PipelineList, SchemaList]) {
      expect(schema.safeParse({ total: 0 }).success).to.equal(false);
      expect(schema.safeParse({ results: [] }).success).to.equal(true);
    }
  });
});

describe('ImportRowError', () => {
  it('an error type that is not known yet survives, with all that comes with it', () => {
    const error = {
      id: '9',
      errorType: 'FULL_MOON',
      createdAt: 1793534400000,
      knownColumnNumber: 0,
      invalidPropertyValue: { name: 'email', value: 'x' },
      sourceData: { lineNumber: 7, rowData: ['x', null], fileId: 1, pageName: 'Sheet 1' },
    };
    expect(ImportRowError.parse(error)).to.deep.equal({
      ...error,
      sourceData: { ...error.sourceData, fileId: '1' },
    });
  });

  it('needs a type and nothing else', () => {
    expect(ImportRowError.parse({ errorType: 'UNKNOWN_ERROR' })).to.deep.equal({
      errorType: 'UNKNOWN_ERROR',
      sourceData: {},
    });
    const nulls = { errorType: 'X', errorMessage: null, sourceData: { lineNumber: null, rowData: null } };
    expect(ImportRowError.safeParse(nulls).success).to.equal(true);
    expect(ImportRowError.safeParse({ sourceData: { lineNumber: 1 } }).success).to.equal(false);
  });
});

describe('ErrorBody', () => {
  it('one odd field spoils no other', () => {
    const body = ErrorBody.parse({
      message: 'Unable to parse JSON',
      correlationId: 'c-1',
      category: null,
      errors: [{ message: 'x', context: 'not a map' }],
      links: {},
    });
    expect(body).to.deep.include({ message: 'Unable to parse JSON', correlationId: 'c-1', links: {} });
    expect(body.category).to.equal(undefined);
    expect(body.errors).to.equal(undefined);
  });
});

describe('TokenAnswer', () => {
  it('lives five minutes when nobody says how long', () => {
    expect(TokenAnswer.parse({ access_token: 't', token_type: 'Bearer' }).expires_in).to.equal(300);
  });
  for (const junk of [
    {},
    { access_token: '' },
    { access_token: 5 },
    { access_token: 't', expires_in: 'soon' },
  ]) {
    it(`${JSON.stringify(junk)} is no token`, () => {
      expect(TokenAnswer.safeParse(junk).success).to.equal(false);
    });
  }
});

describe('readProperties', () => {
  const email = { name: 'email', label: 'Email', type: 'string', fieldType: 'text', groupName: 'info' };

  it('reads HubSpot’s answer, and the list alone as a page supplies it', () => {
    const alone = readProperties([email]);
    expect(alone?.map(({ name }) => name)).to.deep.equal(['email']);
    expect(readProperties({ results: [email] })).to.deep.equal(alone);
  });

  for (const junk of [null, undefined, 'email', 5, {}, { results: 'none' }, { properties: [email] }]) {
    it(`${JSON.stringify(junk)} is no list of properties`, () => {
      expect(readProperties(junk)).to.equal(null);
    });
  }

  it('drops what is no property and keeps the rest', () => {
    const read = readProperties([null, 'x', {}, { name: '' }, { label: 'Nameless' }, email]);
    expect(read?.map(({ name }) => name)).to.deep.equal(['email']);
    expect(readProperties([])).to.deep.equal([]);
  });

  it('a name alone is enough, and is the label too; null stands for absent', () => {
    const plain = {
      name: 'x',
      label: 'x',
      type: 'string',
      fieldType: 'text',
      groupName: '',
      description: '',
      options: [],
      hasUniqueValue: false,
      hubspotDefined: false,
      referencedObjectType: null,
      textDisplayHint: null,
      numberDisplayHint: null,
      readOnly: false,
      readOnlyOptions: false,
    };
    expect(readProperties([{ name: 'x' }])).to.deep.equal([plain]);
    const nulls = { label: null, description: null, options: null, hasUniqueValue: null, calculated: null };
    expect(readProperties([{ name: 'x', ...nulls, modificationMetadata: null }])).to.deep.equal([plain]);
  });

  it('a type that HubSpot adds later survives', () => {
    expect(readProperties([{ ...email, type: 'hologram' }])?.[0]?.type).to.equal('hologram');
  });

  it('an option without a label is shown by its value', () => {
    const options = [
      { label: '', value: 'a' },
      { value: 'b', hidden: true },
      { label: 'C', value: 'c' },
    ];
    expect(readProperties([{ ...email, options }])?.[0]?.options).to.deep.equal([
      { label: 'a', value: 'a', hidden: false },
      { label: 'b', value: 'b', hidden: true },
      { label: 'C', value: 'c', hidden: false },
    ]);
  });

  const READ_ONLY: readonly (readonly [string, object, boolean])[] = [
    ['calculated', { calculated: true }, true],
    ['archived', { archived: true }, true],
    ['with a read-only value', { modificationMetadata: { readOnlyValue: true } }, true],
    ['with a read-only definition', { modificationMetadata: { readOnlyDefinition: true } }, false],
  ];
  for (const [title, fields, readOnly] of READ_ONLY) {
    it(`a property ${title} ${readOnly ? 'cannot' : 'can'} be imported`, () => {
      expect(readProperties([{ ...email, ...fields }])?.[0]?.readOnly).to.equal(readOnly);
    });
  }
});

it('an owner may lack any name', () => {
  const page = OwnerPage.parse({ results: [{ id: 5, email: null, lastName: 'Lee', userId: 9 }] });
  expect(toOwners(page)).to.deep.equal([{ id: '5', email: '', firstName: '', lastName: 'Lee' }]);
});

describe('Whatever is answered', () => {
  const REQUEST = {
    files: [{ fileName: 'a.csv', fileImportPage: { columnMappings: [{ columnName: 'Email' }] } }],
  };
  const IMPORT = {
    id: '7',
    state: 'DONE',
    createdAt: '2026-11-01T12:00:00Z',
    importRequestJson: REQUEST,
    importTemplate: { templateId: 5, templateType: 'user_file' },
    mappedObjectTypeIds: ['0-1'],
    metadata: { counters: { TOTAL_ROWS: 3 }, fileIds: ['1'], objectLists: [{ listId: '3' }] },
  };
  const ERROR = {
    id: '1',
    errorType: 'INVALID_EMAIL',
    knownColumnNumber: 0,
    sourceData: { lineNumber: 3, fileId: 1, rowData: ['a', null] },
  };
  const paging = { next: { after: '2', link: 'x' } };
  const property = { name: 'email', label: 'Email', type: 'string', options: [{ label: 'A', value: 'a' }] };
  /** A good answer of each kind. */
  const ANSWERS = {
    TokenAnswer: [TokenAnswer, { access_token: 'x', expires_in: 300, endpoint: '/x', scope: 'a b' }],
    ImportResponse: [ImportResponse, IMPORT],
    ImportList: [ImportList, { results: [IMPORT, IMPORT], paging }],
    CancelAnswer: [CancelAnswer, { status: 'CANCELED' }],
    ImportErrorPage: [ImportErrorPage, { results: [ERROR], paging }],
    ErrorBody: [ErrorBody, { message: 'no', errors: [{ message: 'x', context: { requiredScopes: ['a'] } }] }],
    OwnerPage: [OwnerPage, { results: [{ id: 1, email: 'a@b.example' }], paging }],
    PipelineList: [PipelineList, { results: [{ id: 1, label: 'x', stages: [{ id: 2, label: 'y' }] }] }],
    SchemaList: [SchemaList, { results: [{ objectTypeId: '2-7', labels: { singular: 'x' } }] }],
    LabelList: [LabelList, { results: [{ category: 'USER_DEFINED', typeId: 1, label: null }] }],
    PropertyGroupList: [PropertyGroupList, { results: [{ name: 'a', label: 'A' }] }],
  } as const;
  const strange = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(null, '', -1, 1e400, [], {}, JSON.parse('{"__proto__":{"a":1},"constructor":1}')),
  );

  /** The same with some of its values replaced, wherever they are; `picks` says which. */
  const spoilt = (value: unknown, picks: readonly [number, unknown][]): unknown => {
    let at = 0;
    const spoil = (part: unknown): unknown => {
      at += 1;
      const pick = picks.find(([place]) => place === at);
      if (pick !== undefined) return pick[1];
      if (Array.isArray(part)) return part.map(spoil);
      if (typeof part !== 'object' || part === null) return part;
      return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, spoil(entry)]));
    };
    return spoil(value);
  };
  const picks = fc.array(fc.tuple(fc.integer({ min: 1, max: 14 }), strange), { minLength: 1, maxLength: 3 });

  for (const [name, [schema, answer]] of Object.entries(ANSWERS)) {
    it(`${name} is read, or refused as a whole, and never breaks`, () => {
      expect(schema.safeParse(answer).success).to.equal(true);
      fc.assert(
        fc.property(picks, (places) => {
          const given = spoilt(answer, places);
          const read = schema.safeParse(given);
          if (!read.success) return;
          // What shows may be dropped; what is there has the shape that the code relies on.
          expect(schema.safeParse(read.data).success).to.equal(true);
        }),
        { numRuns: 300 },
      );
    });
  }

  it('an import that is read has what the code relies on, and says what was sent or does not', () => {
    fc.assert(
      fc.property(picks, (places) => {
        const read = ImportResponse.safeParse(spoilt(IMPORT, places));
        if (!read.success) return;
        const { id, state, metadata } = read.data;
        expect(echoedRecipe(read.data)).to.satisfy(
          (recipe: unknown) => recipe === null || typeof recipe === 'object',
        );
        expect([typeof id, typeof state]).to.deep.equal(['string', 'string']);
        for (const count of Object.values(metadata.counters)) expect(count).to.be.a('number');
        for (const each of [
          ...metadata.fileIds,
          ...echoedHeaders(read.data, 0),
          ...(echoedFileNames(read.data) ?? []),
        ])
          expect(each).to.be.a('string');
      }),
      { numRuns: 1000 },
    );
  });

  it('properties are taken one by one: a broken one spoils no other', () => {
    const good = { ...property, name: 'good' };
    fc.assert(
      fc.property(picks, (places) => {
        const read = readProperties({ results: [spoilt(property, places), good] }) ?? [];
        expect(read.at(-1)).to.include({ name: 'good', label: 'Email' });
        for (const { name, label, options } of read) {
          expect(name).to.match(/./s);
          expect(label).to.match(/./s);
          for (const option of options) expect(option.value).to.be.a('string');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
