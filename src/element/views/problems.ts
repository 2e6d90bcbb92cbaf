import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { suggestFix } from '../../core/fixes.js';
import type { ColumnRule } from '../../core/plan.js';
import type { ProblemGroup, ProblemValue, Tally } from '../../core/problems.js';
import type { Loaded } from '../../core/state.js';
import { propertyLabel, ruleOf } from './columns.js';
import type { Context } from './screen.js';

/** Problems that are settled by giving another value; the others by looking at the rows. */
const BY_VALUE: readonly ProblemGroup['code'][] = [
  'email-invalid',
  'domain-invalid',
  'url-invalid',
  'phone-invalid',
  'number-invalid',
  'number-too-large',
  'date-invalid',
  'date-out-of-range',
  'boolean-invalid',
  'option-unknown',
  'option-ambiguous',
  'owner-unknown',
  'owner-ambiguous',
  'record-id-invalid',
];

/** Problems that HubSpot sees as refused rows, as lost values, or as a surprise: worst first. */
const EFFECT_ORDER: readonly ProblemGroup['effect'][] = ['row', 'value', 'merge', 'none'];

const EFFECT_COLOUR = { row: 'red', value: 'amber', merge: 'amber', none: 'quiet' } as const;

/** Every kind of problem as a sentence: how many, an example, what HubSpot will do, and what can be done. */
export function problemList(loaded: Loaded, tally: Tally, context: Context): TemplateResult {
  const sorted = [...tally.problems].sort(
    (a, b) => EFFECT_ORDER.indexOf(a.effect) - EFFECT_ORDER.indexOf(b.effect) || b.count - a.count,
  );
  return html`<ul class="box problems">
    ${repeat(sorted, keyOf, (problem) => problemEntry(problem, loaded, context))}
  </ul>`;
}

const keyOf = ({ code, column }: ProblemGroup): string => `${code} ${column ?? ''}`;

function problemEntry(problem: ProblemGroup, loaded: Loaded, context: Context): TemplateResult {
  const { words, format, noun, ui, act } = context;
  const key = keyOf(problem);
  const isOpen = ui.openProblem === key;
  const label = problem.column === null ? '' : propertyLabel(loaded, problem.column);
  const byValue = BY_VALUE.includes(problem.code) && problem.column !== null;
  const open = (): void => {
    act.showUi({ openProblem: isOpen ? null : key });
    if (!isOpen && !byValue) act.showRows(key, problem.rows);
  };
  const isOptions = problem.code === 'option-unknown' || problem.code === 'owner-unknown';
  const action = byValue ? (isOptions ? words.matchValues : words.fixRows(problem.count, format)) : words.showRows;
  return html`<li class="problem">
    <span class="mark ${EFFECT_COLOUR[problem.effect]}" aria-hidden="true"></span>
    <div class="what">
      <h4>${headline(problem, label, context)}</h4>
      <p>
        ${where(problem, context)}
        ${effectText(problem, context)}
      </p>
    </div>
    ${context.isDisabled
      ? nothing
      : html`<button class="link act" type="button" aria-expanded=${isOpen} @click=${open}>
          ${isOpen ? words.hideRows : action}<span class="unseen">: ${headline(problem, label, context)}</span>
        </button>`}
    ${isOpen && !context.isDisabled
      ? html`<div class="detail">
          ${byValue ? valueFixes(problem, loaded, context) : problemRows(problem, key, loaded, context)}
        </div>`
      : nothing}
  </li>`;

  function headline(group: ProblemGroup, name: string, { words: w }: Context): string {
    const [only] = group.values;
    const isOne = group.code === 'option-unknown' && group.values.length === 1 && !group.moreValues;
    if (isOne && only !== undefined) return w.oneOption(only.value, name);
    return w.problem[group.code](group.count, name, format);
  }

  function effectText(group: ProblemGroup, { words: w }: Context): string {
    if (group.code === 'row-empty') return w.effectRowEmpty;
    if (group.code === 'text-unreadable') return w.effectUnreadable;
    return w.effect[group.effect](group.count, noun);
  }
}

