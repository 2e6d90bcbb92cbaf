import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { Refusal } from '../../demo/hubspot/answers.js';
import { cellsOf, readUpload } from '../../demo/hubspot/upload.js';
import { formOf } from './calls.js';

const LIMITS = { bytes: 1_000_000, rows: 1000 };
const upload = (body: FormData | string, headers: Record<string, string> = {}, limits = LIMITS) =>
  readUpload(new Request('https://api.hubapi.com/', { method: 'POST', body, headers }), limits);

async function rowsOf(csv: string | Uint8Array<ArrayBuffer>) {
  const { files } = await upload(formOf({}, csv));
  const [file] = files;
  assert.ok(file);
  return { header: file.header, rows: file.rows.map(cellsOf) };
}

const files: readonly (readonly [title: string, csv: string, header: string[], rows: string[][]])[] = [
  [
    'quotes, delimiters and newlines stay in their cell',
    'a,b\r\n"x, ""y""\nz",2\r\n',
    ['a', 'b'],
    [['x, "y"\nz', '2']],
  ],
  ['a byte order mark is no part of the header', '\uFEFFa,b\n1,2', ['a', 'b'], [['1', '2']]],
  ['the line end of the last row makes no row', 'a\n1\n2\n', ['a'], [['1'], ['2']]],
  [
    'a blank row between others counts, at the end it does not',
    'a,b\n1,2\n\n3,4\n\n\n',
    ['a', 'b'],
    [['1', '2'], [''], ['3', '4']],
  ],
  ['rows of any length are kept as they are', 'a,b\n1\n1,2,3', ['a', 'b'], [['1'], ['1', '2', '3']]],
  ['semicolons are no delimiter', 'a;b\n1;2', ['a;b'], [['1;2']]],
  ['an empty file has neither header nor rows', '', [], []],
];

describe('an upload', () => {
  for (const [title, csv, header, rows] of files) {
    it(title, async () => assert.deepEqual(await rowsOf(csv), { header, rows }));
  }

  it('characters of several bytes survive wherever the body is cut', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [`Łódź ${index} 李小龍`, '😀']);
    const csv = ['name,face', ...rows.map((row) => row.join(','))].join('\n');
    assert.deepEqual(
      (await readUpload(inPieces(formOf({}, csv)), { ...LIMITS, rows: 5000 })).files[0]?.rows.map(cellsOf),
      rows,
    );
  });

  it('a JSON part is read with and without a file name of its own', async () => {
    const plain = new FormData();
    plain.append('importRequest', '{"name":"x"}');
    assert.equal((await upload(plain)).requestText, '{"name":"x"}');
    assert.equal((await upload(formOf({ name: 'x' }, 'a\n1'))).requestText, '{"name":"x"}');
  });

  it('the name of a file comes as it was sent, path and accents included', async () => {
    const names = async (fileName: string) =>
      (await upload(formOf({}, 'a', fileName))).files.map(({ name }) => name);
    assert.deepEqual(await names('Kundenübersicht März.csv'), ['Kundenübersicht März.csv']);
    assert.deepEqual(await names('C:/files/list.csv'), ['C:/files/list.csv']);
  });

  const refused: readonly (readonly [string, () => Promise<unknown>, number])[] = [
    ['more rows than the limit', () => upload(formOf({}, 'a\n1\n2\n3'), {}, { ...LIMITS, rows: 2 }), 429],
    [
      'more bytes than the limit',
      () => upload(formOf({}, 'a\n1234567890'), {}, { ...LIMITS, bytes: 10 }),
      429,
    ],
    ['a body that is not multipart', () => upload('{}', { 'content-type': 'application/json' }), 400],
    ['a boundary that was lost', () => upload('--x', { 'content-type': 'multipart/form-data' }), 400],
    [
      'a body that ends in the middle',
      () =>
        upload('--x\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\na,b', {
          'content-type': 'multipart/form-data; boundary=x',
        }),
      400,
    ],
  ];
  for (const [title, act, status] of refused) {
    it(`${title} is refused with ${status}`, async () => {
      await assert.rejects(act, (error) => error instanceof Refusal && error.status === status);
    });
  }
});

/** The same body in pieces of seven bytes. */
function inPieces(form: FormData): Request {
  const whole = new Request('https://api.hubapi.com/', { method: 'POST', body: form });
  const body = Readable.toWeb(Readable.from(cut(whole)));
  return new Request(whole.url, {
    method: 'POST',
    headers: whole.headers,
    body,
    duplex: 'half',
  } as RequestInit);
}

async function* cut(request: Request): AsyncGenerator<Uint8Array> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
