import { html, nothing, type TemplateResult } from 'lit';
import type { Dialect } from '../../core/dialect.js';
import type { Preview } from '../../core/preview.js';
import { type LoadedFile, tallyOf } from '../../core/state.js';
import { fileAt, matchesOf, targetLabel } from './columns.js';
import { type CellMark, marksOf } from './marks.js';
import { choice, clip } from './pieces.js';
import { allRows } from './rows.js';
import type { Context, FilePlace, Screen } from './screen.js';

/** Encodings that spreadsheets and exports write; any other that was detected is offered as well. */
const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'macintosh',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
];
const DELIMITERS = [',', ';', '\t', '|', '^', '~'];
const QUOTES = ['"', "'"];

/** The first rows as they were read, and how; everything that was detected can be corrected here. */
export function fileSection(place: FilePlace, context: Context): TemplateResult {
  const { words, format, ui, act } = context;
  const { preview } = fileAt(place);
  const { rows } = preview;
  return html`<section class="section">
    <div class="section-head">
      <h3>
        ${ui.rows === null ? words.fileTitle(rows.length, format) : words.rowsTitle}
        ${rowsToggle([fileAt(place)], context)}
      </h3>
      <p class="muted small">
        ${dialectSummary(preview, context)}
        <button
          class="link"
          type="button"
          aria-expanded=${ui.isDialectOpen}
          @click=${() => act.showUi({ isDialectOpen: !ui.isDialectOpen })}
        >
          ${ui.isDialectOpen ? words.dialectHide : words.dialectShow}
        </button>
      </p>
    </div>
    ${ui.isDialectOpen ? dialectForm(place, context) : nothing}
    ${
      ui.rows === null
        ? previewTable(
            preview,
            (column) => targetOf(place, column, context),
            marksOf(place, context),
            context,
          )
        : allRows(place, ui.rows, context)
    }
  </section>`;
}

function dialectSummary({ dialect, sheet }: Preview, { words }: Context): string {
  const { encoding, delimiter, headerRow } = dialect;
  const header = words.headerIn(headerRow);
  if (sheet !== null) return words.sheetSummary(sheet, header);
  const delimiterName = words.delimiterNames[delimiter] ?? delimiter;
  return words.dialectSummary(encodingName(encoding), delimiterName.toLowerCase(), header);
}

/** From the first rows to all of them, once they have been counted. */
export function rowsToggle(
  files: readonly LoadedFile[],
  { words, format, ui, act }: Context,
): TemplateResult | typeof nothing {
  const countOf = (one: LoadedFile): number => tallyOf(one)?.rows.total ?? 0;
  const total = files.reduce((sum, one) => sum + countOf(one), 0);
  const isCounted = files.every(({ check }) => check.phase === 'finished');
  const isSeen = files.every((one) => one.preview.complete && countOf(one) <= one.preview.rows.length);
  if (ui.rows === null && (!isCounted || isSeen)) return nothing;
  return html`<button
    class="link"
    type="button"
    aria-expanded=${ui.rows !== null}
    @click=${() => (ui.rows === null ? act.filterRows('all') : act.closeRows())}
  >
    ${ui.rows === null ? words.rowsShowAll(total, format) : words.rowsClose}
  </button>`;
}

/** `UTF-8`, `Windows-1252`, `ISO-8859-15`: the usual way to write them. */
const encodingName = (label: string): string =>
  /^(windows|mac)/.test(label) ? label.charAt(0).toUpperCase() + label.slice(1) : label.toUpperCase();

const withSign = (name: string | undefined, sign: string): string =>
  name === undefined || sign === '\t' ? (name ?? sign) : `${name} ${sign}`;

function dialectForm(place: FilePlace, context: Context): TemplateResult {
  const { words } = context;
  const { workbook } = fileAt(place);
  return html`<div class="box settings" role="group" aria-label=${words.dialectTitle}>
    ${workbook === null ? textChoices(place, context) : nothing} ${headerChoice(place, context)}
  </div>`;
}

