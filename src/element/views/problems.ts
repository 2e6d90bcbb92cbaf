import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ProblemGroup } from '../../core/problems.js';
import { type Loaded, tallyOf } from '../../core/state.js';
import { columnLabel, matchesOf } from './columns.js';
import { valueFixes } from './fixes.js';
import { problemRows } from './problem-rows.js';
import { clip } from './pieces.js';
import { type Context, type FilePlace, problemKey } from './screen.js';

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
  'label-unknown',
  'key-unknown',
  'record-id-invalid',
];

/** Problems that HubSpot sees as refused rows, as lost values, or as a surprise: worst first. */
const EFFECT_ORDER: readonly ProblemGroup['effect'][] = ['row', 'value', 'merge', 'none'];

const EFFECT_COLOUR = { row: 'red', value: 'amber', merge: 'amber', none: 'quiet' } as const;

/** A kind of problem, and the file it is in. */
interface Found {
  readonly file: number;
  readonly problem: ProblemGroup;
}

const foundIn = ({ files }: Loaded): readonly Found[] =>
  files.flatMap((one, file) => (tallyOf(one)?.problems ?? []).map((problem) => ({ file, problem })));

/** Whether anything is to be looked at. */
export const hasProblems = (loaded: Loaded): boolean => foundIn(loaded).length > 0;

/** Every kind of problem as a sentence: how many, an example, what HubSpot will do, and what can be done. */
export function problemList(loaded: Loaded, context: Context): TemplateResult {
  const sorted = foundIn(loaded).toSorted(
    ({ problem: a }, { problem: b }) =>
      EFFECT_ORDER.indexOf(shownEffect(a)) - EFFECT_ORDER.indexOf(shownEffect(b)) || b.count - a.count,
  );
  return html`<h3 class="unseen">${context.words.problemsTitle}</h3>
    <ul class="box problems">
      ${repeat(
        sorted,
        ({ file, problem }) => problemKey(file, problem),
        ({ file, problem }) => problemEntry(problem, { loaded, file }, context),
      )}
    </ul>`;
}

/** A row with nothing to import is not sent at all, so HubSpot has nothing to refuse. */
const shownEffect = ({ code, effect }: ProblemGroup): ProblemGroup['effect'] =>
  code === 'row-empty' ? 'none' : effect;

function problemEntry(problem: ProblemGroup, place: FilePlace, context: Context): TemplateResult {
  const { words, format, ui, act } = context;
  const key = problemKey(place.file, problem);
  const isOpen = ui.openProblem === key;
  const label = problem.column === null ? '' : columnLabel(place, problem.column, context);
  const byValue = BY_VALUE.includes(problem.code) && problem.column !== null;
  const open = (): void => {
    act.showUi({ openProblem: isOpen ? null : key });
    if (!isOpen && !byValue) act.showRows(key, place.file, problem.rows);
  };
  const isOptions = /^(option|owner|label)-/.test(problem.code);
  const fix = isOptions ? words.matchValues : words.fixRows(problem.count, format);
  const action = byValue ? fix : words.showRows;
  return html`<li class="problem">
    <span class="mark ${EFFECT_COLOUR[shownEffect(problem)]}" aria-hidden="true"></span>
    <div class="what">
      <h4>${headline(problem, label, context)}</h4>
      ${place.loaded.files.length > 1 ? html`<p>${place.loaded.files[place.file]?.file.name}</p>` : nothing}
      <p>${where(problem, context)} ${effectText(problem, context)}</p>
    </div>
    ${
      context.isDisabled
        ? nothing
        : html`<button class="link act" type="button" aria-expanded=${isOpen} @click=${open}>
            ${isOpen ? words.hideRows : action}<span class="unseen"
              >: ${headline(problem, label, context)}</span
            >
          </button>`
    }
    ${
      isOpen && !context.isDisabled
        ? html`<div class="detail">
            ${byValue ? valueFixes(problem, place, context) : nothing} ${problemRows(problem, place, context)}
          </div>`
        : nothing
    }
  </li>`;

  /** Whose value it is, where a row holds several records. */
  function nounFor({ column }: ProblemGroup): Context['noun'] {
    const target = column === null ? null : (matchesOf(place)[column]?.target ?? null);
    return target === null ? context.noun : context.nounOf(target.objectTypeId);
  }

  function headline(group: ProblemGroup, name: string, { words: w }: Context): string {
    const [only] = group.values;
    const isOne = group.code === 'option-unknown' && group.values.length === 1 && !group.moreValues;
    if (isOne && only !== undefined) return w.oneOption(only.value, name);
    return w.problem[group.code](group.count, name, format);
  }

  function effectText(group: ProblemGroup, { words: w }: Context): string {
    if (group.code === 'row-empty') return w.effectRowEmpty;
    if (group.code === 'quote-unbalanced') return w.effectQuote;
    if (group.code === 'text-unreadable') return w.effectUnreadable;
    if (group.code === 'key-unknown') return w.effectKey;
    return w.effect[group.effect](group.count, nounFor(group));
  }
}

/** `Rows 4 and 7,310, for example bjorn(at)nord.example.` */
function where(problem: ProblemGroup, { words, format }: Context): TemplateResult {
  const shown = problem.rows.slice(0, 3).map((row) => format.number(row));
  const rows = words.rowsList(shown, Math.max(problem.count, problem.rows.length) - shown.length, format);
  const [example] = problem.values;
  if (
    example === undefined ||
    example.value === '' ||
    (problem.values.length === 1 && problem.code === 'option-unknown')
  ) {
    return html`${rows}. `;
  }
  return html`${words.forExample(rows)}<span class="mono">${clip(example.value)}</span>. `;
}
