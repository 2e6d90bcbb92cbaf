import { html, nothing, type TemplateResult } from 'lit';
import { fileAt } from './columns.js';
import { choice } from './pieces.js';
import type { Context, FilePlace } from './screen.js';

/** Which sheet of a workbook is imported; nothing where there is no choice. */
export function sheetBar(place: FilePlace, context: Context): TemplateResult | typeof nothing {
  const { words, act, ui, format } = context;
  const { workbook } = fileAt(place);
  if (workbook === null || workbook.sheets.length < 2) return nothing;
  const { sheets, sheet } = workbook;
  const opening = ui.openingSheet?.file === place.file ? ui.openingSheet.sheet : null;
  return html`<div class="sheet-bar">
    ${choice(
      words.sheetLabel,
      sheets.map((name, index) => [String(index), name] as const),
      String(opening ?? sheet),
      (chosen) => act.readSheet(place.file, Number(chosen)),
    )}
    <p class="muted small" aria-live="polite">
      ${opening === null ? words.sheetOneOf(sheets.length, format) : words.sheetOpening(sheets[opening] ?? '')}
    </p>
  </div>`;
}
