import { html, nothing, type TemplateResult } from 'lit';
import type { ErrorGroup, RowError } from '../../core/error-log.js';
import { effectOf } from '../../core/import-errors.js';
import { importedHeaders, importedNames } from '../../core/imported.js';
import { report } from '../../core/report.js';
import { wholeImport } from '../../core/sequence-report.js';
import type { ImportState } from '../../core/state.js';
import { wordFor } from '../messages/word-for.js';
import { endTitle, nextNote } from './ending.js';
import { importFacts } from './import-facts.js';
import { partsBox, partsButtons, partsReport } from './parts.js';
import { bar, stats } from './pieces.js';
import { originNote } from './progress.js';
import type { Button, Context, Screen } from './screen.js';

export type Ended = Extract<ImportState, { status: 'done' | 'failed' | 'canceled' | 'reverted' }>;

/** Rows shown of one kind of error before more are asked for; the downloads have them all. */
const ROWS_SHOWN = 8;

/** `done`, `failed`, `canceled`, `reverted`: what became of every row, and what to do next. */
export function reportScreen(state: Ended, context: Context): Screen {
  const { words, act } = context;
  const { loaded, outcome, status } = state;
  const { import: answer, rows } = wholeImport(state);
  const numbers = report(answer, outcome, rows);
  const [goOn, other] = partsButtons(state, context);
  const entries = (
    [
      [numbers.imported, status === 'reverted' ? words.statWasImported : words.statImported, true],
      [numbers.refused, words.statRefusedRows, numbers.refused > 0],
      [numbers.unprocessed, words.statUnprocessed, numbers.unprocessed > 0],
      [numbers.notSent, words.statNotSent, numbers.notSent > 0],
    ] as const
  ).filter(([, , isShown]) => isShown);
  const another: Button = { label: words.another, act: () => act.reset() };
  const again: Button = { label: words.tryAgain, act: () => act.back(), isDisabled: context.isDisabled };
  const correct: Button = {
    label: words.correctRefused,
    act: () => act.correctRefused(),
    isDisabled: outcome.errorsRead === 'reading' || context.isDisabled,
  };
  const isDone = status === 'done';
  const isTooLate = state.cancelAsked && (isDone || status === 'failed');
  return {
    step: 4,
    ...endTitle(state, numbers, context),
    body: html`
      ${originNote(state, context)} ${partsReport(state, context)}
      ${isTooLate ? html`<p class="notice">${words.canceledTooLate}</p>` : nothing}
      ${stats(
        entries.map(([count, label]) => [count, label] as const),
        context,
      )}
      <p class="muted small">${partsLine(status, numbers, context)}</p>
      ${nextNote(state, numbers, context)} ${errorsRead(state, answer, context)}
      ${outcome.errors.groups.map((group) => errorGroup(group, state, context))}
      ${outcome.errors.count === 0 ? nothing : downloads(state, numbers.refused > 0, context)}
      ${loaded === null ? nothing : partsBox(loaded, state, context)}
      ${importFacts(answer, numbers.counters, context)}
    `,
    // What is left of a sequence can also be decided anew.
    ...(goOn !== undefined && loaded !== null && { back: again }),
    note: words.importNumber(answer.id),
    ...buttons(),
  };

  /** What did not come to its end is tried again before anything else; parts that are left come before corrections. */
  function buttons(): Pick<Screen, 'primary' | 'secondary'> {
    if (goOn !== undefined) return { primary: goOn, secondary: other ?? another };
    if (!isDone && loaded !== null) return { primary: again, secondary: another };
    return canCorrect(state, numbers.refused)
      ? { primary: correct, secondary: another }
      : { primary: another };
  }
}

/** Without the file HubSpot's copies of the rows serve, if their columns have names. */
const canCorrect = (state: Ended, refused: number): boolean =>
  refused > 0 && importedHeaders(state, 0).length > 0;

/** How far the errors have been read. */
function errorsRead(
  { outcome }: Ended,
  answer: Ended['import'],
  { words, format, act }: Context,
): TemplateResult | typeof nothing {
  switch (outcome.errorsRead) {
    case 'not-yet':
    case 'reading': {
      const total = answer.metadata.counters.ERRORS ?? 0;
      const { count } = outcome.errors;
      const text = words.readingErrors(count, total, format);
      return html`<div>
        ${bar(text, count < total ? count / total : null, text, count < total ? format.percent(count / total) : '')}
        ${
          count === 0
            ? nothing
            : html`<p class="links start">
                <button class="link" type="button" @click=${() => act.cancel()}>${words.stopErrors}</button>
              </p>`
        }
      </div>`;
    }
    case 'partly':
      return html`<div class="notice warn">
        <p>${words.errorsPartly}</p>
        <button class="link" type="button" @click=${() => act.readErrorsAgain()}>
          ${words.errorsPartlyAgain}
        </button>
      </div>`;
    case 'all':
      return nothing;
  }
}

