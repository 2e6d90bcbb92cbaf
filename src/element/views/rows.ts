import { html, nothing, type TemplateResult } from 'lit';
import { changedCell } from '../../core/changes.js';
import type { ProblemGroup } from '../../core/problems.js';
import { tallyOf } from '../../core/state.js';
import type { ProblemKind, RowWindow } from '../../worker/protocol.js';
import { rowTable } from '../row-table/directive.js';
import type { RowSource } from '../row-table/row-pages.js';
import type { TableColumn } from '../row-table/row-table.js';
import type { Rows } from '../ui.js';
import { columnLabel, fileAt, matchesOf, targetLabel } from './columns.js';
import { markReader } from './marks.js';
import { choice } from './pieces.js';
import { type Context, type FilePlace, problemKey } from './screen.js';

/** Every row of a file to be scrolled through, those with a problem alone, or those with a text. */
export function allRows(place: FilePlace, rows: Rows, context: Context): TemplateResult {
  const { words, format } = context;
  const source = sourceOf(place, rows, context);
  const { changes } = fileAt(place);
  return html`${controls(place, rows, context)}
    <div
      class="grid"
      role="grid"
      tabindex="0"
      ${rowTable({
        source,
        columns: columnsOf(place, context),
        label: words.allRowsLabel(fileAt(place).file.name),
        rowLabel: words.rowNumber,
        numberPx: format.number(Math.max(source.total, 999)).length * CHARACTER_PX + 28,
        goTo: rows.goTo,
        textOf: (row, column, cell) => changedCell(changes, row, column, cell),
        markOf: markReader(place, rows.filter, context),
        isOut: (row) => changes.leftOut.includes(row),
        number: (row) => format.number(row),
      })}
    ></div>
    <p class="unseen" role="status">${words.rowsCounted(source.total, format)}</p>`;
}

function controls(place: FilePlace, rows: Rows, context: Context): TemplateResult {
  const { words, format, act } = context;
  const problems = tallyOf(fileAt(place))?.problems ?? [];
  const filters = [
    ['all', words.rowsAll] as const,
    ...(problems.length > 1 ? [['problems', words.rowsWithProblems] as const] : []),
    ...problems.map(
      (problem) => [problemKey(place.file, problem), headline(problem, place, context)] as const,
    ),
  ];
  const { found, query } = rows;
  const search = (event: Event): void =>
    act.searchRows(place.file, (event.currentTarget as HTMLInputElement).value.trim());
  const goTo = (event: Event): void => {
    const row = Number((event.currentTarget as HTMLInputElement).value.replace(/\D/g, ''));
    if (row > 0) act.goToRow(place.file, row);
  };
  return html`<div class="rows-bar">
    ${
      problems.length === 0
        ? nothing
        : choice(words.rowsFilter, filters, rows.filter, (filter) => act.filterRows(filter))
    }
    <label class="field">
      <span>${words.rowsSearch}</span>
      <input
        class="text-input"
        type="search"
        autocomplete="off"
        spellcheck="false"
        .value=${query}
        @input=${search}
      />
    </label>
    <label class="field short">
      <span>${words.rowsGoTo}</span>
      <input class="text-input" inputmode="numeric" autocomplete="off" @change=${goTo} />
    </label>
    ${
      found === null
        ? nothing
        : html`<p class="muted small">
            ${words.rowsFound(found.rows.length, format)}${found.share < 1 ? ` · ${format.percent(found.share)}` : ''}
          </p>`
    }
  </div>`;
}

function headline(problem: ProblemGroup, place: FilePlace, context: Context): string {
  const label = problem.column === null ? '' : columnLabel(place, problem.column, context);
  return context.words.problem[problem.code](problem.count, label, context.format);
}

function sourceOf(place: FilePlace, { filter, found }: Rows, { reader }: Context): RowSource {
  const one = fileAt(place);
  const tally = tallyOf(one);
  const { file } = place;
  const cells: RowSource['cells'] = (rows) => reader.rows(file, rows);
  const name = `${file} ${one.file.name} ${one.file.size} ${one.preview.sheet} ${one.preview.dialect.headerRow}`;
  if (found !== null) {
    const { rows } = found;
    return {
      key: `${name} found`,
      total: rows.length,
      numbers: async (from, count) => ({ rows: rows.slice(from, from + count), total: rows.length }),
      cells,
    };
  }
  const problem = tally?.problems.find((group) => problemKey(file, group) === filter) ?? null;
  if (filter === 'all' || (problem === null && filter !== 'problems')) {
    const total = tally?.rows.total ?? 0;
    const first = one.preview.dialect.headerRow + 1;
    return {
      key: name,
      total,
      numbers: async (from, count) => span(first + from, Math.min(count, total - from), total),
      cells,
    };
  }
  const kind: ProblemKind | null = problem === null ? null : { code: problem.code, column: problem.column };
  const total = problem?.count ?? (tally === null ? 0 : tally.rows.total - tally.rows.clean);
  return {
    key: `${name} ${filter}`,
    total,
    numbers: (from, count) => reader.problemRows(file, kind, from, count),
    cells,
  };
}

const span = (first: number, count: number, total: number): RowWindow => ({
  rows: Array.from({ length: Math.max(count, 0) }, (_, index) => first + index),
  total,
});

const CHARACTER_PX = 8.5;
const NARROWEST_PX = 96;
const WIDEST_PX = 300;

/** As wide as the header and the first rows ask for. */
function columnsOf(place: FilePlace, context: Context): readonly TableColumn[] {
  const { headers, rows } = fileAt(place).preview;
  return headers.map((header, column) => {
    const target = matchesOf(place)[column]?.target ?? null;
    const label = target === null ? '' : targetLabel(target, place.loaded, context);
    const longest = Math.max(header.length, label.length, ...rows.map((cells) => cells[column]?.length ?? 0));
    return { header, label, width: Math.min(Math.max(longest * CHARACTER_PX + 28, NARROWEST_PX), WIDEST_PX) };
  });
}
