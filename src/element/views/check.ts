import { html, nothing, type TemplateResult } from 'lit';
import type { ImporterError } from '../../core/errors.js';
import { type ImportRequest, PATHS, RECORD_ID } from '../../core/hubspot.js';
import { buildRequest, sentColumns, toCurl } from '../../core/request.js';
import type { Tally } from '../../core/problems.js';
import { type RewriteReason, rewriteReasons } from '../../core/rewrite.js';
import type { ImportState, Loaded } from '../../core/state.js';
import { propertyByName, recipeOf } from './columns.js';
import { changesBox } from './changes.js';
import { choice, facts, stats } from './pieces.js';
import { problemList } from './problems.js';
import type { Context, Screen } from './screen.js';

/** `ready`: what was found, what will be sent, and the one button. */
export function readyScreen(state: Extract<ImportState, { status: 'ready' }>, context: Context): Screen {
  const { words, format, noun, act } = context;
  const { loaded } = state;
  const { check } = loaded;
  const tally = check.phase === 'waiting' ? null : check.tally;
  const back = { label: words.back, act: () => act.back() };
  if (tally === null) {
    return { step: 3, heading: words.recheckingIntro, intro: '', body: html`${nothing}`, back };
  }
  const { total, refused, repeated, empty, leftOut } = tally.rows;
  const sent = total - empty - leftOut;
  const merged = tally.problems.some(({ effect }) => effect === 'merge') ? repeated : 0;
  const records = Math.max(0, sent - refused - merged);
  const isChecking = check.phase !== 'finished';
  const found = tally.problems.length > 0;
  const changes = changesBox(loaded, context);
  const entries = statEntries(tally, context);
  return {
    step: 3,
    heading: records === 0 ? words.readyTitleNone(noun) : words.readyTitle(records, noun, format),
    intro: isChecking ? words.recheckingIntro : readyIntro(tally, sent, state.error, context),
    // With nothing to look at, what will be sent is all there is to see.
    body: found
      ? html`${stats(entries, context)}
          <div class="columns">
            <div class="section">${problemList(loaded, tally, context)}</div>
            <div class="section">${summary(loaded, tally, 'beside', context)} ${changes}</div>
          </div>`
      : html`${entries.length > 1 ? stats(entries, context) : nothing}
        ${summary(loaded, tally, 'alone', context)} ${changes}`,
    back,
    note: isChecking && check.phase === 'running' ? words.checkingNote(format.percent(check.share)) : '',
    primary: {
      label: words.importRows(sent, format),
      act: () => act.submit(),
      isDisabled: context.isDisabled || isChecking || sent === 0,
    },
  };
}

/** After a lost answer nobody knows whether anything was sent. */
function readyIntro(
  { rows, problems }: Tally,
  sent: number,
  error: ImporterError | null,
  { words, format }: Context,
): string {
  const checked = words.readyIntro(rows.total, sent, format);
  const intro = problems.length === 0 ? `${checked} ${words.noProblems}` : checked;
  return error?.code === 'import-unknown' ? intro : `${intro} ${words.nothingSent}`;
}

/** Each row is in exactly one of these, so they add up to all rows. */
function statEntries(
  { rows }: Tally,
  { words }: Context,
): readonly (readonly [number, (n: number) => string])[] {
  const optional: readonly (readonly [number, (n: number) => string])[] = [
    [rows.losing, words.statLosing],
    [rows.refused, words.statRefused],
    [rows.repeated, words.statRepeated],
    [rows.leftOut, words.statLeftOut],
    [rows.empty, words.statEmpty],
  ];
  return [[rows.clean, words.statClean], ...optional.filter(([count]) => count > 0)];
}

