import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openUpload, writeHead } from '../../src/relay/multipart.js';
import { Refusal } from '../../src/relay/refusal.js';
import { BOUNDARY, importRequest, part, post, requestPart, upload } from './uploads.js';

const URL = 'https://relay.example/hubspot/crm/v3/imports';
const PATIENCE = { timeoutMs: 0, lingerMs: 0 };
const CSV = 'Email,Name\r\nada@example.com,"Ada\r\nLovelace"\r\n--,-----\r\n';

/** Opens an upload and gives what would go to HubSpot. */
async function pass(request: Request, names: readonly string[], maxBytes = 1e9): Promise<string> {
  const opened = await openUpload(request, PATIENCE);
  const pieces = [writeHead(opened.importRequest, opened.boundary)];
  for await (const piece of opened.files(names, maxBytes)) pieces.push(piece);
  return new Response(new Blob(pieces)).text();
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'accepted';
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return `${error.status} ${error.reason}`;
  }
}

describe('an upload', () => {
  it('goes on byte for byte after its first part, however it is cut into pieces', async () => {
    const text = upload(requestPart(), part('files', CSV, 'people.csv'), part('files', '', 'leer ä.csv'));
    for (const pieceBytes of [1, 2, 3, 7, 41, 100, 10_000]) {
      const passed = await pass(post(URL, text, { pieceBytes }), ['people.csv', 'leer ä.csv']);
      assert.equal(passed.slice(passed.indexOf('"files"')), text.slice(text.indexOf('"files"')));
    }
  });

  it('is measured up to the end of its first part', async () => {
    const text = upload(requestPart(), part('files', CSV, 'people.csv'));
    const opened = await openUpload(post(URL, text), PATIENCE);
    assert.equal(
      text.slice(opened.headBytes),
      text.slice(text.indexOf('\r\nContent-Disposition: form-data; name="files"')),
    );
  });

  it('as a browser builds it from a form is understood', async () => {
    const form = new FormData();
    form.append('importRequest', new Blob([JSON.stringify(importRequest())], { type: 'application/json' }));
    form.append('files', new File([CSV], 'Größe "A".csv', { type: 'application/vnd.ms-excel' }));
    const passed = await pass(new Request(URL, { method: 'POST', body: form }), ['Größe "A".csv']);
    assert.ok(passed.includes(CSV));
  });

  it('has its first part written anew, so that it has one reading', async () => {
    const twice = part('importRequest', '{"name":"first",\n "name":"second"}');
    const passed = await pass(post(URL, upload(twice, part('files', 'a', 'a.csv'))), ['a.csv']);
    assert.equal(
      passed.slice(0, passed.indexOf(`\r\n--${BOUNDARY}\r\n`, 10)),
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="importRequest"\r\nContent-Type: application/json\r\n\r\n{"name":"second"}`,
    );
  });

  const good = part('files', CSV, 'people.csv');
  const end = `--${BOUNDARY}--`;
  const refused: readonly (readonly [string, string])[] = [
    ['with nothing in it', ''],
    ['with no part', `${end}\r\n`],
    ['with something before the first boundary', `\r\n${upload(requestPart(), good)}`],
    ['whose file comes first', upload(good, requestPart())],
    ['without importRequest', upload(good)],
    ['with a second importRequest', upload(requestPart(), good, requestPart())],
    ['with a second importRequest before the file', upload(requestPart(), requestPart(), good)],
    ['with a field of another name', upload(requestPart(), part('importName', 'x'), good)],
    ['with a files part that is no file', upload(requestPart(), part('files', CSV))],
    ['with a file that is not named', upload(requestPart(), good, part('files', 'x', 'other.csv'))],
    ['with one file twice', upload(requestPart(), good, good)],
    ['without its file', upload(requestPart())],
    ['whose importRequest is not JSON', upload(part('importRequest', '{'), good)],
    [
      'whose importRequest has a number that would be rounded',
      upload(part('importRequest', '{"a":90071992547409930}'), good),
    ],
    [
      'with two names for one part',
      upload(requestPart(), good.replace('; filename', '; name="importRequest"; filename')),
    ],
    ['with an encoded file name', upload(requestPart(), good.replace('filename=', "filename*=UTF-8''"))],
    [
      'with two dispositions',
      upload(requestPart(), `Content-Disposition: form-data; name="importRequest"\r\n${good}`),
    ],
    ['with a transfer encoding', upload(requestPart(), `Content-Transfer-Encoding: base64\r\n${good}`)],
    [
      'with parts inside a part',
      upload(requestPart(), part('files', CSV, 'people.csv', 'multipart/mixed; boundary=x')),
    ],
    [
      'with a file in another character set',
      upload(requestPart(), part('files', CSV, 'people.csv', 'text/csv; charset=utf-7')),
    ],
    ['with two types for one part', upload(requestPart(), `Content-Type: text/csv\r\n${good}`)],
    ['with a folded header', upload(requestPart(), good.replace('; filename', ';\r\n filename'))],
    [
      'with a header that ends with half a line break',
      upload(requestPart(), good.replace('\r\nContent-Type', '\nContent-Type')),
    ],
    [
      'with a header of endless length',
      upload(requestPart(), `Content-Type: ${'x'.repeat(20_000)}\r\n${good}`),
    ],
    [
      'with its boundary inside a line of the file',
      upload(requestPart(), part('files', `a,--${BOUNDARY}\r\n`, 'people.csv')),
    ],
    [
      'with its boundary after half a line break',
      upload(requestPart(), part('files', `a\n--${BOUNDARY}\n${requestPart()}`, 'people.csv')),
    ],
    [
      'with a longer boundary in the file',
      upload(requestPart(), part('files', `a\r\n--${BOUNDARY}X\r\n`, 'people.csv')),
    ],
    [
      'with its boundary escaped in the JSON',
      upload(part('importRequest', `{"name":"\\u002d\\u002d${BOUNDARY}"}`), good),
    ],
    ['that goes on after its end', `${upload(requestPart(), good)}${upload(requestPart(), good)}`],
    ['that ends in the middle of the file', upload(requestPart(), good).slice(0, -60)],
    ['that ends in the middle of its last boundary', upload(requestPart(), good).slice(0, -4)],
    ['that ends in the middle of the importRequest', upload(requestPart()).slice(0, 150)],
  ];
  for (const [which, text] of refused) {
    it(`${which} is refused`, async () => {
      for (const pieceBytes of [5, 100_000]) {
        const work = pass(post(URL, text, { pieceBytes }), ['people.csv']);
        assert.equal(await refusalOf(work), '400 multipart');
      }
    });
  }

  it('with a boundary inside a line is refused although a file follows it that is named', async () => {
    const second = part('files', 'b', 'b.csv');
    const text = upload(requestPart(), part('files', `a,x--${BOUNDARY}\r\n${second}`, 'people.csv'));
    assert.equal(await refusalOf(pass(post(URL, text), ['people.csv', 'b.csv'])), '400 multipart');
    const first = `${requestPart()}x--${BOUNDARY}\r\n${second}`;
    assert.equal(await refusalOf(pass(post(URL, upload(first)), ['b.csv'])), '400 multipart');
  });

  it('that is refused never gets its last boundary', async () => {
    const opened = await openUpload(post(URL, upload(requestPart(), good, requestPart())), PATIENCE);
    let passed = '';
    const read = async () => {
      for await (const piece of opened.files(['people.csv'], 1e9)) passed += new TextDecoder().decode(piece);
    };
    await assert.rejects(read(), { reason: 'multipart' });
    assert.ok(passed.includes('Lovelace'));
    assert.ok(!passed.includes('importRequest'));
    assert.ok(!passed.includes(end));
  });

  it('that is not UTF-8 in its importRequest is refused', async () => {
    const bytes = new TextEncoder().encode(upload(part('importRequest', '{"name":"?"}'), good));
    bytes[bytes.indexOf('?'.charCodeAt(0))] = 0xff;
    const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
    const request = new Request(URL, { method: 'POST', body: bytes, headers });
    assert.equal(await refusalOf(pass(request, ['people.csv'])), '400 multipart');
  });

  const types = [
    'application/json',
    'multipart/form-data',
    'multipart/mixed; boundary=a',
    `multipart/form-data; boundary=a; boundary=${BOUNDARY}`,
    `multipart/form-data; charset=utf-16; boundary=${BOUNDARY}`,
    `multipart/form-data; boundary=${'a'.repeat(71)}`,
    'multipart/form-data; boundary="a\\"b"',
  ];
  for (const type of types) {
    it(`of the type ${type.slice(0, 60)} is refused`, async () => {
      const request = post(URL, upload(requestPart(), good), { headers: { 'content-type': type } });
      assert.equal(await refusalOf(pass(request, ['people.csv'])), '400 multipart');
    });
  }

  it('may have an importRequest of 1 MB and no more', async () => {
    const sized = (bytes: number) =>
      upload(part('importRequest', JSON.stringify({ name: 'x'.repeat(bytes) })), good);
    const limit = 1024 * 1024;
    assert.equal(await refusalOf(pass(post(URL, sized(limit - 100)), ['people.csv'])), 'accepted');
    const tooLarge = pass(post(URL, sized(limit + 100), { pieceBytes: 1000 }), ['people.csv']);
    assert.equal(await refusalOf(tooLarge), '413 import-request-size');
  });

  it('is refused as soon as one file is too large', async () => {
    const text = upload(requestPart(), part('files', 'x'.repeat(1000), 'people.csv'));
    assert.equal(await refusalOf(pass(post(URL, text), ['people.csv'], 1000)), 'accepted');
    for (const pieceBytes of [10, 5000]) {
      const work = pass(post(URL, text, { pieceBytes }), ['people.csv'], 999);
      assert.equal(await refusalOf(work), '413 file-size');
    }
  });
});
