import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { bothReadings, decideDateFormat } from '../../core/dates.js';
import type { DateFormat, Operation } from '../../core/hubspot.js';
import { type ColumnMatch, mappedIdentifiers } from '../../core/mapping.js';
import { mappingProblems, type MappingProblem } from '../../core/mapping-problems.js';
import type { ProblemGroup, Tally } from '../../core/problems.js';
import type { ImportState, Loaded } from '../../core/state.js';
import { propertyByName, propertyLabel } from './columns.js';
import { fileSection } from './file.js';
import { choice, clip } from './pieces.js';
import { picker } from './picker.js';
import { reasonText } from './reason.js';
import type { Context, Screen } from './screen.js';

/** `mapping`: columns meet properties. What needs a decision comes first. */
export function mappingScreen(
  { loaded }: Extract<ImportState, { status: 'mapping' }>,
  context: Context,
): Screen {
  const { words, format, noun, act } = context;
  const { mapping, check } = loaded;
  const tally = check.phase === 'waiting' ? null : check.tally;
  const isUndecided = (match: ColumnMatch): boolean => needsDecision(match, loaded, tally);
  const undecided = mapping.columns.filter(isUndecided);
  const matched = mapping.columns.filter((match) => match.property !== null && !isUndecided(match));
  const out = mapping.columns.filter((match) => match.property === null && !isUndecided(match));
  const total = mapping.columns.length;
  const section = (
    title: string,
    matches: readonly ColumnMatch[],
    kind: string,
  ): TemplateResult | typeof nothing =>
    matches.length === 0
      ? nothing
      : html`<section class="section">
          <h3>${title} · ${format.number(matches.length)}</h3>
          <div class="box matches ${kind}">
            ${repeat(
              matches,
              ({ column }) => column,
              (match) => columnRow(match, loaded, tally, context),
            )}
          </div>
        </section>`;
  return {
    step: 2,
    heading: words.mapTitle(noun),
    intro: words.mapIntro(total - undecided.length - out.length, total, undecided.length, out.length, format),
    body: html`
      ${notices(loaded, context)} ${section(words.sectionUndecided, undecided, 'undecided')}
      ${section(words.sectionMatched, matched, '')} ${section(words.sectionOut, out, 'out')}
      ${settings(loaded, tally, context)} ${fileSection(loaded, tally, context)}
    `,
    back: { label: words.back, act: () => act.back() },
    note: checkNote(loaded, context),
    primary: { label: words.review, act: () => act.review(), isDisabled: context.isDisabled },
  };
}

/** A column waits for the person when a guess was refused, when dates read two ways, or when many values do not fit. */
function needsDecision(match: ColumnMatch, loaded: Loaded, tally: Tally | null): boolean {
  if (match.property === null) return match.undecided !== null && match.undecided.why !== 'read-only';
  if (isDateOpen(match, loaded, tally)) return true;
  return (tally?.problems ?? []).some(
    ({ column, code }) => column === match.column && (code === 'option-unknown' || code === 'owner-unknown'),
  );
}

function isDateOpen({ column }: ColumnMatch, { mapping }: Loaded, tally: Tally | null): boolean {
  const dates = tally?.columns.find((entry) => entry.column === column)?.dates ?? null;
  return dates !== null && dates.either > 0 && mapping.dateFormatBy === 'guess';
}

function checkNote({ check }: Loaded, { words, format }: Context): string {
  if (check.phase === 'running') return words.checkingNote(format.percent(check.share));
  return check.phase === 'finished' ? words.checkedNote(check.tally.rows.total, format) : '';
}

function notices(loaded: Loaded, context: Context): TemplateResult | typeof nothing {
  const { words, act } = context;
  const found = mappingProblems(loaded.mapping, loaded.facts.objectType, loaded.facts.properties);
  const unread = loaded.facts.properties === null;
  if (found.length === 0 && !unread) return nothing;
  return html`<div class="notices">
    ${
      unread
        ? html`<div class="notice warn">
            <p>
              ${words.propertiesUnread}
              ${loaded.facts.failure === null ? '' : words.error[loaded.facts.failure.code](loaded.facts.failure, context.format)}
            </p>
            <button class="link" type="button" @click=${() => act.readPropertiesAgain()}>
              ${words.readAgain}
            </button>
          </div>`
        : nothing
    }
    ${found.map(
      (problem) =>
        html`<div class="notice ${problem.severity === 'error' ? 'error' : 'warn'}">
          <p>${problemText(problem, loaded, context)}</p>
        </div>`,
    )}
  </div>`;
}

