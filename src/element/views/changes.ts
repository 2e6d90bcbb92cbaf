import { html, nothing, type TemplateResult } from 'lit';
import { type Change, countChanges, listChanges } from '../../core/changes.js';
import type { Loaded } from '../../core/state.js';
import { columnLabel } from './columns.js';
import { clip } from './pieces.js';
import type { Context, FilePlace } from './screen.js';

/** Decisions listed at once; what is further down comes up as others are taken back. */
const MOST_SHOWN = 100;

/** What the person changed in the data, each decision to be taken back by itself, or all at once. */
export function changesBox(loaded: Loaded, context: Context): TemplateResult | typeof nothing {
  const { words, format, act } = context;
  const count = loaded.files.reduce((sum, { changes }) => sum + countChanges(changes), 0);
  if (count === 0) return nothing;
  const all = loaded.files.flatMap(({ changes }, file) =>
    listChanges(changes).map((change) => ({ change, place: { loaded, file } })),
  );
  return html`<section class="box summary changes">
    <div class="fix-head">
      <h3>${words.changesMade(count, format)}</h3>
      <button class="link" type="button" @click=${() => act.undoChanges()}>${words.undoAll}</button>
    </div>
    <ul>
      ${all.slice(0, MOST_SHOWN).map(({ change, place }) => entry(change, place, context))}
    </ul>
    ${all.length > MOST_SHOWN ? html`<p class="muted small">${words.errorsShown(MOST_SHOWN, all.length, format)}</p>` : nothing}
  </section>`;
}

function entry(change: Change, place: FilePlace, context: Context): TemplateResult {
  const { words, act } = context;
  const where = whereOf(change, place, context);
  return html`<li>
    <span class="what">
      <span class="muted">${where}</span>
      ${change.kind === 'left-out' ? nothing : values(change, context)}
    </span>
    <button
      class="link"
      type="button"
      aria-label=${words.undoLabel(where)}
      @click=${() => act.undoChange(place.file, change)}
    >
      ${words.undo}
    </button>
  </li>`;
}

/** The old value and the new one; the old one of a single cell is in its row. */
function values(change: Exclude<Change, { kind: 'left-out' }>, { words }: Context): TemplateResult {
  const shown = (text: string): string => (text === '' ? words.fixEmpty : clip(text, 40));
  return html`<span class="mono"
    >${change.kind === 'value' ? html`${shown(change.from)} → ` : nothing}${shown(change.to)}</span
  >`;
}

function whereOf(change: Change, place: FilePlace, context: Context): string {
  const { words, format } = context;
  switch (change.kind) {
    case 'value':
      return columnLabel(place, change.column, context);
    case 'cell':
      return words.cellLabel(columnLabel(place, change.column, context), format.number(change.row));
    case 'left-out':
      return words.rowsLeftOut(
        change.lastRow - change.firstRow + 1,
        format.number(change.firstRow),
        format.number(change.lastRow),
      );
  }
}
