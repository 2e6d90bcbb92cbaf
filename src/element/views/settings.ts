import { html, nothing, type TemplateResult } from 'lit';
import { factsOf } from '../../core/account.js';
import type { DateFormat, Operation } from '../../core/hubspot.js';
import { mappedIdentifiers, type ObjectMapping, usedObjects } from '../../core/mapping.js';
import { MARKETING_EVENT } from '../../core/objects.js';
import { type Loaded, tallyOf } from '../../core/state.js';
import { propertyName } from './columns.js';
import { upperFirst } from './files-bar.js';
import { choice } from './pieces.js';
import type { Context } from './screen.js';

const OPERATIONS: readonly Operation[] = ['UPSERT', 'CREATE', 'UPDATE'];
const DATE_FORMATS: readonly DateFormat[] = ['DAY_MONTH_YEAR', 'MONTH_DAY_YEAR', 'YEAR_MONTH_DAY'];

/** Operation and identifier of each object, date order, and what marketing events need, each with what it means. */
export function settingsSection(loaded: Loaded, context: Context): TemplateResult {
  const { words, nounOf, format } = context;
  const used = usedObjects(loaded.mapping);
  const objects = used.length === 0 ? loaded.mapping.objects.slice(0, 1) : used;
  const records = objects.filter(({ objectTypeId }) => objectTypeId !== MARKETING_EVENT);
  // Each has its place whether it is there or not: what a person is typing into must not be drawn anew beside another.
  const common: readonly Field[] = [
    dateField(loaded, context),
    ...(records.length < objects.length ? eventFields(loaded, context) : []),
  ];
  const [only] = records;
  const isOne = only !== undefined && records.length === 1;
  const group = (name: string, fields: readonly Field[]): TemplateResult | typeof nothing =>
    fields.every((field) => field === nothing)
      ? nothing
      : html`<div class="settings" role="group" aria-label=${name}>
          <h4>${name}</h4>
          ${fields}
        </div>`;
  return html`<section class="section">
    <h3>${words.settingsTitle}</h3>
    <div class="box">
      ${
        isOne
          ? html`<div class="settings">${objectFields(only, loaded, context)} ${common}</div>`
          : html`${records.map((object) =>
              group(
                upperFirst(nounOf(object.objectTypeId).many, format.locale),
                objectFields(object, loaded, context),
              ),
            )}
            ${group(words.settingsWhole, common)}`
      }
    </div>
  </section>`;
}

type Field = TemplateResult | typeof nothing;

function objectFields(object: ObjectMapping, loaded: Loaded, context: Context): readonly TemplateResult[] {
  const { words, act, nounOf } = context;
  const { objectTypeId, operation, identifier } = object;
  const noun = nounOf(objectTypeId);
  const identifiers = mappedIdentifiers(loaded.mapping, objectTypeId);
  const label = (name: string): string => propertyName(loaded, objectTypeId, name);
  if (factsOf(loaded.account, objectTypeId)?.objectType.createsOnly === true) {
    return [
      html`<div>
        ${settled(words.operationLabel, words.operation.CREATE)}
        <p class="muted small">${words.createsOnly(noun)}</p>
      </div>`,
    ];
  }
  const how = html`<div>
    ${choice(
      words.operationLabel,
      OPERATIONS.map((one) => [one, words.operation[one]] as const),
      operation,
      (one) => act.setOperation(objectTypeId, one),
    )}
    <p class="muted small">${words.operationMeans[operation](noun)}</p>
  </div>`;
  const by = html`<div>
    ${
      identifiers.length === 0
        ? settled(
            words.identifierLabel,
            operation === 'UPDATE' ? words.identifierMissing : words.identifierNone,
          )
        : choice(
            words.identifierLabel,
            identifiers.map((name) => [name, label(name)] as const),
            identifier ?? identifiers[0] ?? '',
            (name) => act.setIdentifier(objectTypeId, name),
          )
    }
    ${
      identifier === null
        ? nothing
        : html`<p class="muted small">
            ${words.identifierMeans(label(identifier), noun)}
            ${objectTypeId === '0-2' && identifier === 'domain' ? words.domainTrap : nothing}
          </p>`
    }
  </div>`;
  return [how, by];
}

/** Where there is nothing to choose. */
const settled = (label: string, value: string): TemplateResult =>
  html`<p class="field"><span>${label}</span><strong>${value}</strong></p>`;

/** The order of day, month and year, where there are dates. */
function dateField({ files, mapping }: Loaded, { words, act }: Context): Field {
  const evidence = files.flatMap((file) =>
    (tallyOf(file)?.columns ?? []).flatMap(({ dates }) => dates ?? []),
  );
  if (evidence.length === 0) return nothing;
  return html`<div>
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
    <p class="muted small">${words.datesMeans}</p>
  </div>`;
}

/** Which event the contacts took part in, and when times without an offset are. */
function eventFields(loaded: Loaded, context: Context): readonly TemplateResult[] {
  const { words, act } = context;
  const { marketingEventId } = loaded.settings;
  const change = (event: Event): void => {
    const text = (event.currentTarget as HTMLInputElement).value.trim();
    act.set({ marketingEventId: /^\d{1,15}$/.test(text) ? text : null });
  };
  return [
    html`<div class="event">
      <label class="field">
        <span>${words.eventLabel}</span>
        <input
          class="text-input"
          inputmode="numeric"
          autocomplete="off"
          required
          aria-invalid=${marketingEventId === null}
          aria-describedby="event-means"
          .value=${marketingEventId ?? ''}
          @change=${change}
        />
      </label>
      <p class="muted small" id="event-means">
        ${words.eventMeans} ${marketingEventId === null ? words.eventMissing : nothing}
      </p>
    </div>`,
    choiceOfZone(loaded, context),
  ];
}

/** Times without an offset are meant in this zone. */
function choiceOfZone({ settings }: Loaded, { words, act, zone }: Context): TemplateResult {
  const current = settings.timeZone ?? zone;
  const zones = [...new Set([current, ...Intl.supportedValuesOf('timeZone')])];
  return html`<div>
    ${choice(
      words.zoneLabel,
      zones.map((name) => [name, name.replaceAll('_', ' ')] as const),
      current,
      (timeZone) => act.set({ timeZone }),
    )}
    <p class="muted small">${words.zoneMeans}</p>
  </div>`;
}
