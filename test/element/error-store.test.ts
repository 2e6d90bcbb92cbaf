import { expect } from '@open-wc/testing';
import type { RowError } from '../../src/core/error-log.js';
import { createErrorStore } from '../../src/element/error-store.js';

const error = (row: number): RowError => ({
  type: 'INVALID_EMAIL',
  effect: 'row',
  file: 0,
  row,
  line: row,
  column: 0,
  value: `nobody ${row}, "quoted"\nand é`,
  message: `nobody ${row} is not an email address, and here is why at some length, so that there is something to keep`,
  cells: null,
});

describe('The errors that are put away', () => {
  it('come back whole and in order, however many there are', async () => {
    const store = createErrorStore();
    const count = 12_000; // several batches
    for (let row = 2; row < count + 2; row += 1) store.add(error(row));
    let at = 2;
    for await (const batch of store.all()) {
      for (const one of batch) {
        if (one.row !== at || one.value !== error(at).value) expect(one).to.deep.equal(error(at));
        at += 1;
      }
    }
    expect(at - 2).to.equal(count);
    expect(store.summary(true)).to.include({ count, refusedRows: count });
  });

  it('can be read while others still come', async () => {
    const store = createErrorStore();
    store.add(error(2));
    const first = store.all();
    store.add(error(3));
    const rows: (number | null)[] = [];
    for await (const batch of first) rows.push(...batch.map(({ row }) => row));
    expect(rows).to.include(2);
    store.add(error(4));
    const later: (number | null)[] = [];
    for await (const batch of store.all()) later.push(...batch.map(({ row }) => row));
    expect(later).to.deep.equal([2, 3, 4]);
  });

  it('are none before there is one', async () => {
    const batches: unknown[] = [];
    for await (const batch of createErrorStore().all()) batches.push(batch);
    expect(batches).to.deep.equal([]);
  });
});
