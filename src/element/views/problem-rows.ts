import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { changedCell } from '../../core/changes.js';
import type { ProblemGroup } from '../../core/problems.js';
import type { FileRow } from '../../worker/protocol.js';
import { columnLabel, fileAt, matchesOf } from './columns.js';
import { type Context, type FilePlace, problemKey } from './screen.js';

/** The rows of a problem as they stand in the file, the cell that is meant open for correction; each can be left out. */
export function problemRows(problem: ProblemGroup, place: FilePlace, context: Context): TemplateResult {
  const { words, format, ui, act } = context;
  const key = problemKey(place.file, problem);
  if (ui.shownRows?.key !== key) {
    return html`<p>
      <button class="link" type="button" @click=${() => act.showRows(key, place.file, problem.rows)}>
        ${words.showRows}
      </button>
    </p>`;
  }
  const { rows } = ui.shownRows;
  if (rows === null) return html`<p class="muted">${words.columnChecking}</p>`;
  const hidden = problem.count - rows.length;
  return html`
    ${table(problem, rows, place, context)}
    <div class="fix-head">
      <p class="muted">${hidden > 0 ? words.rowsShown(rows.length, problem.count, format) : ''}</p>
      ${
        problem.rows.length === problem.count && problem.count > 1
          ? html`<button
              class="button small"
              type="button"
              @click=${() => act.leaveOut(place.file, problem.rows, true)}
            >
              ${words.leaveOutAll(problem.count, format)}
            </button>`
          : nothing
      }
    </div>
  `;
}

function table(
  problem: ProblemGroup,
  rows: readonly FileRow[],
  place: FilePlace,
  context: Context,
): TemplateResult {
  const { words, format } = context;
  const columns = shownColumns(problem, place);
  const { headers } = fileAt(place).preview;
  const title = words.problem[problem.code](
    problem.count,
    problem.column === null ? '' : columnLabel(place, problem.column, context),
    format,
  );
  return html`<div class="box scroll" tabindex="0" role="region" aria-label=${title}>
    <table>
      <thead>
        <tr>
          <th class="row" scope="col">${words.rowNumber}</th>
          <th scope="col"><span class="unseen">${words.leaveOutRow}</span></th>
          ${hasExtra(problem) ? html`<th scope="col">${words.extraCells}</th>` : nothing}
          ${columns.map((column) => html`<th scope="col">${headers[column]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          ({ row }) => row,
          (row) => tableRow(row, columns, problem, place, context),
        )}
      </tbody>
    </table>
  </div>`;
}

/** Cells that stand beyond the header belong to no column, and are what the problem is about. */
const hasExtra = ({ code }: ProblemGroup): boolean => code === 'row-too-long';

const extraText = (cells: readonly string[], place: FilePlace): string =>
  cells
    .slice(fileAt(place).preview.headers.length)
    .filter((cell) => cell.trim() !== '')
    .join(' · ');

/** The column that is meant comes first, then the others that are imported, in file order. */
function shownColumns({ column: meant }: ProblemGroup, place: FilePlace): readonly number[] {
  const imported = matchesOf(place)
    .filter(({ target }) => target !== null)
    .map(({ column }) => column);
  return meant === null ? imported : [meant, ...imported.filter((column) => column !== meant)];
}

function tableRow(
  { row, cells }: FileRow,
  columns: readonly number[],
  problem: ProblemGroup,
  place: FilePlace,
  { words, format, act }: Context,
): TemplateResult {
  const { changes, preview } = fileAt(place);
  const isOut = changes.leftOut.includes(row);
  const number = format.number(row);
  const action = isOut ? words.takeBack : words.leaveOutRow;
  return html`<tr class=${isOut ? 'is-out' : ''}>
    <th class="row" scope="row">${number}</th>
    <td>
      <button
        class="link"
        type="button"
        aria-label=${isOut ? `${action} ${number}` : words.leaveOutRowLabel(number)}
        @click=${() => act.leaveOut(place.file, [row], !isOut)}
      >
        ${action}
      </button>
    </td>
    ${hasExtra(problem) ? html`<td><span class="lost">${extraText(cells, place)}</span></td>` : nothing}
    ${columns.map((column) => {
      const original = cells[column] ?? '';
      const text = changedCell(changes, row, column, original);
      if (column !== problem.column) return html`<td title=${text}>${text}</td>`;
      const change = (event: Event): void => {
        const typed = (event.currentTarget as HTMLInputElement).value;
        act.changeCell(place.file, row, column, typed === original ? null : typed);
      };
      return html`<td>
        <input
          class="cell"
          .value=${text}
          aria-label=${words.cellLabel(preview.headers[column] ?? '', number)}
          autocomplete="off"
          spellcheck="false"
          ?disabled=${isOut}
          @change=${change}
        />
      </td>`;
    })}
  </tr>`;
}