function downloads({ outcome, status }: Ended, hasRefused: boolean, { words, act }: Context): TemplateResult {
  return html`${hasRefused && status === 'done' ? html`<p class="muted small">${words.correctRefusedHint}</p>` : nothing}
    <p class="links start">
      ${
        hasRefused
          ? html`<button
              class="link"
              type="button"
              ?disabled=${outcome.errorsRead === 'reading'}
              @click=${() => act.downloadRefused()}
            >
              ${words.downloadRefused}
            </button>`
          : nothing
      }
      <button class="link" type="button" @click=${() => act.downloadReport()}>${words.downloadReport}</button>
    </p>`;
}

/** What became of the rows that were imported; these are no further rows. */
function partsLine(status: Ended['status'], numbers: ReturnType<typeof report>, context: Context): string {
  const line = parts(numbers, context);
  return status === 'reverted' ? context.words.partsBefore(line) : line;
}

function parts({ created, updated, losing }: ReturnType<typeof report>, { words, format }: Context): string {
  const named: readonly (readonly [number, (n: number) => string])[] = [
    [created, words.statCreated],
    [updated, words.statUpdated],
    ...(losing > 0 ? [[losing, words.statLosingRows] as const] : []),
  ];
  return format.list(named.map(([count, label]) => `${format.number(count)} ${label(count)}`));
}

function errorGroup(group: ErrorGroup, state: Ended, context: Context): TemplateResult {
  const { words, format, importErrors, ui, act } = context;
  const { type, effect, count, first } = group;
  const known = wordFor(importErrors, type);
  const isOfAll = effect === 'file' && effectOf(type, null) !== 'file';
  const advice = isOfAll ? words.wholeFileAdvice : (known?.advice ?? '');
  const key = `${effect} ${type}`;
  const shown = ui.openErrors === key ? first : first.slice(0, ROWS_SHOWN);
  const isAboutFile = effect === 'file' && first.every(({ row, value }) => row === null && value === null);
  return html`<section class="section">
    <div class="group-head">
      <h3 class="group-title">
        <span
          class="mark ${effect === 'row' || effect === 'file' ? 'red' : 'amber'}"
          aria-hidden="true"
        ></span>
        ${known?.what ?? type}
        <span class="muted">· ${words.errorCount(count, format)} · ${words.importEffect[effect]}</span>
      </h3>
      <p class="muted">${advice} ${first[0]?.message ? words.hubspotSays(first[0].message) : nothing}</p>
    </div>
    ${isAboutFile ? nothing : errorRows(shown, known?.what ?? type, state, context)}
    ${
      count > shown.length
        ? html`<p class="muted small">
            ${words.errorsShown(shown.length, count, format)}
            ${
              first.length > shown.length
                ? html`<button class="link" type="button" @click=${() => act.showUi({ openErrors: key })}>
                    ${words.showErrors(first.length, format)}
                  </button>`
                : nothing
            }
          </p>`
        : nothing
    }
  </section>`;
}

/** Where the errors are; a table where there is more to say of them than their rows. */
function errorRows(
  errors: readonly RowError[],
  label: string,
  state: Ended,
  context: Context,
): TemplateResult {
  const { words, format } = context;
  const hasNothing = errors.every(
    ({ row, column, value, cells }) => row !== null && column === null && value === null && cells === null,
  );
  if (!hasNothing || importedNames(state).length > 1) return errorTable(errors, label, state, context);
  return html`<p>
    ${words.rowsList(
      errors.map((error) => rowText(error, context)),
      0,
      format,
    )}
  </p>`;
}

function errorTable(
  errors: readonly RowError[],
  label: string,
  state: Ended,
  context: Context,
): TemplateResult {
  const { words } = context;
  // Rows that are not known go by HubSpot's number of them.
  const isByLine = errors.some(({ row, line }) => row === null && line !== null);
  return html`<div class="box scroll whole" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead>
        <tr>
          ${importedNames(state).length > 1 ? html`<th scope="col">${words.sendFile}</th>` : nothing}
          <th class="row" scope="col">${isByLine ? words.lineNumber : words.rowNumber}</th>
          <th scope="col">${words.sendColumn}</th>
          <th scope="col">${words.valueColumn}</th>
        </tr>
      </thead>
      <tbody>
        ${errors.map((error) => errorRow(error, state, context))}
      </tbody>
    </table>
  </div>`;
}

function errorRow(error: RowError, state: Ended, context: Context): TemplateResult {
  const { file, column, effect } = error;
  const header = column === null ? '' : (importedHeaders(state, file)[column] ?? '');
  const refused = effect === 'row' || effect === 'file';
  const value = error.value ?? error.cells?.join(' · ') ?? '';
  const names = importedNames(state);
  return html`<tr>
    ${names.length > 1 ? html`<td>${names[file] ?? ''}</td>` : nothing}
    <th class="row" scope="row">${rowText(error, context)}</th>
    <td>${header}</td>
    <td class="wrap fill">
      ${value === '' ? nothing : html`<span class=${refused ? 'bad' : 'lost'}>${value}</span>`}
    </td>
  </tr>`;
}

function rowText({ row, line, effect }: RowError, { words, format }: Context): string {
  const number = row ?? line;
  if (number !== null) return format.number(number);
  return effect === 'file' ? words.wholeFile : '';
}
