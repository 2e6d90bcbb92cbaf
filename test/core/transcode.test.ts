import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createTranscoder } from '../../src/core/transcode.js';

const ENCODINGS = [
  'windows-1252',
  'windows-1257',
  'iso-8859-15',
  'koi8-r',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'gb18030',
];

/** Every call's bytes, copied before the next. */
function transcode(encoding: string, chunks: readonly Uint8Array[]): Uint8Array {
  const transcoder = createTranscoder(encoding);
  const bytes = chunks.flatMap((chunk) => [...transcoder.push(chunk)]);
  return Uint8Array.from([...bytes, ...transcoder.end()]);
}

describe('createTranscoder', () => {
  for (const encoding of ENCODINGS) {
    it(`any bytes of ${encoding}, cut anywhere, become the text that the browser reads in them`, () => {
      const decoder = new TextDecoder(encoding, { ignoreBOM: true });
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(60), (bytes, cut) => {
          const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
          expect(transcode(encoding, pieces)).to.deep.equal(new TextEncoder().encode(decoder.decode(bytes)));
        }),
      );
    });
  }

  it('every character of windows-1252 is turned into its own, ASCII in between', () => {
    const bytes = Uint8Array.from({ length: 512 }, (_, at) => (at % 2 === 0 ? at / 2 : 65));
    const text = new TextDecoder('windows-1252').decode(bytes);
    expect(new TextDecoder().decode(transcode('windows-1252', [bytes]))).to.equal(text);
  });

  it('UTF-8 stays as it is, broken or not', () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0xc3);
    expect(transcode('utf-8', [bytes])).to.deep.equal(bytes);
  });
});
