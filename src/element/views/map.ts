import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ImporterError } from '../../core/errors.js';
import type { ColumnMatch } from '../../core/mapping.js';
import { mappingProblems, type MappingProblem } from '../../core/mapping-problems.js';
import type { ImportState, Loaded } from '../../core/state.js';
import { columnRow, needsDecision } from './column-row.js';
import { propertyByName } from './columns.js';
import { fileSection } from './file.js';
import type { Context, Screen } from './screen.js';
import { settingsSection } from './settings.js';

/** `mapping`: columns meet properties. What needs a decision comes first. */
export function mappingScreen(
  { loaded, error }: Extract<ImportState, { status: 'mapping' }>,
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
  return {
    step: 2,
    heading: words.mapTitle(noun),
    intro: words.mapIntro(total - undecided.length - out.length, total, undecided.length, out.length, format),
    body: html`
      ${notices(loaded, error, context)}
      ${section({ title: words.sectionUndecided, matches: undecided, kind: 'undecided' }, loaded, context)}
      ${section({ title: words.sectionMatched, matches: matched, kind: 'matched' }, loaded, context)}
      ${section({ title: words.sectionOut, matches: out, kind: 'out' }, loaded, context)}
      ${settingsSection(loaded, tally, context)} ${fileSection(loaded, tally, context)}
    `,
    back: { label: words.back, act: () => act.back() },
    note: checkNote(loaded, context),
    primary: { label: words.review, act: () => act.review(), isDisabled: context.isDisabled },
  };
}

interface Section {
  readonly title: string;
  readonly matches: readonly ColumnMatch[];
  readonly kind: 'undecided' | 'matched' | 'out';
}

/** Columns left out are folded away when they are many. */
const MOST_OUT_SHOWN = 6;

function section(
  { title, matches, kind }: Section,
  loaded: Loaded,
  context: Context,
): TemplateResult | typeof nothing {
  if (matches.length === 0) return nothing;
  const heading = html`${title} · ${context.format.number(matches.length)}`;
  const rows = html`<div class="box matches ${kind}">
    ${repeat(
      matches,
      ({ column }) => column,
      (match) => columnRow(match, loaded, context),
    )}
  </div>`;
  if (kind === 'out' && matches.length > MOST_OUT_SHOWN) {
    return html`<details class="section folded">
      <summary>${heading}</summary>
      ${rows}
    </details>`;
  }
  return html`<section class="section">
    <h3>${heading}</h3>
    ${rows}
  </section>`;
}

function checkNote({ check }: Loaded, { words, format }: Context): string {
  if (check.phase === 'running') return words.checkingNote(format.percent(check.share));
  return check.phase === 'finished' ? words.checkedNote(check.tally.rows.total, format) : '';
}

function notices(
  loaded: Loaded,
  error: ImporterError | null,
  context: Context,
): TemplateResult | typeof nothing {
  const { words, act } = context;
  const found = mappingProblems(loaded.mapping, loaded.facts.objectType, loaded.facts.properties).filter(
    ({ code }) => code !== error?.code, // that one is said already
  );
  const unread = loaded.facts.properties === null;
  const { tookOneOfSeveral } = context.ui;
  if (found.length === 0 && !unread && !tookOneOfSeveral) return nothing;
  return html`<div class="notices">
    ${tookOneOfSeveral ? html`<div class="notice"><p>${words.severalFiles}</p></div>` : nothing}
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