/** `Rows 4 and 7,310, for example bjorn(at)nord.example.` */
function where(problem: ProblemGroup, { words, format }: Context): TemplateResult {
  const shown = problem.rows.slice(0, 3).map((row) => format.number(row));
  const rows = words.rowsList(shown, Math.max(problem.count, problem.rows.length) - shown.length, format);
  const [example] = problem.values;
  if (example === undefined || example.value === '' || (problem.values.length === 1 && problem.code === 'option-unknown')) {
    return html`${rows}. `;
  }
  return html`${words.forExample(rows)}<span class="mono">${clip(example.value)}</span>. `;
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** One line for each different value: what it becomes, in every row that holds it. */
function valueFixes(problem: ProblemGroup, loaded: Loaded, context: Context): TemplateResult {
  const { words, format, act } = context;
  const column = problem.column ?? 0;
  const rule = ruleOf(loaded, column);
  const { dateFormat } = loaded.mapping;
  const { owners } = loaded.facts;
  const suggestions = Object.fromEntries(
    problem.values.flatMap(({ value }) => {
      const fix = rule === null ? null : suggestFix(rule, value, { dateFormat, owners });
      return fix === null ? [] : [[value, fix]];
    }),
  );
  const many = Object.keys(suggestions).length;
  return html`
    <div class="fix-head">
      <p class="muted">${words.fixTitle}</p>
      ${many > 1
        ? html`<button class="button small" type="button" @click=${() => act.changeValues(column, suggestions)}>
            ${words.fixAllSuggestions(many, format)}
          </button>`
        : nothing}
    </div>
    <ul class="fixes">
      ${repeat(
        problem.values,
        ({ value }) => value,
        (value) => fixLine(value, suggestions[value.value] ?? null, rule, column, context),
      )}
    </ul>
    ${problem.moreValues ? html`<p class="muted">${words.fixMoreValues(problem.values.length, format)}</p>` : nothing}
  `;
}

function fixLine(
  { value, count }: ProblemValue,
  suggestion: string | null,
  rule: ColumnRule | null,
  column: number,
  { words, format, act }: Context,
): TemplateResult {
  const use = (replacement: string): void => act.changeValues(column, { [value]: replacement });
  const hasOptions = rule !== null && (rule.kind === 'option' || rule.kind === 'options') && rule.options.length > 0;
  return html`<li>
    <span class="from"><span class="mono">${value === '' ? words.fixEmpty : clip(value)}</span>
      <small class="muted">${words.fixInRows(count, format)}</small></span>
    <span class="to">
      ${hasOptions
        ? html`<select
            aria-label=${words.fixValueLabel(value)}
            @change=${(event: Event) => {
              const chosen = (event.currentTarget as HTMLSelectElement).value;
              if (chosen !== '-') use(chosen === '' ? '' : chosen.slice(1));
            }}
          >
            <option value="-">${words.fixKeep}</option>
            <option value="">${words.fixClear}</option>
            ${rule.options
              .filter(({ hidden }) => !hidden)
              .map((option) => html`<option value=${`=${option.value}`}>${option.label}</option>`)}
          </select>`
        : html`<input
            class="text-input"
            aria-label=${words.fixValueLabel(value)}
            placeholder=${words.fixPlaceholder}
            autocomplete="off"
            spellcheck="false"
            @change=${(event: Event) => {
              const typed = (event.currentTarget as HTMLInputElement).value;
              if (typed.trim() !== '') use(typed.trim());
            }}
          />`}
    </span>
    <span class="offers">
      ${suggestion === null
        ? nothing
        : html`<button class="link" type="button" @click=${() => use(suggestion)}>
            ${words.fixSuggestion(rule?.options.find((option) => option.value === suggestion)?.label ?? suggestion)}
          </button>`}
      ${hasOptions
        ? nothing
        : html`<button class="link quiet" type="button" @click=${() => use('')}>${words.fixClear}</button>`}
    </span>
  </li>`;
}

/** The rows themselves, with the cells that are meant marked; each can be corrected or left out. */
function problemRows(problem: ProblemGroup, key: string, loaded: Loaded, context: Context): TemplateResult {
  const { words, format, ui, act } = context;
  const rows = ui.shownRows?.key === key ? ui.shownRows.rows : null;
  if (rows === null) return html`<p class="muted">${words.columnChecking}</p>`;
  const columns = loaded.mapping.columns.filter(({ property }) => property !== null).map(({ column }) => column);
  const leftOut = new Set(loaded.changes.leftOut);
  const canLeaveOut = problem.effect !== 'none' || problem.code === 'row-too-short';
  return html`
    <div class="box scroll" tabindex="0" role="region" aria-label=${words.problem[problem.code](problem.count, '', format)}>
      <table>
        <thead>
          <tr>
            <th class="row" scope="col">${words.rowNumber}</th>
            ${columns.map((column) => html`<th scope="col">${loaded.preview.headers[column]}</th>`)}
            ${canLeaveOut ? html`<th scope="col"><span class="unseen">${words.leaveOutRow}</span></th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ row, cells }) => html`<tr>
              <th class="row" scope="row">${format.number(row)}</th>
              ${columns.map((column) => {
                const text = loaded.changes.cells[row]?.[column] ?? cells[column] ?? '';
                if (column !== problem.column) return html`<td title=${text}>${text}</td>`;
                return html`<td class=${problem.effect === 'row' ? 'bad' : 'lost'}>
                  <input
                    class="cell"
                    .value=${text}
                    aria-label=${words.cellLabel(loaded.preview.headers[column] ?? '', format.number(row))}
                    autocomplete="off"
                    spellcheck="false"
                    @change=${(event: Event) => {
                      const typed = (event.currentTarget as HTMLInputElement).value;
                      act.changeCell(row, column, typed === (cells[column] ?? '') ? null : typed);
                    }}
                  />
                </td>`;
              })}
              ${canLeaveOut
                ? html`<td>
                    <button
                      class="link"
                      type="button"
                      aria-label=${`${leftOut.has(row) ? words.takeBack : words.leaveOutRow}: ${words.rowNumber} ${format.number(row)}`}
                      @click=${() => act.leaveOut([row], !leftOut.has(row))}
                    >
                      ${leftOut.has(row) ? words.takeBack : words.leaveOutRow}
                    </button>
                  </td>`
                : nothing}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${problem.count > rows.length
      ? html`<p class="muted">${words.rowsShown(rows.length, problem.count, format)}</p>`
      : nothing}
  `;
}
