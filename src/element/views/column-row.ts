import { html, nothing, type TemplateResult } from 'lit';
import { bothReadings } from '../../core/dates.js';
import type { DateFormat } from '../../core/hubspot.js';
import type { ColumnMatch } from '../../core/mapping.js';
import type { ProblemGroup, Tally } from '../../core/problems.js';
import type { Loaded } from '../../core/state.js';
import { columnOf, propertyByName, propertyLabel } from './columns.js';
import { clip } from './pieces.js';
import { picker } from './picker.js';
import { reasonText } from './reason.js';
import type { Context } from './screen.js';

/** One column: its header and samples, its property, why, and how the whole file fits. */
export function columnRow(match: ColumnMatch, loaded: Loaded, context: Context): TemplateResult {
  const { words } = context;
  const { check } = loaded;
  const tally = check.phase === 'waiting' ? null : check.tally;
  const samples = samplesOf(match.column, loaded);
  return html`<div class="match">
    <div class="source">
      <span class="header" title=${match.header}>${match.header}</span>
      ${headerNote(match.column, loaded, context)}
      <span class="samples" title=${samples.join(' · ')}>
        ${samples.length === 0 ? words.emptyColumn : samples.join(' · ')}
      </span>
    </div>
    <span class="to" aria-hidden="true">→</span>
    ${picker(match, loaded, context)}
    <div class="why">
      ${isDateOpen(match, loaded, tally) ? dateQuestion(match, loaded, tally, context) : why(match, loaded, tally, context)}
    </div>
  </div>`;
}

/** HubSpot finds columns by their headers, so empty and repeated ones get names of their own. */
function headerNote(
  column: number,
  { preview }: Loaded,
  { words }: Context,
): TemplateResult | typeof nothing {
  const raw = preview.rawHeaders[column]?.trim() ?? '';
  if (preview.dialect.headerRow === 0 || raw === preview.headers[column]) return nothing;
  return html`<small class="muted">${raw === '' ? words.unnamedColumn : words.renamedColumn(raw)}</small>`;
}

/** The first different values that are not empty. */
function samplesOf(column: number, { preview }: Loaded): readonly string[] {
  const samples = new Set<string>();
  for (const cells of preview.rows) {
    const text = cells[column]?.trim() ?? '';
    if (text !== '') samples.add(clip(text));
    if (samples.size === 3) break;
  }
  return [...samples];
}

function why(match: ColumnMatch, loaded: Loaded, tally: Tally | null, context: Context): TemplateResult {
  return html`<p>${reasonText(match, loaded, context)}</p>
    ${match.property === null ? offers(match, loaded, context) : html`<p>${fit(match, loaded, tally, context)}</p>`}`;
}

/** What speaks for it, a click away; not what another column has. */
function offers(
  match: ColumnMatch,
  loaded: Loaded,
  { words, act }: Context,
): TemplateResult | typeof nothing {
  const free = (match.undecided?.candidates ?? []).filter((property) => columnOf(loaded, property) === null);
  if (free.length === 0 || !isOpen(match, loaded)) return nothing;
  return html`<p class="offers">
    ${free.map(
      (property) =>
        html`<button class="link" type="button" @click=${() => act.setProperty(match.column, property)}>
          ${words.fixSuggestion(propertyByName(loaded, property)?.label ?? property)}
        </button>`,
    )}
  </p>`;
}