function textChoices(place: FilePlace, { words, act }: Context): TemplateResult {
  const { encoding, delimiter, quote } = fileAt(place).preview.dialect;
  const reread = (given: Partial<Dialect>): void => act.reread(place.file, given);
  const withOwn = (known: readonly string[], own: string): readonly string[] =>
    known.includes(own) ? known : [own, ...known];
  return html`
    ${choice(
      words.encodingLabel,
      withOwn(ENCODINGS, encoding).map((name) => [name, encodingName(name)] as const),
      encoding,
      (chosen) => reread({ ...fileAt(place).preview.dialect, encoding: chosen }),
    )}
    ${choice(
      words.delimiterLabel,
      withOwn(DELIMITERS, delimiter).map(
        (sign) => [sign, withSign(words.delimiterNames[sign], sign)] as const,
      ),
      delimiter,
      (chosen) => reread({ encoding, quote, delimiter: chosen }),
    )}
    ${choice(
      words.quoteLabel,
      withOwn(QUOTES, quote).map((sign) => [sign, withSign(words.quoteNames[sign], sign)] as const),
      quote,
      (chosen) => reread({ encoding, delimiter, quote: chosen }),
    )}
  `;
}

function headerChoice(place: FilePlace, { words, act }: Context): TemplateResult {
  const { dialect, lead } = fileAt(place).preview;
  const headerRows = lead.map((cells, index) => {
    const text = cells
      .filter((cell) => cell.trim() !== '')
      .slice(0, 4)
      .join(', ');
    return [String(index + 1), words.headerRowOption(index + 1, clip(text, 48))] as const;
  });
  const isFarDown = dialect.headerRow > lead.length;
  return choice(
    words.headerRowLabel,
    [
      ['0', words.noHeaderRow] as const,
      ...headerRows,
      ...(isFarDown ? [[String(dialect.headerRow), words.headerIn(dialect.headerRow)] as const] : []),
    ],
    String(dialect.headerRow),
    (row) => act.reread(place.file, { ...dialect, headerRow: Number(row) }),
  );
}

/** `reading`, once the first rows are there: the account's properties are on their way. */
export function readingPreviewScreen(
  { name, preview }: { readonly name: string; readonly preview: Preview },
  context: Context,
): Screen {
  const { words, act } = context;
  return {
    step: 1,
    heading: words.readingTitle(name),
    intro: words.readingProperties,
    body: previewTable(preview, () => '', new Map(), context),
    back: { label: words.cancel, act: () => act.cancel() },
  };
}

function previewTable(
  { headers, rows, rowNumbers }: Preview,
  labelOf: (column: number) => string,
  marks: ReadonlyMap<string, CellMark>,
  { words, format }: Context,
): TemplateResult {
  return html`<div class="box scroll" tabindex="0" role="region" aria-label=${words.fileTableLabel}>
    <table>
      <thead>
        <tr>
          <th class="row" scope="col"><span class="unseen">${words.rowNumber}</span></th>
          ${headers.map(
            (header, column) => html`<th scope="col">${header}<small>${labelOf(column)} </small></th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map((cells, index) => {
          const row = rowNumbers[index] ?? 0;
          return html`<tr>
            <th class="row" scope="row">${format.number(row)}</th>
            ${headers.map((_, column) => previewCell(cells[column] ?? '', marks.get(`${row} ${column}`)))}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function previewCell(text: string, mark: CellMark | undefined): TemplateResult {
  if (mark === undefined) return html`<td>${clip(text, 120)}</td>`;
  return html`<td class=${mark.kind} title=${mark.problem}>
    ${clip(text, 120)}<span class="unseen">: ${mark.problem}</span>
  </td>`;
}

/** What a column becomes; nothing when it is not imported. */
function targetOf(place: FilePlace, column: number, context: Context): string {
  const target = matchesOf(place)[column]?.target ?? null;
  return target === null ? '' : targetLabel(target, place.loaded, context);
}
