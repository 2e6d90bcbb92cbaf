import { expect } from '@open-wc/testing';
import { openText, readRows, readText } from '../../src/worker/text.js';
import { UTF8 } from './files.js';

/** Lines of every width a character can have, and line breaks in cells; more than two of the pieces a file is read in. */
const ROWS = 60_000;
const lineOf = (row: number): string => `${row},"Zoë 日本 𝒳\n${'—'.repeat(row % 7)}",ж`;
const TEXT = `${Array.from({ length: ROWS }, (_, index) => lineOf(index + 1)).join('\n')}\n`;

const wide = (littleEndian: boolean): Blob => {
  const view = new DataView(new ArrayBuffer(2 * TEXT.length + 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < TEXT.length; at++) view.setUint16(2 * at + 2, TEXT.charCodeAt(at), littleEndian);
  return new Blob([view]);
};
/** Katakana and newlines in one encoding each; the browser only decodes, so the bytes are written by hand. */
const repeated = (bytes: readonly number[], lines: number): Blob => {
  const line = Uint8Array.from(bytes);
  return new Blob(Array.from({ length: lines }, () => line));
};
const FILES: readonly (readonly [string, Blob])[] = [
  ['utf-8', new Blob([TEXT])],
  ['utf-16le', wide(true)],
  ['utf-16be', wide(false)],
  ['windows-1252', repeated([0x61, 0x2c, 0xe9, 0x80, 0x2c, 0x0d, 0x0a], 400_000)],
  ['shift_jis', repeated([0x61, 0x2c, 0x83, 0x5c, 0x83, 0x7c, 0x0a], 400_000)],
  ['iso-2022-jp', repeated([0x1b, 0x24, 0x42, 0x25, 0x22, 0x1b, 0x28, 0x42, 0x2c, 0x0a], 250_000)],
];

async function decodedFrom(
  text: Parameters<typeof readText>[0],
  from: number,
  until: number | null,
): Promise<string> {
  const pieces: string[] = [];
  const decoder = new TextDecoder();
  for await (const { bytes } of readText(text, from, until))
    pieces.push(decoder.decode(bytes, { stream: true }));
  return pieces.join('');
}

describe('readText', () => {
  for (const [encoding, file] of FILES) {
    it(`a file in ${encoding} is read on from any row, without what lies before it`, async () => {
      const text = openText({ file, dialect: { ...UTF8, encoding } });
      const offsets: number[] = [];
      const passing = readRows(text, ({ offset }) => offsets.push(offset));
      for (let step = await passing.next(); step.done !== true; step = await passing.next()) {
        expect(step.value).to.be.within(0, 1);
      }
      const whole = new TextEncoder().encode(new TextDecoder(encoding).decode(await file.arrayBuffer()));
      const mark = encoding.startsWith('utf-16') ? 3 : 0; // counted, although it is no text
      for (const at of [0, 1, 2, 777, 30_000, offsets.length - 1]) {
        const from = offsets[at] ?? 0;
        const { row, offset } = text.places.before(at + 1);
        expect([row <= at + 1, offset]).to.deep.equal([true, offsets[row - 1]]);
        const rest = await decodedFrom(text, from, null);
        expect(rest === new TextDecoder().decode(whole.subarray(from - mark)), `from row ${at + 1}`).to.equal(
          true,
        );
        const until = text.places.behind(at + 1);
        if (until === null) continue;
        const some = await decodedFrom(text, from, until);
        expect(rest.startsWith(some), 'the same bytes').to.equal(true);
        expect(new TextEncoder().encode(some).length).to.be.at.least(until - from);
      }
    });
  }
});
