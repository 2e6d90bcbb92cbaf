import { html, nothing, type TemplateResult } from 'lit';
import { type ErrorGroup, groupErrors, report, type RowError } from '../../core/report.js';
import { checkedRows, type ImportState } from '../../core/state.js';
import { importFacts } from './import-facts.js';
import { stats } from './pieces.js';
import type { Button, Context, Screen } from './screen.js';

type Ended = Extract<ImportState, { status: 'done' | 'failed' | 'canceled' | 'reverted' }>;

/** Rows shown of one kind of error; the downloads have them all. */
const ROWS_SHOWN = 8;

/** `done`, `failed`, `canceled`, `reverted`: what became of every row, and what to do next. */
export function reportScreen(state: Ended, context: Context): Screen {
  const { words, act } = context;
  const { import: answer, loaded, outcome, status } = state;
  const numbers = report(answer, outcome, checkedRows(loaded));
  const groups = groupErrors(outcome.errors);
  const entries = (
    [
      [numbers.imported, words.statImported, true],
      [numbers.refused, words.statRefusedRows, numbers.refused > 0],
      [numbers.unprocessed, words.statUnprocessed, numbers.unprocessed > 0],
      [numbers.notSent, words.statNotSent, numbers.notSent > 0],
    ] as const
  ).filter(([, , isShown]) => isShown);
  const another: Button = { label: words.another, act: () => act.reset() };
  const refused: Button = {
    label: words.downloadRefused,
    act: () => act.downloadRefused(),
    isDisabled: outcome.errorsRead === 'reading',
  };
  const hasRefused = numbers.refused > 0;
  const isDone = status === 'done';
  return {
    step: 4,
    ...title(status, numbers, context),
    body: html`
      ${stats(
        entries.map(([count, label]) => [count, label] as const),
        context,
      )}
      <p class="muted small">${parts(numbers, context)}</p>
      ${
        outcome.errorsRead === 'reading' || outcome.errorsRead === 'not-yet'
          ? html`<p class="muted">${words.readingErrors(outcome.errors.length, context.format)}</p>`
          : nothing
      }
      ${
        outcome.errorsRead === 'partly'
          ? html`<div class="notice warn">
              <p>${words.errorsPartly}</p>
              <button class="link" type="button" @click=${() => act.readErrorsAgain()}>
                ${words.errorsPartlyAgain}
              </button>
            </div>`
          : nothing
      }
      ${groups.map((group) => errorGroup(group, state, context))}
      ${
        groups.length === 0
          ? nothing
          : html`<p class="links start">
              <button class="link" type="button" @click=${() => act.downloadReport()}>
                ${words.downloadReport}
              </button>
            </p>`
      }
      ${importFacts(answer, numbers.counters, context)}
    `,
    ...(isDone || loaded === null ? {} : { back: { label: words.tryAgain, act: () => act.back() } }),
    note: words.importNumber(answer.id),
    ...(hasRefused ? { primary: refused, secondary: another } : { primary: another }),
  };
}

/** What became of the rows that were imported; these are no further rows. */
function parts({ created, updated, losing }: ReturnType<typeof report>, { words, format }: Context): string {
  const named: readonly (readonly [number, (n: number) => string])[] = [
    [created, words.statCreated],
    [updated, words.statUpdated],
    ...(losing > 0 ? [[losing, words.statLosingRows] as const] : []),
  ];
  return format.list(named.map(([count, label]) => `${format.number(count)} ${label(count)}`));
}

function title(
  status: Ended['status'],
  { imported, records, refused, notSent, inFile }: ReturnType<typeof report>,
  { words, format, noun }: Context,
): { heading: string; intro: string } {
  switch (status) {
    case 'failed':
      return { heading: words.failedTitle, intro: words.failedIntro };
    case 'canceled':
      return { heading: words.canceledTitle, intro: words.canceledIntro };
    case 'reverted':
      return { heading: words.revertedTitle, intro: words.revertedIntro };
    case 'done': {
      const heading = records === 0 ? words.doneTitleNone(noun) : words.doneTitle(records, noun, format);
      if (inFile === null) return { heading, intro: '' };
      const isClean = imported + notSent === inFile && notSent === 0;
      const intro = isClean
        ? words.doneIntroClean(inFile, format)
        : words.doneIntro(imported, refused, notSent, inFile, format);
      return { heading, intro };
    }
  }
}

function errorGroup(group: ErrorGroup, state: Ended, context: Context): TemplateResult {
  const { words, format, importErrors } = context;
  const known = importErrors[group.type];
  const shown = group.errors.slice(0, ROWS_SHOWN);
  const [first] = group.errors;
  return html`<section class="section">
    <div class="group-head">
      <h3 class="group-title">
        <span
          class="mark ${group.effect === 'row' || group.effect === 'file' ? 'red' : 'amber'}"
          aria-hidden="true"
        ></span>
        ${known?.what ?? group.type}
        <span class="muted"
          >· ${words.errorCount(group.errors.length, format)} · ${words.importEffect[group.effect]}</span
        >
      </h3>
      <p class="muted">
        ${known?.advice ?? ''} ${first?.message ? words.hubspotSays(first.message) : nothing}
      </p>
    </div>
    ${
      group.effect === 'file' && group.errors.every(({ row, value }) => row === null && value === null)
        ? nothing
        : html`<div
            class="box scroll whole"
            tabindex="0"
            role="region"
            aria-label=${known?.what ?? group.type}
          >
            <table>
              <thead>
                <tr>
                  ${hasSeveralFiles(state) ? html`<th scope="col">${words.sendFile}</th>` : nothing}
                  <th class="row" scope="col">${words.rowNumber}</th>
                  <th scope="col">${words.sendColumn}</th>
                  <th scope="col">${words.valueColumn}</th>
                </tr>
              </thead>
              <tbody>
                ${shown.map((error) => errorRow(error, state, context))}
              </tbody>
            </table>
          </div>`
    }
    ${
      group.errors.length > shown.length
        ? html`<p class="muted small">${words.errorsShown(shown.length, group.errors.length, format)}</p>`
        : nothing
    }
  </section>`;
}

const hasSeveralFiles = ({ loaded }: Ended): boolean => (loaded?.files.length ?? 1) > 1;

function errorRow(error: RowError, state: Ended, context: Context): TemplateResult {
  const one = state.loaded?.files[error.file];
  const header = error.column === null ? '' : (one?.preview.headers[error.column] ?? '');
  const refused = error.effect === 'row' || error.effect === 'file';
  const value = error.value ?? error.cells?.join(' · ') ?? '';
  return html`<tr>
    ${hasSeveralFiles(state) ? html`<td>${one?.file.name ?? ''}</td>` : nothing}
    <th class="row" scope="row">${rowText(error, context)}</th>
    <td>${header}</td>
    <td class="wrap fill">
      ${value === '' ? nothing : html`<span class=${refused ? 'bad' : 'lost'}>${value}</span>`}
    </td>
  </tr>`;
}

function rowText({ row, effect }: RowError, { words, format }: Context): string {
  if (row !== null) return format.number(row);
  return effect === 'file' ? words.wholeFile : '';
}