/** How the whole file fits the property, as far as it has been read. */
function fit(match: ColumnMatch, loaded: Loaded, tally: Tally | null, context: Context): TemplateResult {
  const { words, format, act } = context;
  const entry = tally?.columns.find(({ column }) => column === match.column);
  if (tally === null || entry === undefined) return html`<span class="muted">${words.columnChecking}</span>`;
  const problems = tally.problems.filter(({ column }) => column === match.column);
  const label = propertyLabel(loaded, match.column);
  const parts = problems.map((problem) => problemPart(problem, label, context));
  const isFinished = loaded.check.phase === 'finished';
  if (entry.filled === 0)
    return html`<span class="amber">${isFinished ? words.columnAllEmpty : words.columnChecking}</span>`;
  const empties =
    entry.empty > 0
      ? html`<span class="muted">${words.columnEmptyCells(entry.empty, format)}</span>`
      : nothing;
  if (parts.length === 0) {
    return html`<span class="green">${words.columnFits(entry.filled, format)}</span
      >${entry.empty > 0 ? ' · ' : ''}${empties}`;
  }
  const first = problems[0];
  return html`${parts.map((part, index) => html`${index > 0 ? ' · ' : ''}${part}`)}.
  ${
    first === undefined
      ? nothing
      : html`<button class="link" type="button" @click=${() => act.reviewProblem(first)}>
          ${first.code === 'option-unknown' || first.code === 'owner-unknown' ? words.matchValues : words.showWhichRows}
        </button>`
  }`;
}

function problemPart(problem: ProblemGroup, label: string, { words, format }: Context): TemplateResult {
  const colour = { row: 'red', value: 'amber', merge: 'amber', none: 'muted' }[problem.effect];
  const [only] = problem.values;
  const isOneOption = problem.code === 'option-unknown' && problem.values.length === 1 && !problem.moreValues;
  const text =
    isOneOption && only !== undefined
      ? words.oneOption(only.value, label)
      : words.problem[problem.code](problem.count, label, format);
  return html`<span class=${colour}>${text}</span>`;
}

function dateQuestion(
  { column }: ColumnMatch,
  loaded: Loaded,
  tally: Tally | null,
  context: Context,
): TemplateResult {
  const { words, format, act } = context;
  const example = tally?.columns.find((entry) => entry.column === column)?.dates?.example ?? '';
  const readings = bothReadings(example);
  const option = (order: DateFormat, text: string): TemplateResult =>
    html`<button class="link" type="button" @click=${() => act.setDateFormat(order)}>${text}</button>`;
  const { dateFormat } = loaded.mapping;
  return html`<p><strong class="amber">${words.dateQuestion}</strong></p>
    ${
      readings === null
        ? nothing
        : html`<p>
            ${option('DAY_MONTH_YEAR', format.calendarDay(readings.dayFirst))} ${words.dateOr}
            ${option('MONTH_DAY_YEAR', format.calendarDay(readings.monthFirst))}
          </p>`
    }
    ${dateFormat === null ? nothing : html`<p class="muted">${words.dateGuess(words.dateFormat[dateFormat])}</p>`}`;
}

/** A column waits for the person when a guess was refused, when dates read two ways, or when many values do not fit. */
export function needsDecision(match: ColumnMatch, loaded: Loaded, tally: Tally | null): boolean {
  if (match.property === null) return isOpen(match, loaded);
  if (isDateOpen(match, loaded, tally)) return true;
  return (tally?.problems ?? []).some(
    ({ column, code }) => column === match.column && (code === 'option-unknown' || code === 'owner-unknown'),
  );
}

/** Worth asking only while the column holds something, and while something that speaks for it is still to be had. */
function isOpen({ column, undecided }: ColumnMatch, loaded: Loaded): boolean {
  if (undecided === null || undecided.why === 'read-only') return false;
  if (undecided.why === 'taken' && loaded.mapping.columns.some(({ reason }) => reason?.kind === 'person'))
    return true;
  if (samplesOf(column, loaded).length === 0) return false;
  return undecided.candidates.some((property) => columnOf(loaded, property) === null);
}

function isDateOpen({ column }: ColumnMatch, { mapping }: Loaded, tally: Tally | null): boolean {
  const dates = tally?.columns.find((entry) => entry.column === column)?.dates ?? null;
  return dates !== null && dates.either > 0 && mapping.dateFormatBy === 'guess';
}
