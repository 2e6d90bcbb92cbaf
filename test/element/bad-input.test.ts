import { expect } from '@open-wc/testing';
import { type ErrorCode, ImporterError, type Status } from '../../src/index.js';
import { en } from '../../src/element/messages/en.js';
import { button, csv, GOOD, mount, until } from './importer.js';
import { alertText, allRecords, problemCodes, rejection, toMapping, toReady, toReport } from './person.js';

const bytes = (...values: (number | string)[]): Uint8Array<ArrayBuffer> => {
  const encoder = new TextEncoder();
  return new Uint8Array(
    values.flatMap((value) => (typeof value === 'string' ? [...encoder.encode(value)] : [value])),
  );
};
const fileOf = (content: BlobPart, name = 'contacts.csv'): File => new File([content], name);

/** A file that says it is this large. Reading it would fail the test. */
function sized(megabytes: number): File {
  const file = csv(GOOD, 'huge.csv');
  Object.defineProperty(file, 'size', { value: megabytes * 1024 * 1024 });
  for (const name of ['slice', 'stream', 'arrayBuffer', 'text']) {
    Object.defineProperty(file, name, {
      value: () => {
        throw new Error('It was read');
      },
    });
  }
  return file;
}

const wide = (columns: number): string =>
  `${['Email', ...Array.from({ length: columns - 1 }, (_, i) => `Column ${i}`)].join(',')}\na@example.com${',x'.repeat(columns - 1)}\n`;

const WORKBOOK = bytes('PK', 3, 4, 20, 0, 6, 0, '[Content_Types].xml', 0, 0, 'xl/workbook.xml', 0, 0);

interface Refused {
  readonly title: string;
  readonly file: () => File;
  readonly code: ErrorCode;
  readonly attributes?: Record<string, string>;
}

const REFUSED: readonly Refused[] = [
  { title: 'an empty file', file: () => csv(''), code: 'file-empty' },
  { title: 'blank lines only', file: () => csv('\n\r\n\n  \n'), code: 'file-empty' },
  { title: 'a header row and nothing else', file: () => csv('Email,First name\n'), code: 'file-no-rows' },
  { title: '1,000 columns', file: () => csv(wide(1000)), code: 'file-too-many-columns' },
  {
    title: 'a PDF called .csv',
    file: () => fileOf(bytes('%PDF-1.7\n%', 0xe2, 0xe3, '\n1 0 obj')),
    code: 'file-not-text',
  },
  {
    title: 'a workbook with nothing in it but names',
    file: () => fileOf(WORKBOOK),
    code: 'workbook-unreadable',
  },
  {
    title: 'a picture called .csv',
    file: () => fileOf(bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0)),
    code: 'file-not-text',
  },
  {
    title: 'zero bytes between the text',
    file: () => fileOf(bytes('Email,Name\na', 0, '@example.com,A', 0, 0, 'na\n')),
    code: 'file-not-text',
  },
  {
    title: '513 MB where the page takes fewer, which is not even read',
    file: () => sized(513),
    code: 'file-too-large',
    attributes: { 'max-bytes': '500000000' },
  },
  {
    title: 'more bytes than the page allows',
    file: () => csv(GOOD),
    code: 'file-too-large',
    attributes: { 'max-bytes': '20' },
  },
];

describe('A file that cannot be imported', () => {
  for (const { title, file, code, attributes } of REFUSED) {
    it(`is refused with a sentence, and the first step holds: ${title}`, async () => {
      const { importer, states } = await mount(attributes);
      const codes: string[] = [];
      importer.addEventListener('hubspot-importer-error', ({ detail }) => codes.push(detail.code));
      const error = await rejection(importer.load(file()));
      await importer.updateComplete;
      expect(error).to.be.instanceOf(ImporterError);
      expect((error as ImporterError).code).to.equal(code);
      expect(codes).to.deep.equal([code]);
      expect(importer.status).to.equal('empty');
      expect(states.at(-1)?.error?.code).to.equal(code);
      expect(alertText(importer)).to.match(/^\p{Lu}.{20,}\.$/su);
    });
  }

  it('leaves the file in hand where it was', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD, 'good.csv'));
    const before = importer.importRequest;
    await rejection(importer.load(csv('', 'empty.csv')));
    await importer.updateComplete;
    expect(importer.status).to.equal('empty');
    button(importer, en.keptGoOn).click();
    await until(importer, 'mapping');
    expect(importer.importRequest).to.deep.equal(before);
  });

  it('is forgotten as soon as a good one is there', async () => {
    const mounted = await mount();
    await rejection(mounted.importer.load(csv('')));
    await toMapping(mounted, csv(GOOD));
    await mounted.importer.updateComplete;
    expect(alertText(mounted.importer)).to.equal('');
    expect(mounted.states.at(-1)?.error).to.equal(null);
  });
});

interface FoundLater {
  readonly title: string;
  readonly file: () => File;
  readonly code: ErrorCode;
  readonly attributes?: Record<string, string>;
  readonly leaves: Status;
}

