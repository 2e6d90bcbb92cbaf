import { html, nothing, type TemplateResult } from 'lit';
import { RECORD_ID } from '../../core/hubspot.js';
import { type ObjectMapping, usedObjects } from '../../core/mapping.js';
import { MARKETING_EVENT } from '../../core/objects.js';
import { type CopyReason, copyReasons, requestOf } from '../../core/outgoing.js';
import { pathsOf } from '../../core/paths.js';
import { readableJson, sentColumns, toCurl } from '../../core/request.js';
import { type Loaded, tallyOf } from '../../core/state.js';
import { propertyName } from './columns.js';
import { upperFirst } from './files-bar.js';
import { choice, facts } from './pieces.js';
import type { Context } from './screen.js';

type Fact = readonly [name: string, value: string];

/** What will be sent, and the options that hold for the import as a whole. */
export function summary(loaded: Loaded, place: 'beside' | 'alone', context: Context): TemplateResult {
  const { words, act, ui } = context;
  const used = usedObjects(loaded.mapping);
  const reasonsOf = loaded.files.map((_, file) => copyReasons(loaded, file));
  const reasons = [...new Set(reasonsOf.flat())];
  return html`<section class="box summary ${place}">
    <h3>${words.sendTitle}</h3>
    <div class="options">
      ${nameField(loaded, context)}
      ${used.some(({ objectTypeId }) => objectTypeId === '0-1') ? contactOptions(loaded, context) : nothing}
    </div>
    <div class="options">
      ${facts([
        ...used.flatMap((object) => objectFacts(object, used.length > 1, loaded, context)),
        ...fileFacts(
          loaded,
          reasonsOf.map(({ length }) => length === 0),
          context,
        ),
      ])}
      ${reasons.length === 0 ? nothing : html`<p class="muted small">${becauseOf(reasons, context)}</p>`}
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

/** Why a copy is sent. */
function becauseOf(reasons: readonly CopyReason[], { words, format }: Context): string {
  const changed = reasons.filter((reason) => reason !== 'workbook');
  if (changed.length === 0) return words.sendCsvBecause;
  return words.sendCorrectedBecause(format.list(changed.map((reason) => words.copyReason[reason])));
}

function nameField({ settings }: Loaded, { words, act }: Context): TemplateResult {
  const change = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    if (input.value.trim() === '') input.value = settings.name;
    else act.set({ name: input.value.trim() });
  };
  return html`<div>
    <label class="field">
      <span>${words.sendName}</span>
      <input class="text-input" .value=${settings.name} required maxlength="200" @change=${change} />
    </label>
    <p class="means muted small">${words.sendNameMeans}</p>
  </div>`;
}

/** What the backend lets the person do about contacts. */
function contactOptions(
  { settings, account: { allowances } }: Loaded,
  { words, act }: Context,
): TemplateResult {
  const list = html`<div>
    <label class="tick">
      <input
        type="checkbox"
        .checked=${settings.createList}
        @change=${(event: Event) =>
          act.set({ createList: (event.currentTarget as HTMLInputElement).checked })}
      />
      <span>${words.createList}</span>
    </label>
    <p class="means muted small">${words.createListMeans}</p>
  </div>`;
  const status = settings.marketable === null ? 'unset' : (`${settings.marketable}` as const);
  const marketing = html`<div>
    ${choice(
      words.marketableLabel,
      [
        ['unset', words.marketableUnset],
        ['true', words.marketableTrue],
        ['false', words.marketableFalse],
      ],
      status,
      (value) => act.set({ marketable: value === 'unset' ? null : value === 'true' }),
    )}
    <p class="means muted small">${words.marketableMeans[status]}</p>
  </div>`;
  return html`${allowances.lists ? list : nothing} ${allowances.marketing ? marketing : nothing}`;
}

/** How the records of one object are written; of several each in one line. */
function objectFacts(
  { objectTypeId, operation, identifier }: ObjectMapping,
  isOneOfSeveral: boolean,
  loaded: Loaded,
  { words, format, nounOf }: Context,
): readonly Fact[] {
  const name = upperFirst(nounOf(objectTypeId).many, format.locale);
  const known =
    identifier === null ? words.identifierNone : identifierName(loaded, objectTypeId, identifier, words);
  if (!isOneOfSeveral)
    return [
      [words.sendObject, name],
      [words.operationLabel, words.operation[operation]],
      [words.identifierLabel, known],
    ];
  const isEvent = objectTypeId === MARKETING_EVENT;
  const by = isEvent || identifier === null ? '' : ` · ${known}`;
  return [[name, `${words.operation[operation]}${by}`]];
}

function identifierName(
  loaded: Loaded,
  objectTypeId: string,
  identifier: string,
  words: Context['words'],
): string {
  const label = propertyName(loaded, objectTypeId, identifier);
  return identifier === RECORD_ID && label === RECORD_ID ? words.kinds['record-id'] : label;
}

/** @param isSame for each file whether it is sent as it is */
function fileFacts(loaded: Loaded, isSame: readonly boolean[], { words, format }: Context): readonly Fact[] {
  const { mapping, files, settings } = loaded;
  const sent = files.reduce((sum, _, file) => sum + sentColumns(mapping, file).length, 0);
  const columns = files.reduce((sum, { preview }) => sum + preview.headers.length, 0);
  const hasDates = files.some((file) => tallyOf(file)?.columns.some(({ dates }) => dates !== null));
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  return [
    [words.sendColumns, words.sendColumnsOf(sent, columns, format)],
    ...(hasDates && mapping.dateFormat !== null
      ? [[words.datesLabel, words.dateFormat[mapping.dateFormat]] as const]
      : []),
    ...(settings.marketingEventId === null ? [] : [[words.eventLabel, settings.marketingEventId] as const]),
    ...files.map(
      ({ file: { name }, workbook }, file) =>
        [
          files.length > 1 ? name : words.sendFile,
          sentAs(isSame[file] === true, workbook !== null, words),
        ] as const,
    ),
    ...joins(loaded).map((join) => [words.sendJoined, words.sendJoinedBy(...join)] as const),
    ...(isSame.every(Boolean) ? [[words.sendSize, format.bytes(bytes)] as const] : []),
  ];
}

function sentAs(isSame: boolean, isWorkbook: boolean, words: Context['words']): string {
  if (isSame) return words.sendFileSame;
  return isWorkbook ? words.sendFileCsv : words.sendFileCorrected;
}

/** By which column each file is joined to another: header, file, and the other file. */
function joins({ mapping, files }: Loaded): readonly (readonly [string, string, string])[] {
  const nameOf = (file: number): string => files[file]?.file.name ?? '';
  return mapping.files.flatMap(({ columns }, file) =>
    columns.flatMap(({ header, target }) =>
      target?.kind === 'common' ? [[header, nameOf(file), nameOf(target.file)] as const] : [],
    ),
  );
}

/** The request as it will be, to read and to copy. */
function requestText(loaded: Loaded, context: Context): TemplateResult {
  const { words, ui, act, endpoint, apiVersion, zone } = context;
  const request = requestOf(loaded, { zone, numbered: words.numbered });
  const json = readableJson(request, 2);
  const curl = toCurl(`${endpoint}${pathsOf(apiVersion).imports}`, request);
  return html`
    <pre class="request" tabindex="0" role="region" aria-label=${words.sendTitle}>${json}</pre>
    <p class="links start">
      <button class="link" type="button" @click=${() => act.copy(json, 'json')}>
        ${ui.copied === 'json' ? words.copied : words.copyJson}
      </button>
      <button class="link" type="button" @click=${() => act.copy(curl, 'curl')}>
        ${ui.copied === 'curl' ? words.copied : words.copyCurl}
      </button>
      ${request.files.map(
        ({ fileName }, file) =>
          html`<button class="link" type="button" @click=${() => act.downloadContent(file)}>
            ${request.files.length === 1 ? words.downloadContent : words.downloadContentOf(fileName)}
          </button>`,
      )}
    </p>
  `;
}
