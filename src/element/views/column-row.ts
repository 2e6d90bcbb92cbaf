import { html, nothing, type TemplateResult } from 'lit';
import { mainObject } from '../../core/common-column.js';
import { bothReadings } from '../../core/dates.js';
import type { DateFormat } from '../../core/hubspot.js';
import type { ColumnMatch } from '../../core/mapping.js';
import { MARKETING_EVENT } from '../../core/objects.js';
import type { ProblemGroup, Tally } from '../../core/problems.js';
import { tallyOf } from '../../core/state.js';
import { columnLabel, columnWith, fileAt, objectTypesIn } from './columns.js';
import { draftForm } from './draft.js';
import { clip } from './pieces.js';
import { picker } from './picker.js';
import { reasonText, targetInFull } from './reason.js';
import type { Context, FilePlace } from './screen.js';

/** One column: its header and samples, what it becomes, why, and how the whole file fits. */
export function columnRow(match: ColumnMatch, place: FilePlace, context: Context): TemplateResult {
  const { words } = context;
  const tally = tallyOf(fileAt(place));
  const samples = samplesOf(match.column, place);
  return html`<div class="match">
    <div class="source">
      <span class="header" title=${match.header}>${match.header}</span>
      ${headerNote(match.column, place, context)}
      <span class="samples" title=${samples.join(' · ')}>
        ${samples.length === 0 ? words.emptyColumn : samples.join(' · ')}
      </span>
    </div>
    <span class="to" aria-hidden="true">→</span>
    ${picker(match, place, context)}
    <div class="why">
      ${
        isDateOpen(match, place, tally)
          ? dateQuestion(match, place, tally, context)
          : why(match, place, tally, context)
      }
    </div>
    ${isDrafted(match, place, context) ? draftForm(context, place.loaded) : nothing}
  </div>`;
}

const isDrafted = ({ column }: ColumnMatch, { file }: FilePlace, { ui: { draft } }: Context): boolean =>
  draft !== null && draft.file === file && draft.column === column;

/** HubSpot finds columns by their headers, so empty and repeated ones get names of their own. */
function headerNote(column: number, place: FilePlace, { words }: Context): TemplateResult | typeof nothing {
  const { preview } = fileAt(place);
  const raw = preview.rawHeaders[column]?.trim() ?? '';
  if (preview.dialect.headerRow === 0 || raw === preview.headers[column]) return nothing;
  return html`<small class="muted">${raw === '' ? words.unnamedColumn : words.renamedColumn(raw)}</small>`;
}

/** The first different values that are not empty. */
function samplesOf(column: number, place: FilePlace): readonly string[] {
  const samples = new Set<string>();
  for (const cells of fileAt(place).preview.rows) {
    const text = cells[column]?.trim() ?? '';
    if (text !== '') samples.add(clip(text));
    if (samples.size === 3) break;
  }
  return [...samples];
}

function why(match: ColumnMatch, place: FilePlace, tally: Tally | null, context: Context): TemplateResult {
  return html`<p>${reasonText(match, place, context)}</p>
    ${
      match.target === null
        ? offers(match, place, context)
        : html`<p>${fit(match, place, tally, context)}</p>`
    }`;
}

/** What speaks for it, a click away; not what another column has. */
function offers(match: ColumnMatch, place: FilePlace, context: Context): TemplateResult | typeof nothing {
  const { words, act } = context;
  const free = (match.undecided?.candidates ?? []).filter((target) => columnWith(place, target) === null);
  const nothingFits = match.undecided === null && match.reason === null;
  if (nothingFits) return creation(match, place, context);
  if (free.length === 0 || !isOpen(match, place)) return nothing;
  return html`<p class="offers">
    ${free.map(
      (target) =>
        html`<button
          class="link"
          type="button"
          @click=${() => act.setTarget(place.file, match.column, target)}
        >
          ${words.fixSuggestion(targetInFull(target, place, context))}
        </button>`,
    )}
  </p>`;
}

