import { html, nothing, type TemplateResult } from 'lit';
import { decideDateFormat } from '../../core/dates.js';
import type { DateFormat, Operation } from '../../core/hubspot.js';
import { mappedIdentifiers } from '../../core/mapping.js';
import type { Tally } from '../../core/problems.js';
import type { Loaded } from '../../core/state.js';
import { propertyByName } from './columns.js';
import { choice } from './pieces.js';
import type { Context } from './screen.js';

const OPERATIONS: readonly Operation[] = ['UPSERT', 'CREATE', 'UPDATE'];
const DATE_FORMATS: readonly DateFormat[] = ['DAY_MONTH_YEAR', 'MONTH_DAY_YEAR', 'YEAR_MONTH_DAY'];

/** Operation, identifier and date order, each with what it means. */
export function settingsSection(loaded: Loaded, tally: Tally | null, context: Context): TemplateResult {
  const { words, noun, act } = context;
  const { mapping } = loaded;
  const identifiers = mappedIdentifiers(mapping);
  const columns = tally?.columns.flatMap(({ dates }) => dates ?? []) ?? [];
  const decided = columns.length === 0 ? null : decideDateFormat(columns);
  const identifier = mapping.identifier;
  const label = (name: string): string => propertyByName(loaded, name)?.label ?? name;
  return html`<section class="section">
    <h3>${words.settingsTitle}</h3>
    <div class="box settings">
      <div>
        ${choice(
          words.operationLabel,
          OPERATIONS.map((operation) => [operation, words.operation[operation]] as const),
          mapping.operation,
          (operation) => act.setOperation(operation),
        )}
        <p class="muted small">${words.operationMeans[mapping.operation](noun)}</p>
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
                (name) => act.setIdentifier(name),
              )
        }
        ${
          identifier === null
            ? nothing
            : html`<p class="muted small">${words.identifierMeans(label(identifier), noun)}</p>`
        }
      </div>
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
    </div>
  </section>`;
}
