import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { valueKind } from '../../core/value-kind.js';
import type { Property } from '../../core/hubspot.js';
import { fold } from '../../core/words.js';
import type { ColumnMatch } from '../../core/mapping.js';
import type { Loaded } from '../../core/state.js';
import { columnOf, pickable } from './columns.js';
import type { Context } from './screen.js';

/** One line of the list. */
interface Choice {
  readonly property: string | null;
  readonly label: string;
  readonly hint: string;
}

interface Group {
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** Lines drawn at once; typing narrows the rest. Keeps a list of 1,000 properties quick. */
const MOST_CHOICES = 150;

/**
 * Chooses a property for one column: a button, and while it is open a search field with a list below it
 * (the combobox pattern of the ARIA Authoring Practices, focus stays in the field).
 */
export function picker(match: ColumnMatch, loaded: Loaded, context: Context): TemplateResult {
  const { words, ui, act } = context;
  const isOpen = ui.picker?.column === match.column;
  const chosen = loaded.facts.properties?.find(({ name }) => name === match.property) ?? null;
  const label =
    match.property === null
      ? null
      : (chosen?.label ??
        pickable(loaded).find(({ name }) => name === match.property)?.label ??
        match.property);
  const isIdentifier = match.property !== null && match.property === loaded.mapping.identifier;
  const open = (): void =>
    act.showUi({
      picker: isOpen
        ? null
        : { column: match.column, query: '', active: firstActive(match, loaded, context) },
    });
  return html`<div class="picker">
    <button
      class="pick ${label === null ? 'none' : ''}"
      type="button"
      data-column=${match.column}
      aria-haspopup="listbox"
      aria-expanded=${isOpen}
      ?disabled=${context.isDisabled}
      @click=${open}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' || isOpen) return;
        event.preventDefault();
        open();
      }}
    >
      <span class="unseen">${words.propertyFor(match.header)}:</span>
      <span class="label"
        >${label ?? (match.undecided !== null ? words.chooseProperty : words.dontImport)}</span
      >
      ${isIdentifier ? html`<span class="badge">${words.identifierBadge}</span>` : nothing}
      ${isRequired(match, loaded) ? html`<span class="badge">${words.requiredBadge}</span>` : nothing}
      <span class="kind">${kindOf(match.property, loaded, context)}</span>
    </button>
    ${isOpen ? list(match, loaded, context) : nothing}
  </div>`;
}

/** Needed to create a record, with no other property to stand in for it. */
const isRequired = ({ property }: ColumnMatch, { facts, mapping }: Loaded): boolean =>
  mapping.operation !== 'UPDATE' &&
  facts.objectType.required.some((group) => group.length === 1 && group[0] === property);

/** Opening changes nothing: the choice in force is the active one, else the first that was suggested. */
function firstActive(match: ColumnMatch, loaded: Loaded, context: Context): number {
  const choices = groupsFor(match, loaded, '', context).groups.flatMap((group) => group.choices);
  const wanted = match.property ?? match.undecided?.candidates[0] ?? null;
  return Math.max(
    choices.findIndex(({ property }) => property === wanted),
    0,
  );
}

function kindOf(property: string | null, loaded: Loaded, { words }: Context): string {
  const found = property === null ? undefined : pickable(loaded).find(({ name }) => name === property);
  return found === undefined ? '' : words.kinds[valueKind(found, loaded.mapping.objectTypeId)];
}

function list(match: ColumnMatch, loaded: Loaded, context: Context): TemplateResult {
  const { words, format, ui, act } = context;
  const { query = '', active = 0 } = ui.picker ?? {};
  const { groups, hidden } = groupsFor(match, loaded, query, context);
  const choices = groups.flatMap((group) => group.choices);
  const activeIndex = Math.min(active, choices.length - 1);
  const id = (index: number): string => `choice-${match.column}-${index}`;
  const move = (to: number): void => {
    const count = Math.max(choices.length, 1);
    act.showUi({ picker: { column: match.column, query, active: (to + count) % count } });
  };
  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    act.setProperty(match.column, choice.property);
  };
  const onKey = (event: KeyboardEvent): void => {
    switch (event.key) {
      case 'ArrowDown':
        move(activeIndex + 1);
        break;
      case 'ArrowUp':
        move(activeIndex - 1);
        break;
      case 'PageDown':
        move(Math.min(activeIndex + 8, choices.length - 1));
        break;
      case 'PageUp':
        move(Math.max(activeIndex - 8, 0));
        break;
      case 'Enter':
        choose(choices[activeIndex]);
        break;
      case 'Escape':
        act.showUi({ picker: null });
        focusButton(event);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  let index = -1;
  return html`<div class="popup" @focusout=${closeWhenLeft(context)}>
    <input
      class="text-input"
      role="combobox"
      aria-expanded="true"
      aria-autocomplete="list"
      aria-controls=${`choices-${match.column}`}
      aria-activedescendant=${choices.length === 0 ? nothing : id(activeIndex)}
      aria-label=${words.searchProperties}
      placeholder=${words.searchProperties}
      autocomplete="off"
      spellcheck="false"
      .value=${query}
      @input=${(event: Event) =>
        act.showUi({
          picker: { column: match.column, query: (event.currentTarget as HTMLInputElement).value, active: 0 },
        })}
      @keydown=${onKey}
      ${ref(focusOnce)}
    />
    <div
      class="choices"
      role="listbox"
      tabindex="-1"
      id=${`choices-${match.column}`}
      aria-label=${words.propertyFor(match.header)}
    >
      ${groups.map(
        (group) =>
          html`<div role="group" aria-label=${group.name}>
            ${group.name === '' ? nothing : html`<p class="group-name" role="presentation">${group.name}</p>`}
            ${group.choices.map((choice) => {
              index += 1;
              const isActive = index === activeIndex;
              return html`<div
                class="choice ${isActive ? 'active' : ''} ${choice.property === null ? 'none' : ''}"
                role="option"
                id=${id(index)}
                aria-selected=${choice.property === match.property}
                @mousedown=${(event: Event) => event.preventDefault()}
                @click=${() => choose(choice)}
                ${ref(isActive ? scrollIntoSight : ignore)}
              >
                <span class="label">${choice.label}</span><span class="kind">${choice.hint}</span>
              </div>`;
            })}
          </div>`,
      )}
      ${choices.length === 0 ? html`<p class="group-name" role="presentation">${words.searchNone(query)}</p>` : nothing}
      ${
        hidden > 0
          ? html`<p class="group-name" role="presentation">${words.searchMore(hidden, format)}</p>`
          : nothing
      }
    </div>
    <p class="unseen" role="status">
      ${query === '' ? '' : words.searchResults(choices.length + hidden, format)}
    </p>
  </div>`;
}

/** Leaving out first, then what was suggested, then everything by HubSpot's groups; a search looks at labels and names. */
function groupsFor(
  match: ColumnMatch,
  loaded: Loaded,
  query: string,
  { words }: Context,
): { groups: readonly Group[]; hidden: number } {
  const folded = fold(query).toLowerCase().trim();
  const properties = pickable(loaded);
  const isMatch = ({ label, name }: Property): boolean =>
    searchable(label).includes(folded) || name.includes(folded);
  const found = folded === '' ? properties : properties.filter(isMatch).sort(byStart(folded));
  const shown = found.slice(0, MOST_CHOICES);
  const toChoice = (property: Property): Choice => {
    const used = columnOf(loaded, property.name);
    const kind = words.kinds[valueKind(property, loaded.mapping.objectTypeId)];
    const isTaken = used !== null && used.column !== match.column;
    return {
      property: property.name,
      label: property.label,
      hint: isTaken ? words.usedBy(used.header) : kind,
    };
  };
  const suggested =
    folded === ''
      ? (match.undecided?.candidates ?? []).flatMap((name) => properties.find((p) => p.name === name) ?? [])
      : [];
  const byGroup = new Map<string, Choice[]>();
  for (const property of shown) {
    const name = words.groupNames[property.groupName] ?? (readable(property.groupName) || words.groupOther);
    const choices = byGroup.get(name);
    if (choices === undefined) byGroup.set(name, [toChoice(property)]);
    else choices.push(toChoice(property));
  }
  const out: Choice = { property: null, label: words.dontImport, hint: '' };
  const canName = loaded.facts.properties === null && /^[a-z][a-z0-9_]*$/.test(query);
  const groups: Group[] = [
    ...(folded === '' || match.property !== null ? [{ name: '', choices: folded === '' ? [out] : [] }] : []),
    ...(suggested.length > 0 ? [{ name: words.groupSuggested, choices: suggested.map(toChoice) }] : []),
    ...[...byGroup].map(([name, choices]) => ({ name: folded === '' ? name : '', choices })),
    ...(canName
      ? [{ name: '', choices: [{ property: query, label: words.useAsInternalName(query), hint: '' }] }]
      : []),
  ];
  return { groups: groups.filter(({ choices }) => choices.length > 0), hidden: found.length - shown.length };
}

/** HubSpot's group names are internal ones: `sales_properties` reads better as "Sales properties". */
function readable(groupName: string): string {
  const words = groupName.replace(/_/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const byStart =
  (query: string) =>
  (a: Property, b: Property): number =>
    Number(searchable(b.label).startsWith(query)) - Number(searchable(a.label).startsWith(query));

const searchable = (label: string): string => fold(label).toLowerCase();

const focusOnce = (element?: Element): void => {
  if (!(element instanceof HTMLElement)) return;
  queueMicrotask(() => {
    element.focus({ preventScroll: true });
    element.closest('.popup')?.scrollIntoView({ block: 'nearest' });
  });
};

const scrollIntoSight = (element?: Element): void => element?.scrollIntoView({ block: 'nearest' });
const ignore = (): void => undefined;

function focusButton(event: Event): void {
  const { currentTarget } = event;
  if (currentTarget instanceof Element) currentTarget.closest('.picker')?.querySelector('button')?.focus();
}

function closeWhenLeft({ act }: Context): (event: FocusEvent) => void {
  return (event) => {
    const popup = event.currentTarget as Element;
    const picker = popup.closest('.picker');
    if (event.relatedTarget instanceof Node && picker?.contains(event.relatedTarget)) return;
    // The list is drawn anew while it is used; only a focus that really went elsewhere closes it.
    requestAnimationFrame(() => {
      const { activeElement } = popup.getRootNode() as ShadowRoot;
      if (picker?.contains(activeElement ?? null) !== true) act.showUi({ picker: null });
    });
  };
}
