import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { findProperty } from '../../core/account.js';
import { suggestFix } from '../../core/fixes.js';
import { optionsFrom } from '../../core/new-property.js';
import { foldValue } from '../../core/words.js';
import type { ColumnRule } from '../../core/plan.js';
import type { ProblemGroup, ProblemValue } from '../../core/problems.js';
import { ruleAt } from './columns.js';
import { refusal } from './draft.js';
import { clip } from './pieces.js';
import { type Context, type FilePlace, problemKey } from './screen.js';

/** Values are cut for showing at this length; a longer one can only be corrected in its row. */
const WHOLE_VALUE_CHARACTERS = 200;

/** What a value can become when there is a list to choose from: the options, or the account's users. */
type Options = readonly (readonly [value: string, label: string])[];

/** More options than this are searched by typing: one list serves every line, where a menu in each would take seconds to draw. */
const MOST_IN_MENU = 40;

/** One line for each different value: what it becomes, in every row that holds it. */
export function valueFixes(problem: ProblemGroup, place: FilePlace, context: Context): TemplateResult {
  const { words, format, act } = context;
  const column = problem.column ?? 0;
  const rule = ruleAt(place, column);
  const options = optionsOf(rule, place);
  const values = problem.values.filter(({ value }) => value.length < WHOLE_VALUE_CHARACTERS);
  const suggestions = suggestionsFor(rule, values, place);
  const many = Object.keys(suggestions).length;
  const listId = options.length > MOST_IN_MENU ? `options-${place.file}-${column}` : null;
  const isList = ({ value }: ProblemValue): boolean => rule?.kind === 'labels' && value.includes(';');
  return html`
    <div class="fix-head">
      <p class="muted">${words.fixTitle}</p>
      ${optionAdder(problem, rule, place, context)}
      ${
        many > 1
          ? html`<button
              class="button small"
              type="button"
              @click=${() => act.changeValues(place.file, column, suggestions)}
            >
              ${words.fixAllSuggestions(many, format)}
            </button>`
          : nothing
      }
    </div>
    <ul class="fixes">
      ${repeat(
        values,
        ({ value }) => value,
        (value) =>
          fixLine(
            value,
            suggestions[value.value] ?? null,
            { options: isList(value) ? [] : options, listId },
            context,
            (changes) => act.changeValues(place.file, column, changes),
          ),
      )}
    </ul>
    ${
      listId === null
        ? nothing
        : html`<datalist id=${listId}>
            ${options.map(([, label]) => html`<option value=${label}></option>`)}
          </datalist>`
    }
    ${problem.moreValues ? html`<p class="muted">${words.fixMoreValues(values.length, format)}</p>` : nothing}
  `;
}

/** Values that are right and only missing in HubSpot become options there, where the person may add them. */
function optionAdder(
  problem: ProblemGroup,
  rule: ColumnRule | null,
  place: FilePlace,
  context: Context,
): TemplateResult | typeof nothing {
  const { words, format, act, ui } = context;
  const { account } = place.loaded;
  if (problem.code !== 'option-unknown' || rule === null || !account.allowances.properties) return nothing;
  const definition = findProperty(account, rule.objectTypeId, rule.property);
  if (definition === null || definition.readOnlyOptions) return nothing;
  const known = new Set(
    definition.options.flatMap(({ label, value }) => [foldValue(label), foldValue(value)]),
  );
  const cells = problem.values.map(({ value }) => value);
  const missing = optionsFrom(cells, rule.kind === 'options' ? 'options' : 'option').filter(
    (value) => value.length < WHOLE_VALUE_CHARACTERS && !known.has(foldValue(value)),
  );
  if (missing.length === 0) return nothing;
  const key = problemKey(place.file, problem);
  const error = ui.optionsError?.key === key ? ui.optionsError.error : null;
  return html`<button
      class="button small"
      type="button"
      title=${missing.slice(0, 20).join(', ')}
      @click=${() => act.addOptions(key, rule.objectTypeId, rule.property, missing)}
    >
      ${words.addOptions(missing.length, definition.label, format)}
    </button>
    ${error === null ? nothing : html`<p class="red" role="alert">${refusal(error, context)}</p>`}`;
}

function suggestionsFor(
  rule: ColumnRule | null,
  values: readonly ProblemValue[],
  { loaded: { mapping, account } }: FilePlace,
): Readonly<Record<string, string>> {
  if (rule === null) return {};
  return Object.fromEntries(
    values.flatMap(({ value }) => {
      const { dateFormat } = mapping;
      const fix = suggestFix(rule, value, { dateFormat, owners: account.owners });
      return fix === null ? [] : [[value, fix]];
    }),
  );
}

/** Several options in one cell cannot be chosen from a list of single ones, so they are typed. */
function optionsOf(rule: ColumnRule | null, { loaded }: FilePlace): Options {
  if (rule?.kind === 'owner') {
    return (loaded.account.owners ?? []).map(({ email, firstName, lastName }) => [
      email,
      `${firstName} ${lastName} (${email})`.trim(),
    ]);
  }
  if (rule?.kind !== 'option' && rule?.kind !== 'labels') return [];
  return rule.options.filter(({ hidden }) => !hidden).map(({ value, label }) => [value, label]);
}

function fixLine(
  { value, count }: ProblemValue,
  suggestion: string | null,
  { options, listId }: { readonly options: Options; readonly listId: string | null },
  { words, format }: Context,
  change: (changes: Readonly<Record<string, string>>) => void,
): TemplateResult {
  const use = (replacement: string): void => change({ [value]: replacement });
  const label = words.fixValueLabel(value);
  const choose = (event: Event): void => {
    const { selectedIndex } = event.currentTarget as HTMLSelectElement;
    if (selectedIndex > 0) use(options[selectedIndex - 2]?.[0] ?? '');
  };
  const type = (event: Event): void => {
    const typed = (event.currentTarget as HTMLInputElement).value.trim();
    if (typed !== '') use(options.find(([, name]) => name === typed)?.[0] ?? typed);
  };
  const isMenu = options.length > 0 && listId === null;
  return html`<li>
    <span class="from">
      <span class="mono">${value === '' ? words.fixEmpty : clip(value)}</span>
      <small class="muted">${words.fixInRows(count, format)}</small>
    </span>
    <span class="to">
      ${
        isMenu
          ? html`<select aria-label=${label} @change=${choose}>
              <option>${words.fixKeep}</option>
              <option>${words.fixClear}</option>
              ${options.map(([, name]) => html`<option>${name}</option>`)}
            </select>`
          : html`<input
              class="text-input"
              aria-label=${label}
              list=${options.length > 0 && listId !== null ? listId : nothing}
              placeholder=${options.length > 0 ? words.fixSearch : words.fixPlaceholder}
              autocomplete="off"
              spellcheck="false"
              @change=${type}
            />`
      }
    </span>
    <span class="offers">
      ${
        suggestion === null
          ? nothing
          : html`<button class="link" type="button" @click=${() => use(suggestion)}>
              ${words.fixSuggestion(options.find(([option]) => option === suggestion)?.[1] ?? suggestion)}
            </button>`
      }
      ${
        isMenu
          ? nothing
          : html`<button class="link quiet" type="button" @click=${() => use('')}>${words.fixClear}</button>`
      }
    </span>
  </li>`;
}