function problemText(problem: MappingProblem, loaded: Loaded, { words, format, noun }: Context): string {
  const labels = problem.properties.map((name) => propertyByName(loaded, name)?.label ?? name);
  switch (problem.code) {
    case 'mapping-empty':
      return words.mappingProblem['mapping-empty'];
    case 'mapping-repeated':
      return words.mappingProblem['mapping-repeated'](labels[0] ?? '');
    case 'mapping-unknown':
      return words.mappingProblem['mapping-unknown'](labels[0] ?? '');
    case 'mapping-no-identifier':
      return loaded.mapping.operation === 'UPDATE'
        ? words.mappingProblem['mapping-no-identifier-update'](noun)
        : words.mappingProblem['mapping-no-identifier'](noun);
    case 'mapping-required':
      return words.mappingProblem['mapping-required'](format.either(labels));
  }
}

function columnRow(
  match: ColumnMatch,
  loaded: Loaded,
  tally: Tally | null,
  context: Context,
): TemplateResult {
  const { words } = context;
  const samples = samplesOf(match.column, loaded);
  return html`<div class="match">
    <div class="source">
      <span class="header" title=${match.header}>${match.header}</span>
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
    ${match.property === null ? nothing : html`<p>${fit(match, loaded, tally, context)}</p>`}`;
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
  const colour = problem.effect === 'row' ? 'red' : problem.effect === 'none' ? 'muted' : 'amber';
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

const OPERATIONS: readonly Operation[] = ['UPSERT', 'CREATE', 'UPDATE'];
const DATE_FORMATS: readonly DateFormat[] = ['DAY_MONTH_YEAR', 'MONTH_DAY_YEAR', 'YEAR_MONTH_DAY'];

/** Operation, identifier and date order, each with what it means. */
function settings(loaded: Loaded, tally: Tally | null, context: Context): TemplateResult {
  const { words, noun, act } = context;
  const { mapping } = loaded;
  const identifiers = mappedIdentifiers(mapping);
  const columns = tally?.columns.flatMap(({ dates }) => dates ?? []) ?? [];
  const decided = columns.length === 0 ? null : decideDateFormat(columns);
  const identifier = mapping.identifier;
  const label = (name: string): string => propertyByName(loaded, name)?.label ?? name;
  return html`<section class="section">
    <h3>${words.settingsTitle}</h3>
    <div class="box settings">
      <div>
        ${choice(
          words.operationLabel,
          OPERATIONS.map((operation) => [operation, words.operation[operation]] as const),
          mapping.operation,
          (operation) => act.setOperation(operation),
        )}
        <p class="muted small">${words.operationMeans[mapping.operation](noun)}</p>
      </div>
      <div>
        ${
          identifiers.length === 0
            ? html`<p class="field">
                <span>${words.identifierLabel}</span><strong>${words.identifierNone}</strong>
              </p>`
            : choice(
                words.identifierLabel,
                identifiers.map((name) => [name, label(name)] as const),
                identifier ?? identifiers[0] ?? '',
                (name) => act.setIdentifier(name),
              )
        }
        ${
          identifier === null
            ? nothing
            : html`<p class="muted small">${words.identifierMeans(label(identifier), noun)}</p>`
        }
      </div>
      ${
        decided === null
          ? nothing
          : html`<div>
              ${choice(
                words.datesLabel,
                DATE_FORMATS.map((order) => {
                  const name = words.dateFormat[order];
                  const isFromFile = mapping.dateFormatBy === 'file' && mapping.dateFormat === order;
                  return [order, isFromFile ? words.dateFormatDetected(name) : name] as const;
                }),
                mapping.dateFormat ?? 'MONTH_DAY_YEAR',
                (order) => act.setDateFormat(order),
              )}
            </div>`
      }
    </div>
  </section>`;
}