/** Where nothing in the account resembles the column: of several objects, a property of the one that most columns are about. */
function creation(match: ColumnMatch, place: FilePlace, context: Context): TemplateResult | typeof nothing {
  const { words, act, nounOf } = context;
  const { mapping, account } = place.loaded;
  const ids = objectTypesIn(place).filter((one) => one !== MARKETING_EVENT);
  const main = mainObject(mapping, place.file);
  const id = ids.find((one) => one === main) ?? ids[0];
  const isEmpty = samplesOf(match.column, place).length === 0;
  if (id === undefined || isEmpty || !account.allowances.properties) return nothing;
  return html`<p class="offers">
    <button class="link" type="button" @click=${() => act.draftProperty(place.file, match.column, id)}>
      ${ids.length > 1 ? words.createPropertyOf(nounOf(id)) : words.createProperty}
    </button>
  </p>`;
}

/** How the whole file fits the target, as far as it has been read. */
function fit(match: ColumnMatch, place: FilePlace, tally: Tally | null, context: Context): TemplateResult {
  const { words, format, act } = context;
  const entry = tally?.columns.find(({ column }) => column === match.column);
  if (tally === null || entry === undefined) return html`<span class="muted">${words.columnChecking}</span>`;
  const problems = tally.problems.filter(({ column }) => column === match.column);
  const label = columnLabel(place, match.column, context);
  const parts = problems.map((problem) => problemPart(problem, label, context));
  const isFinished = fileAt(place).check.phase === 'finished';
  if (entry.filled === 0)
    return html`<span class="amber">${isFinished ? words.columnAllEmpty : words.columnChecking}</span>`;
  const empties =
    entry.empty > 0
      ? html`<span class="muted">${words.columnEmptyCells(entry.empty, format)}</span>`
      : nothing;
  if (parts.length === 0) {
    const owner = match.target?.kind === 'common' ? place.loaded.files[match.target.file] : undefined;
    const good =
      owner === undefined || !isFinished
        ? words.columnFits(entry.filled, format)
        : words.columnFound(entry.filled, owner.file.name, format);
    return html`<span class="green">${good}</span>${entry.empty > 0 ? ' · ' : ''}${empties}`;
  }
  const first = problems[0];
  return html`${parts.map((part, index) => html`${index > 0 ? ' · ' : ''}${part}`)}.
  ${
    first === undefined
      ? nothing
      : html`<button class="link" type="button" @click=${() => act.reviewProblem(place.file, first)}>
          ${MATCHABLE.includes(first.code) ? words.matchValues : words.showWhichRows}
        </button>`
  }`;
}

/** Problems that are settled by matching values to those of a list. */
const MATCHABLE: readonly ProblemGroup['code'][] = ['option-unknown', 'owner-unknown', 'label-unknown'];

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
  { loaded }: FilePlace,
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
export function needsDecision(match: ColumnMatch, place: FilePlace): boolean {
  const tally = tallyOf(fileAt(place));
  if (match.target === null) return isOpen(match, place);
  if (isDateOpen(match, place, tally)) return true;
  return (tally?.problems ?? []).some(
    ({ column, code }) => column === match.column && MATCHABLE.includes(code),
  );
}

/** Worth asking only while the column holds something, and while something that speaks for it is still to be had. */
function isOpen({ column, undecided }: ColumnMatch, place: FilePlace): boolean {
  if (undecided === null || undecided.why === 'read-only') return false;
  const { columns } = place.loaded.mapping.files[place.file] ?? { columns: [] };
  if (undecided.why === 'taken' && columns.some(({ reason }) => reason?.kind === 'person')) return true;
  if (samplesOf(column, place).length === 0) return false;
  return undecided.candidates.some((target) => columnWith(place, target) === null);
}

function isDateOpen({ column }: ColumnMatch, { loaded }: FilePlace, tally: Tally | null): boolean {
  const dates = tally?.columns.find((entry) => entry.column === column)?.dates ?? null;
  return dates !== null && dates.either > 0 && loaded.mapping.dateFormatBy === 'guess';
}
