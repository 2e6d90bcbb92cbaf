import { html, nothing, type TemplateResult } from 'lit';
import type { ImporterError } from '../../core/errors.js';
import { usedObjects } from '../../core/mapping.js';
import type { RowCounts } from '../../core/problems.js';
import { checkedShare, type ImportState, isChecked, type Loaded, rowsOf, tallyOf } from '../../core/state.js';
import { changesBox } from './changes.js';
import { rowsToggle } from './file.js';
import { fileTabs } from './files-bar.js';
import { partsButton, partsOffer } from './parts.js';
import { stats } from './pieces.js';
import { hasProblems, problemList } from './problems.js';
import { allRows } from './rows.js';
import type { Context, FilePlace, Screen } from './screen.js';
import { summary } from './summary.js';

/** `ready`: what was found, what will be sent, and the one button. */
export function readyScreen(state: Extract<ImportState, { status: 'ready' }>, context: Context): Screen {
  const { words, format, act } = context;
  const { loaded } = state;
  const rows = rowsOf(loaded);
  const back = { label: words.back, act: () => act.back() };
  if (rows === null) {
    return { step: 3, heading: words.recheckingIntro, intro: '', body: html`${nothing}`, back };
  }
  const sent = rows.total - rows.empty - rows.leftOut - importedBefore(loaded);
  const isChecking = !isChecked(loaded);
  const changes = changesBox(loaded, context);
  const entries = statEntries(rows, context);
  return {
    step: 3,
    heading: heading(loaded, rows, context),
    intro: isChecking ? words.recheckingIntro : readyIntro(loaded, rows, state.error, context),
    // With nothing to look at, what will be sent is all there is to see.
    body: html`${partsOffer(loaded, context)}
    ${
      hasProblems(loaded)
        ? html`${onlyRefused(loaded, context)} ${stats(entries, context)}
            <div class="columns">
              <div class="section">${problemList(loaded, context)}</div>
              <div class="section">${summary(loaded, 'beside', context)} ${changes}</div>
            </div>`
        : html`${onlyRefused(loaded, context)} ${entries.length > 1 ? stats(entries, context) : nothing}
          ${summary(loaded, 'alone', context)} ${changes}`
    }
    ${rowsSection(loaded, context)}`,
    back,
    note: isChecking ? words.checkingNote(format.percent(checkedShare(loaded))) : '',
    primary: {
      label: partsButton(loaded, context) ?? words.importRows(sent, format),
      act: () => act.submit(),
      isDisabled: context.isDisabled || isChecking || sent === 0,
    },
  };
}

/** Every row as it will be sent, for whoever wants to see for themselves. */
function rowsSection(loaded: Loaded, context: Context): TemplateResult | typeof nothing {
  const { words, ui } = context;
  const place: FilePlace = { loaded, file: Math.min(ui.file, loaded.files.length - 1) };
  if (ui.rows === null) return html`<p>${rowsToggle(loaded.files, context)}</p>`;
  return html`<section class="section">
    <h3>${words.rowsTitle} ${rowsToggle(loaded.files, context)}</h3>
    ${fileTabs(place, context)} ${allRows(place, ui.rows, context)}
  </section>`;
}

/** After an import: only what HubSpot refused is in. */
function onlyRefused({ files }: Loaded, { words, format, act }: Context): TemplateResult | typeof nothing {
  const sets = files.flatMap(({ changes }) => changes.only ?? []);
  if (sets.length === 0) return nothing;
  const rows = sets.reduce((sum, { size }) => sum + size, 0);
  return html`<div class="notice">
    <p>${words.onlyRefused(rows, format)}</p>
    <button class="link" type="button" @click=${() => act.takeAllRows()}>${words.takeAllRows}</button>
  </div>`;
}

/** Rows of one object are so many records; of several nobody knows before HubSpot has seen them. */
function heading(loaded: Loaded, rows: RowCounts, context: Context): string {
  const { words, format, noun } = context;
  const sent = rows.total - rows.empty - rows.leftOut;
  if (loaded.imported.length > 0)
    return words.partsLeftTitle(Math.max(0, sent - importedBefore(loaded)), format);
  if (usedObjects(loaded.mapping).length > 1) {
    const accepted = Math.max(0, sent - rows.refused);
    return accepted === 0 ? nothingAccepted(sent, context) : words.readyTitleRows(accepted, noun, format);
  }
  const merges = loaded.files.some((file) =>
    tallyOf(file)?.problems.some(({ effect }) => effect === 'merge'),
  );
  const records = Math.max(0, sent - rows.refused - (merges ? rows.repeated : 0));
  return records === 0 ? nothingAccepted(sent, context) : words.readyTitle(records, noun, format);
}

/** Rows of parts that HubSpot has already. */
const importedBefore = ({ imported }: Loaded): number => imported.reduce((sum, { rows }) => sum + rows, 0);

const nothingAccepted = (sent: number, { words, noun }: Context): string =>
  sent === 0 ? words.readyTitleNone(noun) : words.readyTitleRefused(sent);

/** What says itself what was sent, or that nobody knows. */
const SPEAKS_OF_SENDING = ['import-unknown', 'import-repeated', 'import-elsewhere'];

/** That nothing has been sent is not said of rows that came back, nor of a file that was sent in part. */
function readyIntro(
  loaded: Loaded,
  rows: RowCounts,
  error: ImporterError | null,
  { words, format }: Context,
): string {
  const checked = words.readyIntro(rows.total, rows.total - rows.empty - rows.leftOut, format);
  const intro = hasProblems(loaded) ? checked : `${checked} ${words.noProblems}`;
  const isSaid = error !== null && SPEAKS_OF_SENDING.includes(error.code);
  const isAgain = loaded.imported.length > 0 || loaded.files.some(({ changes }) => changes.only !== null);
  return isSaid || isAgain ? intro : `${intro} ${words.nothingSent}`;
}

/** Each row is in exactly one of these, so they add up to all rows. */
function statEntries(
  rows: RowCounts,
  { words }: Context,
): readonly (readonly [number, (n: number) => string])[] {
  const optional: readonly (readonly [number, (n: number) => string])[] = [
    [rows.losing, words.statLosing],
    [rows.refused, words.statRefused],
    [rows.repeated, words.statRepeated],
    [rows.leftOut, words.statLeftOut],
    [rows.empty, words.statEmpty],
  ];
  return [[rows.clean, words.statClean], ...optional.filter(([count]) => count > 0)];
}
