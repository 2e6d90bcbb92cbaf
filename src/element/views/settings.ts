import { html, nothing, type TemplateResult } from 'lit';
import { factsOf } from '../../core/account.js';
import { decideDateFormat } from '../../core/dates.js';
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
  const { words } = context;
  const used = usedObjects(loaded.mapping);
  const objects = used.length === 0 ? loaded.mapping.objects.slice(0, 1) : used;
  const records = objects.filter(({ objectTypeId }) => objectTypeId !== MARKETING_EVENT);
  return html`<section class="section">
    <h3>${words.settingsTitle}</h3>
    <div class="box">
      ${records.map((object) => objectSettings(object, records.length > 1, loaded, context))}
      ${commonSettings(loaded, objects.length > records.length, context)}
    </div>
  </section>`;
}

function objectSettings(
  object: ObjectMapping,
  isOneOfSeveral: boolean,
  loaded: Loaded,
  context: Context,
): TemplateResult {
  const { words, act, nounOf, format } = context;
  const { objectTypeId, operation, identifier } = object;
  const noun = nounOf(objectTypeId);
  const identifiers = mappedIdentifiers(loaded.mapping, objectTypeId);
  const label = (name: string): string => propertyName(loaded, objectTypeId, name);
  const createsOnly = factsOf(loaded.account, objectTypeId)?.objectType.createsOnly ?? false;
  const operations = createsOnly ? (['CREATE'] as const) : OPERATIONS;
  return html`<div class="settings" role="group" aria-label=${upperFirst(noun.many, format.locale)}>
    ${isOneOfSeveral ? html`<h4>${upperFirst(noun.many, format.locale)}</h4>` : nothing}
    <div>
      ${choice(
        words.operationLabel,
        operations.map((one) => [one, words.operation[one]] as const),
        operation,
        (one) => act.setOperation(objectTypeId, one),
      )}
      <p class="muted small">${words.operationMeans[operation](noun)}</p>
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
    </div>
  </div>`;
}

/** What holds for the import as a whole, where it applies. */
function commonSettings(
  loaded: Loaded,
  hasEvents: boolean,
  context: Context,
): TemplateResult | typeof nothing {
  const { words, act } = context;
  const { mapping, settings } = loaded;
  const evidence = loaded.files.flatMap((file) =>
    (tallyOf(file)?.columns ?? []).flatMap(({ dates }) => dates ?? []),
  );
  const decided = evidence.length === 0 ? null : decideDateFormat(evidence);
  if (decided === null && !hasEvents) return nothing;
  return html`<div class="settings">
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
    ${
      hasEvents
        ? html`${textField(
            words.eventLabel,
            settings.marketingEventId ?? '',
            'numeric',
            words.eventMeans,
            (text) => act.set({ marketingEventId: /^\d{1,15}$/.test(text) ? text : null }),
          )}
          ${choiceOfZone(loaded, context)}`
        : nothing
    }
  </div>`;
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

function textField(
  label: string,
  value: string,
  mode: 'numeric' | 'text',
  means: string,
  onChange: (text: string) => void,
): TemplateResult {
  return html`<div>
    <label class="field">
      <span>${label}</span>
      <input
        class="text-input"
        inputmode=${mode}
        autocomplete="off"
        .value=${value}
        @change=${(event: Event) => onChange((event.currentTarget as HTMLInputElement).value.trim())}
      />
    </label>
    <p class="muted small">${means}</p>
  </div>`;
}
