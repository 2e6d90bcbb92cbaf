import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { ColumnMatch } from '../../core/mapping.js';
import { isSameTarget, type Target } from '../../core/target.js';
import { type Choice, groupsFor, kindInFull } from './choices.js';
import { isRequired, targetLabel } from './columns.js';
import type { Context, FilePlace } from './screen.js';

/**
 * Chooses what one column becomes: a button, and while it is open a search field with a list below it
 * (the combobox pattern of the ARIA Authoring Practices, focus stays in the field).
 */
export function picker(match: ColumnMatch, place: FilePlace, context: Context): TemplateResult {
  const { words, ui, act } = context;
  const isOpen = ui.picker?.column === match.column;
  const { target } = match;
  const { loaded } = place;
  const label = target === null ? null : targetLabel(target, loaded, context);
  const open = (): void =>
    act.showUi({
      picker: isOpen ? null : { column: match.column, query: '', active: firstActive(match, place, context) },
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
      ${isIdentifier(target, loaded) ? html`<span class="badge">${words.identifierBadge}</span>` : nothing}
      ${isRequired(target, loaded) ? html`<span class="badge">${words.requiredBadge}</span>` : nothing}
      <span class="kind">${target === null ? '' : kindInFull(target, place, context)}</span>
    </button>
    ${isOpen ? list(match, place, context) : nothing}
  </div>`;
}

/** Opening changes nothing: the choice in force is the active one, else the first that was suggested. */
function firstActive(match: ColumnMatch, place: FilePlace, context: Context): number {
  const choices = groupsFor(match, place, '', context).groups.flatMap((group) => group.choices);
  const wanted = match.target ?? match.undecided?.candidates[0] ?? null;
  return Math.max(
    choices.findIndex(({ target, creates }) => creates === undefined && isSameTarget(target, wanted)),
    0,
  );
}

function isIdentifier(target: Target | null, { mapping }: FilePlace['loaded']): boolean {
  if (target?.kind !== 'property') return false;
  const object = mapping.objects.find(({ objectTypeId }) => objectTypeId === target.objectTypeId);
  return object?.identifier === target.property;
}

function list(match: ColumnMatch, place: FilePlace, context: Context): TemplateResult {
  const { words, format, ui, act } = context;
  const { query = '', active = 0 } = ui.picker ?? {};
  const { groups, hidden } = groupsFor(match, place, query, context);
  const choices = groups.flatMap((group) => group.choices);
  const activeIndex = Math.min(active, choices.length - 1);
  const id = (index: number): string => `choice-${match.column}-${index}`;
  const move = (to: number): void => {
    const count = Math.max(choices.length, 1);
    act.showUi({ picker: { column: match.column, query, active: (to + count) % count } });
  };
  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    if (choice.creates !== undefined) act.draftProperty(place.file, match.column, choice.creates);
    else act.setTarget(place.file, match.column, choice.target);
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
                class="choice ${isActive ? 'active' : ''} ${kindOfChoice(choice)}"
                role="option"
                id=${id(index)}
                aria-selected=${isChosen(choice, match)}
                @mousedown=${(event: Event) => event.preventDefault()}
                @click=${() => choose(choice)}
                ${ref(isActive ? scrollIntoSight : ignore)}
              >
                <span class="label">${choice.label}</span><span class="kind">${choice.hint}</span>
              </div>`;
            })}
          </div>`,
      )}
      ${choices.every(({ creates }) => creates !== undefined) ? html`<p class="group-name" role="presentation">${words.searchNone(query)}</p>` : nothing}
      ${
        hidden > 0
          ? html`<p class="group-name" role="presentation">${words.searchMore(hidden, format)}</p>`
          : nothing
      }
    </div>
    <p class="unseen" role="status">
      ${query === '' ? '' : words.searchResults(choices.filter(({ creates }) => creates === undefined).length + hidden, format)}
    </p>
  </div>`;
}

/** Of an undecided column nothing is, not even that it is left out. */
const isChosen = ({ target, creates }: Choice, match: ColumnMatch): boolean =>
  creates === undefined && match.undecided === null && isSameTarget(target, match.target);

const kindOfChoice = ({ target, creates }: Choice): string => {
  if (creates !== undefined) return 'new';
  return target === null ? 'none' : '';
};

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
      if (!popup.isConnected) return; // the list of another column is open already
      const { activeElement } = popup.getRootNode() as ShadowRoot;
      if (picker?.contains(activeElement ?? null) !== true) act.showUi({ picker: null });
    });
  };
}
