import { html, nothing, type TemplateResult } from 'lit';
import { FINAL_STATES } from '../../core/hubspot.js';
import { bytesOf } from '../../core/parts.js';
import {
  type ImportedPart,
  type ListedPart,
  nextPart,
  numberOf,
  partAfter,
  partsOf,
  remainingParts,
} from '../../core/sequence.js';
import { sequenceProgress } from '../../core/sequence-report.js';
import type { ImportState, Loaded } from '../../core/state.js';
import { bar } from './pieces.js';
import type { Button, Context } from './screen.js';

type OnTheWay = Extract<ImportState, { current: unknown }>;
type Followed = Exclude<OnTheWay, { status: 'submitting' }>;

/** `ready`: that the file goes as several imports, which ones, and what is left of them. */
export function partsOffer(loaded: Loaded, context: Context): TemplateResult | typeof nothing {
  const { words, format, act } = context;
  const parts = partsOf(loaded);
  if (parts.length === 0) return nothing;
  const sent = loaded.imported.length;
  return html`<div class="notice parts-offer">
      <p>${sent > 0 ? words.partsSentBefore(sent, parts.length, format) : reason(loaded, parts, context)}</p>
      ${
        sent > 0
          ? html`<button class="link" type="button" @click=${() => act.sendAllParts()}>
              ${words.partsAll}
            </button>`
          : nothing
      }
      ${remarks(loaded, context)}
    </div>
    ${partsBox(loaded, null, context)}`;
}

/** The limit that the file is over. */
function reason(loaded: Loaded, parts: readonly ListedPart[], { words, format, limits }: Context): string {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  if (rows > limits.rows) return words.partsByRows(rows, limits.rows, parts.length, format);
  const bytes = remainingParts(loaded).reduce((sum, part) => sum + bytesOf(part), 0);
  return words.partsByBytes(format.bytes(bytes), format.bytes(limits.bytes), parts.length, format);
}

function remarks({ mapping, settings }: Loaded, { words }: Context): TemplateResult {
  const hasKeys = mapping.files.some(({ columns }) => columns.some(({ target }) => target?.kind === 'keys'));
  return html`<p class="muted small">
    ${words.partsKeepOpen} ${settings.createList ? words.partsLists : nothing}
    ${hasKeys ? words.partsKeys : nothing}
  </p>`;
}

/** What is in the footer of `ready` where a file goes as several imports. */
export function partsButton(loaded: Loaded, { words, format }: Context): string | null {
  const next = nextPart(loaded);
  if (partsOf(loaded).length === 0) return null;
  if (next === null || loaded.imported.length === 0)
    return words.importParts(remainingParts(loaded).length, format);
  const { number, count } = numberOf(loaded, next);
  return words.nextPart(number, count, format);
}

/** Every part, and what has become of it. */
export function partsBox(
  loaded: Loaded,
  state: OnTheWay | null,
  context: Context,
): TemplateResult | typeof nothing {
  const parts = partsOf(loaded);
  if (parts.length === 0) return nothing;
  return html`<section class="box summary changes">
    <h3>${context.words.partsTitle}</h3>
    <ol>
      ${parts.map((part, index) => entry(part, index + 1, state, context))}
    </ol>
  </section>`;
}

function entry(part: ListedPart, number: number, state: OnTheWay | null, context: Context): TemplateResult {
  const { words, format } = context;
  const { firstRow, lastRow, rows, imported } = part;
  const id = imported?.importId ?? (isCurrent(part, state) && 'import' in state ? state.import.id : null);
  return html`<li>
    <span class="what">
      ${words.partRows(number, format.number(firstRow), format.number(lastRow), format)}
      <span class="muted"
        >${words.rows(rows, format)}${id === null ? nothing : ` · ${words.importNumber(id)}`}</span
      >
    </span>
    <span class="muted state">${words.partState[stateOf(part, imported, state)]}</span>
  </li>`;
}

const isCurrent = (part: ListedPart, state: OnTheWay | null): state is OnTheWay =>
  state?.current?.part.firstRow === part.firstRow;

function stateOf(
  part: ListedPart,
  imported: ImportedPart | null,
  state: OnTheWay | null,
): keyof Context['words']['partState'] {
  if (imported !== null) return 'done';
  if (!isCurrent(part, state)) return 'waiting';
  if (state.status === 'submitting') return 'sending';
  return FINAL_STATES.get(state.import.state) ?? 'working';
}

/** A sentence about the part that is on its way; the sentence itself of a file that goes as one. */
export function ofPart(text: string, { loaded, current }: OnTheWay, { words, format }: Context): string {
  if (current === null || loaded === null) return text;
  const { number, count } = numberOf(loaded, current.part);
  return words.partOf(text, number, count, format);
}

/** `submitting` and `tracking`: how far all parts are, and the way to stop between two. */
export function partsOnTheWay(state: OnTheWay, context: Context): TemplateResult | typeof nothing {
  const { words, format, act } = context;
  const { loaded, current } = state;
  const progress = sequenceProgress(state);
  if (loaded === null || current === null || progress === null) return nothing;
  const isLast = nextPart(loaded, current.part) === null;
  const { done, total } = progress;
  const share = done / Math.max(total, 1);
  return html`<section class="section">
      ${bar(words.partsTitle, share, words.partsDone(done, total, format), format.percent(share))}
      ${
        isLast
          ? nothing
          : html`<p class="muted small">${current.goesOn ? words.partsSending : words.stoppingAfterPart}</p>
              <p class="links start">
                <button class="link" type="button" @click=${() => act.stopAfterPart(current.goesOn)}>
                  ${current.goesOn ? words.stopAfterPart : words.goOnAfterPart}
                </button>
              </p>`
      }
    </section>
    ${partsBox(loaded, state, context)}`;
}

/** After a reload: the file is not at hand, so that nothing goes on by itself. */
export function pickedUpPart({ origin, loaded }: Followed, { words, format }: Context): string {
  const part = origin.kind === 'opened' || loaded !== null ? null : origin.sent.part;
  if (part === null || origin.kind === 'opened') return '';
  return words.pickedUpPart(part.number, part.count, part.fileName, format);
}

/** At the end of a part that others are left of: where it stands. */
export function partsReport(state: Followed, context: Context): TemplateResult | typeof nothing {
  const { words, format } = context;
  const { loaded, current, status } = state;
  if (loaded === null || current === null) return nothing;
  const { number, count } = numberOf(loaded, current.part);
  const isLeft = partAfter(state) !== null;
  const said = status === 'done' ? words.partsStopped : words.partStopped;
  if (status === 'done' && !isLeft) return nothing;
  return html`<p class="notice warn">${said(number, count, format)}</p>`;
}

/** The next part, and the same once more where it failed; the more useful one first. */
export function partsButtons(
  state: Followed,
  { words, format, act, isDisabled }: Context,
): readonly Button[] {
  const { loaded, current, status } = state;
  if (loaded === null || current === null) return [];
  const next = partAfter(state);
  const nextNumber = next === null ? null : numberOf(loaded, next);
  const again: Button = {
    label: words.partAgain(numberOf(loaded, current.part).number, format),
    act: () => act.sendPartAgain(),
    isDisabled,
  };
  const goOn = nextNumber && {
    label: words.nextPart(nextNumber.number, nextNumber.count, format),
    act: () => act.sendNextPart(),
    isDisabled,
  };
  return [...(goOn === null ? [] : [goOn]), ...(status === 'done' ? [] : [again])];
}
