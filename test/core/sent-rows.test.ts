import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createBatchSplitter } from '../../src/core/batch-splitter.js';
import type { Changes } from '../../src/core/changes.js';
import { createCheck } from '../../src/core/check.js';
import { meetNeeds } from '../../src/core/check-needs.js';
import { createFileFacts, learnRows, sealRows } from '../../src/core/file-facts.js';
import type { CheckPlan } from '../../src/core/plan.js';
import type { Dialect } from '../../src/core/dialect.js';
import { createRewriter } from '../../src/core/rewrite.js';
import { toRowSet } from '../../src/core/row-set.js';
import { createRowSplitter } from '../../src/core/row-splitter.js';
import { csvCell } from '../../src/core/write.js';

const PLAIN: Dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', newline: '\n', headerRow: 1 };

describe('what is checked and what is sent', () => {
  it('writes exactly the rows that the check does not call empty', () => {
    const cell = fc.constantFrom('', '', ' ', '\u00a0', '"', 'a', 'b', 'é');
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    const columns = fc.subarray([0, 1, 2], { minLength: 1 });
    const edits = fc.constantFrom({}, { 2: { 0: 'x' } }, { 3: { 1: '', 2: ' ' } });
    const values = fc.constantFrom({}, { 1: { a: '', '': 'none' } }, { 0: { b: ' ' } });
    const inputs = fc.record({
      table,
      columns,
      edits,
      values,
      leftOut: fc.subarray([2, 4]),
      only: fc.option(fc.subarray([2, 3, 4, 5])),
    });
    fc.assert(
      fc.property(inputs, ({ table: rows, columns: sent, edits: cells, values: replaced, leftOut, only }) => {
        const changes: Changes = {
          values: replaced,
          cells,
          leftOut,
          only: only === null ? null : toRowSet(only),
        };
        const text = ['A,B,C', ...rows.map((row) => row.map((one) => csvCell(one)).join(','))].join('\n');
        const headers = sent.map((column) => 'ABC'[column] ?? '');
        const recipe = {
          dialect: PLAIN,
          rawHeaders: [...'ABC'],
          columns: sent,
          headers,
          changes,
          unevenRows: true,
        };
        const plan: CheckPlan = {
          columns: sent.map((column) => ({
            column,
            objectTypeId: '0-1',
            property: `p${column}`,
            kind: 'text',
            uniqueness: 'none',
            options: [],
          })),
          objects: [{ objectTypeId: '0-1', operation: 'CREATE', required: [] }],
          columnCount: 3,
          dateFormat: null,
          owners: null,
          maxRows: Infinity,
        };
        const facts = createFileFacts(2, 3);
        expect(meetNeeds(facts, plan, changes, false)).to.equal(true);
        const rewriter = createRewriter(recipe, () => undefined);
        const learner = createBatchSplitter(PLAIN, (batch) =>
          learnRows(facts, batch, Math.max(0, 2 - batch.row)),
        );
        const splitter = createRowSplitter(PLAIN, (row) => rewriter.row(row));
        for (const each of [learner, splitter]) {
          each.push(new TextEncoder().encode(`${text}\n`));
          each.end();
        }
        sealRows(facts);
        const check = createCheck(facts, plan, changes);
        check.advance();
        const counts = check.tally().rows;
        const lines = rewriter.end().reduce((sum, { count }) => sum + count, 0);
        expect(lines - 1).to.equal(counts.total - counts.empty - counts.leftOut);
      }),
      { numRuns: 1_000 },
    );
  });
});
