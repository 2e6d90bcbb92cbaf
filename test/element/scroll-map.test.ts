import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  lastTop,
  scrollAt,
  type ScrollMap,
  scrolled,
  spacePx,
  topAt,
  withRow,
} from '../../src/element/scroll-map.js';

const small: ScrollMap = { rows: 100, rowPx: 40, viewPx: 400 };
const large: ScrollMap = { rows: 1_000_000, rowPx: 40, viewPx: 400 };

describe('the scroll position of a long table', () => {
  it('is the row itself while the rows have room', () => {
    expect(spacePx(small)).to.equal(4000);
    expect(lastTop(small)).to.equal(90);
    expect(topAt(small, 400)).to.be.closeTo(10, 1e-9);
    expect(scrolled(small, { scrollPx: 0, top: 0 }, 440).top).to.be.closeTo(11, 1e-9);
  });

  it('has room for a million rows in an element that every browser takes', () => {
    expect(spacePx(large)).to.equal(6_000_000);
    expect(topAt(large, 6_000_000 - 400)).to.equal(lastTop(large));
    expect(topAt(large, 0)).to.equal(0);
  });

  it('moves row by row with the wheel, and far with the scroll bar', () => {
    const start = { scrollPx: 3_000_000, top: topAt(large, 3_000_000) };
    expect(scrolled(large, start, 3_000_120).top).to.be.closeTo(start.top + 3, 1e-6);
    expect(scrolled(large, start, 1_000_000).top).to.equal(topAt(large, 1_000_000));
  });

  it('never leaves the rows, and finds back from row to position', () => {
    const maps = fc.record({
      rows: fc.integer({ min: 0, max: 2_000_000 }),
      rowPx: fc.integer({ min: 20, max: 60 }),
      viewPx: fc.integer({ min: 50, max: 2000 }),
    });
    fc.assert(
      fc.property(maps, fc.double({ min: -1e7, max: 1e7, noNaN: true }), (map, scrollPx) => {
        const top = topAt(map, scrollPx);
        expect(top).to.be.within(0, lastTop(map));
        expect(topAt(map, scrollAt(map, top))).to.be.closeTo(top, 1e-3);
        const moved = scrolled(map, { scrollPx: 0, top }, scrollPx).top;
        expect(moved).to.be.within(0, lastTop(map));
      }),
    );
  });

  it('brings a row into sight without going further than needed', () => {
    const at = (top: number, row: number): number => withRow(small, { scrollPx: 0, top }, row).top;
    expect(at(10, 12)).to.equal(10);
    expect(at(10, 3)).to.equal(3);
    expect(at(10, 25)).to.equal(16);
    expect(at(10, 99)).to.equal(90);
  });
});