const FOUND_LATER: readonly FoundLater[] = [
  {
    title: 'more rows than the page allows',
    file: () => csv(`${GOOD}c@example.com,Cy,Diaz\n`),
    code: 'file-too-many-rows',
    attributes: { 'max-rows': '2' },
    leaves: 'mapping',
  },
  {
    title: 'more rows than the page allows that takes nearly as many as HubSpot',
    file: () => csv(`Email\n${'a@b.co\n'.repeat(1_048_577)}`),
    code: 'file-too-many-rows',
    attributes: { 'max-rows': '1048575' },
    leaves: 'mapping',
  },
  {
    title: 'a quote that swallows the rest of a large file',
    file: () =>
      csv(`Email,Note\n${'a@example.com,x\n'.repeat(5000)}b@example.com,"${'y,z\n'.repeat(9_500_000)}`),
    code: 'csv-row-too-large',
    leaves: 'mapping',
  },
];

describe('What only the whole file tells', () => {
  for (const { title, file, code, attributes, leaves } of FOUND_LATER) {
    it(`is said while it is checked, with the file kept: ${title}`, async () => {
      const mounted = await mount(attributes);
      const { importer } = mounted;
      const codes: string[] = [];
      importer.addEventListener('hubspot-importer-error', ({ detail }) => codes.push(detail.code));
      await toMapping(mounted, file());
      const error = await rejection(importer.check());
      await importer.updateComplete;
      expect((error as ImporterError).code).to.equal(code);
      expect([...new Set(codes)]).to.deep.equal([code]);
      expect(importer.status).to.equal(leaves);
      expect(importer.preview?.fileName).to.equal('contacts.csv');
      expect(alertText(importer)).to.match(/^\p{Lu}.{20,}\.$/su);
    });
  }
});

const utf16 = (text: string): Uint8Array<ArrayBuffer> => {
  const units = Uint16Array.from(`\uFEFF${text}`, (character) => character.charCodeAt(0));
  return new Uint8Array(units.buffer);
};

/** Odd files that are taken: what arrives in HubSpot, in the order of the file. */
const TAKEN: readonly (readonly [title: string, file: () => File, arrives: readonly object[]])[] = [
  [
    'one column',
    () => csv('Email\na@example.com\nb@example.com\n'),
    [{ email: 'a@example.com' }, { email: 'b@example.com' }],
  ],
  ['999 columns', () => csv(wide(999)), [{ email: 'a@example.com' }]],
  ['UTF-16', () => fileOf(utf16('Email,First name\r\na@example.com,Zoë 李\r\n')), [{ firstname: 'Zoë 李' }]],
  [
    'Windows-1252 with semicolons',
    () => fileOf(bytes('E-Mail;Vorname\r\na@example.com;J', 0xf6, 'rg\r\n')),
    [{ email: 'a@example.com', firstname: 'Jörg' }],
  ],
  [
    'a byte order mark',
    () => fileOf(bytes(0xef, 0xbb, 0xbf, 'Email,First name\na@example.com,Ana\n')),
    [{ email: 'a@example.com', firstname: 'Ana' }],
  ],
  [
    'the same header twice, and one that is empty',
    () => csv('Email,First name,First name,\na@example.com,Ana,Anna,x\n'),
    [{ email: 'a@example.com', firstname: 'Ana' }],
  ],
  [
    'old Mac line ends',
    () => csv('Email,First name\ra@example.com,Ana\rb@example.com,Bo\r'),
    [{ firstname: 'Ana' }, { firstname: 'Bo' }],
  ],
  [
    'newlines and quotes in cells, blank lines between rows',
    () => csv('Email,First name\r\n\r\na@example.com,"A ""na""\r\nMaria"\r\n\r\nb@example.com,Bo'),
    [{ firstname: 'A "na"\r\nMaria' }, { firstname: 'Bo' }],
  ],
];

describe('An odd file', () => {
  for (const [title, file, arrives] of TAKEN) {
    it(`is imported as it reads: ${title}`, async () => {
      const mounted = await mount();
      await toReport(mounted, file());
      expect(mounted.importer.status).to.equal('done');
      const found = await allRecords(mounted.world);
      expect(found).to.have.lengthOf(arrives.length);
      arrives.forEach((record, index) => expect(found[index]).to.include(record));
    });
  }

  it('with a quote that is never closed is checked to its end, and says so', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(`${GOOD}c@example.com,"Cy,Diaz\nd@example.com,Di,Ek\n`));
    expect(problemCodes(mounted.importer)).to.include('quote-unbalanced');
  });

  it('with a cell of 10 MB is checked, and the cell is named', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(`${GOOD}c@example.com,${'x'.repeat(10_000_000)},Diaz\n`));
    expect(problemCodes(mounted.importer)).to.include('text-too-long');
    expect(mounted.importer.problems.map(({ column, rows }) => [column, rows])).to.deep.equal([[1, [4]]]);
  });
});
