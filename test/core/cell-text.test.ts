import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cellText } from '../../src/core/cell-text.js';

describe('cellText', () => {
  it('ASCII of any length is read as it stands', () => {
    const text = Array.from({ length: 96 }, (_, i) => String.fromCharCode(32 + (i % 95))).join('');
    const bytes = new TextEncoder().encode(`é${text}é`);
    for (let length = 0; length <= text.length; length++) {
      expect(cellText(bytes, 2, 2 + length)).to.equal(text.slice(0, length));
    }
  });

  it('bytes that are no UTF-8 become the replacement character', () => {
    expect(cellText(Uint8Array.of(0x61, 0xc3, 0xa9, 0xff, 0x62), 0, 5)).to.equal('aé\ufffdb');
  });

  it('a byte order mark is kept: only at the start of a file it is none of the text', () => {
    expect(cellText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 0, 4)).to.equal('\ufeffa');
  });

  it('any bytes are read as TextDecoder reads them', () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const piece = fc.constantFrom(
      ...['a', 'é', 'ß', 'Ω', 'ж', '€', '日', '🚢'].map((text) => [...new TextEncoder().encode(text)]),
    );
    const broken = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: broken }), {
          maxLength: 40,
        }),
        (pieces) => {
          const bytes = Uint8Array.from(pieces.flat());
          expect(cellText(bytes, 0, bytes.length)).to.equal(decoder.decode(bytes));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
