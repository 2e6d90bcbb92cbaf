import { expect } from '@open-wc/testing';
import Papa from 'papaparse';
import type { Dialect } from '../../src/core/dialect.js';
import { createRowSplitter } from '../../src/core/row-splitter.js';
import { createTranscoder } from '../../src/core/transcode.js';

const COMMA: Dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', newline: '\n', headerRow: 1 };
const CRLF: Partial<Dialect> = { newline: '\r\n' };
const CR: Partial<Dialect> = { newline: '\r' };

/** Every file of `test/fixtures/nasty`, and how it is written where that is not with commas, quotes and line feeds. */
const FILES: Readonly<Record<string, Partial<Dialect>>> = {
  'doubled-quotes.csv': {},
  'newlines-in-cells.csv': CRLF,
  'mixed-newlines.csv': CRLF,
  'carriage-returns.csv': CR,
  'carriage-returns-with-some-feeds.csv': CR,
  'ragged.csv': {},
  'unclosed-quote.csv': {},
  'unclosed-quote-at-the-end.csv': {},
  'stray-quotes.csv': {},
  'spaces-behind-quotes.csv': {},
  'byte-order-mark.csv': {},
  'byte-order-mark-alone.csv': {},
  'blank-lines.csv': {},
  'delimiters-at-the-end.csv': {},
  'one-column.csv': {},
  'no-newline.csv': {},
  'nothing.csv': {},
  'newline-alone.csv': {},
  'quote-alone.csv': {},
  'two-quotes.csv': {},
  'three-quotes.csv': {},
  'four-quotes-and-newline.csv': {},
  'apostrophes.csv': { quote: "'" },
  'tabs.tsv': { delimiter: '\t' },
  'pipes.csv': { delimiter: '|' },
  'characters-of-all-lengths.csv': {},
  'long-cells.csv': {},
  'zero-bytes.csv': {},
  'control-characters.csv': {},
  'sep-line.csv': { delimiter: ';' },
  'formulas.csv': {},
  'object-names.csv': {},
  'utf-16le.csv': { encoding: 'utf-16le', delimiter: ';', ...CRLF },
  'utf-16be.csv': { encoding: 'utf-16be', delimiter: '\t', ...CRLF },
  'windows-1252.csv': { encoding: 'windows-1252', delimiter: ';', ...CRLF },
  'shift-jis.csv': { encoding: 'shift_jis' },
  'no-utf-8.csv': {},
};

async function load(name: string): Promise<Uint8Array> {
  const response = await fetch(`/test/fixtures/nasty/${name}`);
  expect(response.status, name).to.equal(200);
  return new Uint8Array(await response.arrayBuffer());
}

function split(chunks: Iterable<Uint8Array>, dialect: Dialect): string[][] {
  const rows: string[][] = [];
  const transcoder = createTranscoder(dialect.encoding);
  const splitter = createRowSplitter(dialect, (row) => {
    rows.push(Array.from({ length: row.count }, (_, cell) => row.text(cell)));
  });
  for (const chunk of chunks) splitter.push(transcoder.push(chunk));
  splitter.push(transcoder.end());
  splitter.end();
  return rows;
}

function* pieces(bytes: Uint8Array, length: number): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** papaparse is told of one newline, so the text gets one; and it gives a row behind the last newline. */
function parse(bytes: Uint8Array, { encoding, delimiter, quote, newline }: Dialect): string[][] {
  const end = newline === '\r' ? '\r' : '\n';
  const text = new TextDecoder(encoding).decode(bytes).replaceAll('\r\n', end);
  const rows = Papa.parse<string[]>(text, {
    delimiter,
    quoteChar: quote,
    newline: end,
    skipEmptyLines: false,
  }).data;
  const last = rows.at(-1);
  if (last?.length === 1 && last[0] === '' && text.endsWith(end)) rows.pop();
  return rows;
}

describe('nasty files', () => {
  for (const [name, more] of Object.entries(FILES)) {
    it(`${name} is read row by row as papaparse reads it, however it is cut`, async () => {
      const dialect = { ...COMMA, ...more };
      const bytes = await load(name);
      const end = dialect.newline === '\r' ? '\r' : '\n';
      const expected = parse(bytes, dialect);
      for (const length of [1, 2, 3, 7, 64, 1000, Math.max(1, bytes.length)]) {
        const rows = split(pieces(bytes, length), dialect);
        const unified = rows.map((cells) => cells.map((cell) => cell.replaceAll('\r\n', end)));
        expect(unified, `in pieces of ${length}`).to.deep.equal(expected);
      }
    });
  }
});