function summary(loaded: Loaded, tally: Tally, place: 'beside' | 'alone', context: Context): TemplateResult {
  const { words, format, noun, act, ui } = context;
  const { mapping, settings, preview, file } = loaded;
  const identifier = mapping.identifier === null ? null : propertyByName(loaded, mapping.identifier);
  const reasons = rewriteReasons(recipeOf(loaded));
  const hasDates = tally.columns.some(({ dates }) => dates !== null);
  const isContacts = mapping.objectTypeId === '0-1';
  return html`<section class="box summary ${place}">
    <h3>${words.sendTitle}</h3>
    <div class="options">
      <label class="field">
        <span>${words.sendName}</span>
        <input
          class="text-input"
          .value=${settings.name}
          required
          maxlength="200"
          @change=${(event: Event) => {
            const input = event.currentTarget as HTMLInputElement;
            if (input.value.trim() === '') input.value = settings.name;
            else act.set({ name: input.value.trim() });
          }}
        />
      </label>
      ${
        isContacts
          ? html`<label class="tick">
                <input
                  type="checkbox"
                  .checked=${settings.createList}
                  @change=${(event: Event) => act.set({ createList: (event.currentTarget as HTMLInputElement).checked })}
                />
                <span>${words.createList}</span>
              </label>
              ${choice(
                words.marketableLabel,
                [
                  ['unset', words.marketableUnset],
                  ['true', words.marketableTrue],
                  ['false', words.marketableFalse],
                ],
                settings.marketable === null ? 'unset' : `${settings.marketable}`,
                (value) => act.set({ marketable: value === 'unset' ? null : value === 'true' }),
              )}`
          : nothing
      }
    </div>
    <div class="options">
      ${facts([
        [words.sendObject, noun.many.replace(/^./, (letter) => letter.toLocaleUpperCase(format.locale))],
        [words.operationLabel, words.operation[mapping.operation]],
        [
          words.identifierLabel,
          mapping.identifier === null
            ? words.identifierNone
            : (identifier?.label ?? identifierName(mapping.identifier, context)),
        ],
        [words.sendColumns, words.sendColumnsOf(sentColumns(mapping).length, preview.headers.length, format)],
        ...(hasDates && mapping.dateFormat !== null
          ? [[words.datesLabel, words.dateFormat[mapping.dateFormat]] as const]
          : []),
        [words.sendFile, reasons.length === 0 ? words.sendFileSame : words.sendFileCorrected],
        ...(reasons.length === 0 ? [[words.sendSize, format.bytes(file.size)] as const] : []),
      ])}
      ${
        reasons.length === 0
          ? nothing
          : html`<p class="muted small">
              ${words.sendCorrectedBecause(format.list(reasons.map((reason: RewriteReason) => words.rewriteReason[reason])))}
            </p>`
      }
    </div>
    <button
      class="link"
      type="button"
      aria-expanded=${ui.isRequestOpen}
      @click=${() => act.showUi({ isRequestOpen: !ui.isRequestOpen })}
    >
      ${ui.isRequestOpen ? words.hideRequest : words.showRequest}
    </button>
    ${ui.isRequestOpen ? requestText(loaded, context) : nothing}
  </section>`;
}

const identifierName = (property: string, { words }: Context): string =>
  property === RECORD_ID ? words.kinds['record-id'] : property;

/** The request as it will be, to read and to copy. */
function requestText(loaded: Loaded, { words, ui, act, endpoint, apiVersion }: Context): TemplateResult {
  const request: ImportRequest = buildRequest(loaded.mapping, loaded.settings, {
    fileName: loaded.file.name,
    headers: loaded.preview.headers,
  });
  const json = JSON.stringify(request, null, 2);
  const curl = toCurl(`${endpoint}${PATHS.imports(apiVersion)}`, request);
  return html`
    <pre class="request" tabindex="0" role="region" aria-label=${words.sendTitle}>${json}</pre>
    <p class="links start">
      <button class="link" type="button" @click=${() => act.copy(json, 'json')}>
        ${ui.copied === 'json' ? words.copied : words.copyJson}
      </button>
      <button class="link" type="button" @click=${() => act.copy(curl, 'curl')}>
        ${ui.copied === 'curl' ? words.copied : words.copyCurl}
      </button>
      <button class="link" type="button" @click=${() => act.downloadContent()}>
        ${words.downloadContent}
      </button>
    </p>
  `;
}
