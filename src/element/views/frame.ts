import { html, nothing, type TemplateResult } from 'lit';
import type { ImporterError } from '../../core/errors.js';
import { checkedRows, type ImportState, type Loaded } from '../../core/state.js';
import { facts } from '../messages/facts.js';
import type { Button, StartContext, Screen } from './screen.js';

/** The card: header with steps and file, content, footer. It is the same in every status. */
export function frame(
  screen: Screen,
  loaded: Loaded | null,
  state: ImportState,
  context: StartContext,
): TemplateResult {
  const error = 'error' in state ? state.error : null;
  return html`
    <div class="card" part="card" role="group" aria-label=${context.words.widgetLabel}>
      <div class="top" part="header">
        ${steps(screen.step, context)} ${fileFacts(screen, loaded, context)}
      </div>
      <div class="content" part="content" aria-busy=${isBusy(state)}>
        ${error === null ? nothing : errorNotice(error, state, context)} ${waitingNotice(state, context)}
        ${
          screen.heading === ''
            ? nothing
            : html`<div class="title">
                <h2 class="heading" tabindex="-1">${screen.heading}</h2>
                <p class="intro">${screen.intro}</p>
              </div>`
        }
        ${screen.body}
      </div>
      ${footer(screen)}
      <p class="unseen" role="status">${announcement(screen, state, context)}</p>
    </div>
  `;
}

const isBusy = ({ status }: ImportState): boolean => status === 'reading' || status === 'checking';

/** Says where the person is; read out once for each change of its text. */
function announcement(screen: Screen, state: ImportState, context: StartContext): string {
  const { words } = context;
  const step = words.stepOf(screen.step, words.steps[screen.step - 1] ?? '');
  const said = [step, screen.heading, whyWaiting(state, context) ?? ''];
  return said.filter((part) => part !== '').join('. ');
}

/** What holds the import up; null when nothing does. */
function whyWaiting(state: ImportState, { words, waiting, isOffline }: StartContext): string | null {
  const isAtWork =
    ['submitting', 'tracking'].includes(state.status) ||
    ('outcome' in state && state.outcome.errorsRead === 'reading');
  if (isOffline && (waiting !== null || isAtWork)) return words.waitingOffline;
  if (waiting === null) return null;
  const { code } = waiting.error;
  return words.waitingFor[code === 'rate-limited' || code === 'server-failed' ? code : 'other'];
}

function waitingNotice(state: ImportState, context: StartContext): TemplateResult | typeof nothing {
  const { words, format, waiting, isOffline, nowMs, act } = context;
  const why = whyWaiting(state, context);
  if (why === null) return nothing;
  const isCounted = !isOffline && waiting?.untilMs != null;
  const left = isCounted ? words.waitingGoesOn(format.duration((waiting.untilMs ?? nowMs) - nowMs)) : '';
  return html`<div class="notice warn">
    <p>${why} <span class="countdown">${left}</span></p>
    ${
      waiting === null
        ? nothing
        : html`<button class="link" type="button" @click=${() => act.stopWaiting()}>
            ${words.stopWaiting}
          </button>`
    }
  </div>`;
}

function errorNotice(error: ImporterError, state: ImportState, context: StartContext): TemplateResult {
  const { words, format } = context;
  const { detail } = error;
  const reference = detail !== null && 'correlationId' in detail ? detail.correlationId : null;
  const isQuestion = error.code === 'import-repeated' || error.code === 'import-elsewhere';
  return html`<div class="notice ${isQuestion ? 'warn' : 'error'}" role="alert">
    <p>${words.error[error.code](error, format)}</p>
    ${reference !== null ? html`<p class="muted">${words.errorReference(reference)}</p>` : nothing}
    ${errorActions(error, state, context)}
  </div>`;
}

/** What can be done about an error besides what the screen offers anyway. */
function errorActions(
  error: ImporterError,
  { status }: ImportState,
  { words, act, isDisabled }: StartContext,
): TemplateResult | typeof nothing {
  const actions: (readonly [label: string, act: () => void])[] = [];
  if (error.code === 'import-unknown') {
    if (status === 'empty') actions.push([words.lookAgain, () => act.pickUp()]);
    if (!facts(error, 'import-unknown').isListRead) actions.push([words.forgetLost, () => act.forgetLost()]);
  }
  if (error.code === 'import-repeated') {
    const { importId } = facts(error, 'import-repeated');
    actions.push([words.openImport(importId), () => act.openImport(importId)]);
  }
  if (actions.length === 0) return nothing;
  return html`<p class="links start">
    ${actions.map(
      ([label, run]) =>
        html`<button class="link" type="button" ?disabled=${isDisabled} @click=${run}>${label}</button>`,
    )}
  </p>`;
}

function steps(current: number, { words }: StartContext): TemplateResult {
  return html`<ol class="steps" aria-label=${words.stepsLabel}>
    ${words.steps.map((name, index) => {
      const step = index + 1;
      const isDone = step < current;
      return html`<li
        class="step ${isDone ? 'past' : ''}"
        aria-current=${step === current ? 'step' : nothing}
      >
        <span class="dot" aria-hidden="true">${isDone ? '✓' : step}</span>
        <span class="name">${name}</span>
        ${isDone ? html`<span class="unseen">, ${words.stepDone}</span>` : nothing}
      </li>`;
    })}
  </ol>`;
}

function fileFacts(
  screen: Screen,
  loaded: Loaded | null,
  context: StartContext,
): TemplateResult | typeof nothing {
  if (loaded === null || screen.step === 1) return nothing;
  const { words, format } = context;
  const rows = rowsText(loaded, context);
  const names = format.list(loaded.files.map(({ file }) => file.name));
  const bytes = loaded.files.reduce((sum, { file }) => sum + file.size, 0);
  return html`<p class="file" part="file">
    <strong class="name" title=${names}>${names}</strong>
    <span class="muted">${words.fileFacts(format.bytes(bytes), rows)}</span>
    ${
      screen.step === 2
        ? html`<button class="link" type="button" @click=${() => context.act.back()}>
            ${words.changeFile}
          </button>`
        : nothing
    }
  </p>`;
}

/** How many data rows: counted when the file has been read, estimated before that. */
function rowsText(loaded: Loaded, { words, format }: StartContext): string | null {
  const checked = checkedRows(loaded);
  if (checked !== null) return words.rows(checked.total, format);
  const estimated = loaded.files.reduce((sum, { preview }) => sum + preview.estimatedRows, 0);
  if (estimated <= 0) return null;
  const isCounted = loaded.files.every(({ preview }) => preview.complete);
  return isCounted ? words.rows(estimated, format) : words.about(words.rows(roundRows(estimated), format));
}

/** Two digits are all that an estimate is worth. */
function roundRows(rows: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(rows)) - 1);
  return Math.round(rows / unit) * unit;
}

function footer({ back, note, primary, secondary }: Screen): TemplateResult | typeof nothing {
  if (!back && !primary && !secondary && note === undefined) return nothing;
  return html`<div class="bottom" part="footer">
    ${back ? button(back, '') : nothing}
    <p class="note muted">${note ?? ''}</p>
    ${secondary ? button(secondary, '') : nothing} ${primary ? button(primary, 'primary') : nothing}
  </div>`;
}

function button({ label, act, isDisabled }: Button, kind: string): TemplateResult {
  return html`<button
    class="button ${kind}"
    part="button ${kind}"
    type="button"
    ?disabled=${isDisabled ?? false}
    @click=${act}
  >
    ${label}
  </button>`;
}
