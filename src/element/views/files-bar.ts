import { html, nothing, type TemplateResult } from 'lit';
import { OBJECT_TYPES } from '../../core/objects.js';
import type { Files } from '../../core/state.js';
import { matchesOf, objectTypesIn } from './columns.js';
import { ACCEPTED } from './drop.js';
import { needsDecision } from './column-row.js';
import type { Context, FilePlace } from './screen.js';

/** Where the arrow keys lead among the tabs. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Names the tab of a file, for the panel below it. */
export const tabId = (file: number): string => `file-${file}`;

/** The files of the import, one shown at a time; nothing where there is one. */
export function fileTabs(place: FilePlace, context: Context): TemplateResult | typeof nothing {
  const { words, act, format } = context;
  const { loaded } = place;
  if (loaded.files.length === 1) return nothing;
  const show = (file: number): void => act.showUi({ file, picker: null });
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const file = (place.file + step + loaded.files.length) % loaded.files.length;
    show(file);
    const tabs = (event.currentTarget as Element).querySelectorAll<HTMLElement>('[role="tab"]');
    tabs[file]?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${words.filesLabel} @keydown=${move}>
    ${loaded.files.map((one, file) => {
      const matches = matchesOf({ loaded, file });
      const open = matches.filter((match) => needsDecision(match, { loaded, file })).length;
      const isShown = file === place.file;
      return html`<button
        class="tab"
        type="button"
        role="tab"
        id=${tabId(file)}
        aria-selected=${isShown}
        tabindex=${isShown ? 0 : -1}
        @click=${() => show(file)}
      >
        ${one.file.name}
        <small class=${open > 0 ? 'amber' : 'muted'}>${words.fileTab(matches.length, open, format)}</small>
      </button>`;
    })}
  </div>`;
}

function adder({ words, act, isDisabled }: Context): TemplateResult {
  const add = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const [first, ...others] = input.files ?? [];
    if (first !== undefined) act.addFiles([first, ...others] satisfies Files);
    input.value = '';
  };
  return html`<label class="link choose">
    ${words.addFile}
    <input type="file" class="unseen" multiple accept=${ACCEPTED} ?disabled=${isDisabled} @change=${add} />
  </label>`;
}

/** Which objects the rows of the file are, and another file or object to add; nothing where there is no choice. */
export function objectsBar(place: FilePlace, context: Context): TemplateResult | typeof nothing {
  const { words, act, nounOf, isOpen, isDisabled, format } = context;
  const { loaded, file } = place;
  const present = objectTypesIn(place);
  const isOneOfSeveral = loaded.files.length > 1;
  if (!isOneOfSeveral && !isOpen && loaded.account.objects.length < 2) return nothing;
  return html`<div class="objects-bar">
    <p class="holds">
      ${
        present.length > 1
          ? html`${words.fileHolds} ${present.map((id) => chip(id))}
              <span class="muted">${words.sameRow}</span>`
          : words.fileHoldsOnly(format.list(present.map((id) => nounOf(id).many)))
      }
    </p>
    ${objectAdder(place, context)} ${adder(context)}
    ${
      isOneOfSeveral
        ? html`<button class="link" type="button" @click=${() => act.removeFile(file)}>
            ${words.removeFile}
          </button>`
        : nothing
    }
    ${objectChoices(place, context)}
  </div>`;

  function chip(id: string): TemplateResult {
    const { many } = nounOf(id);
    return html`<span class="chip">
      ${upperFirst(many, format.locale)}
      <button
        type="button"
        aria-label=${words.removeObject(many)}
        title=${words.removeObject(many)}
        ?disabled=${isDisabled}
        @click=${() => act.removeObjectType(file, id)}
      >
        ×
      </button>
    </span>`;
  }
}

/** Objects that the columns may belong to as well: those the page chose, or all where it leaves that open. */
function addable(place: FilePlace, { isOpen }: Context): readonly string[] {
  const { account } = place.loaded;
  const present = objectTypesIn(place);
  const chosen = account.objects.map(({ objectType }) => objectType.id);
  const others = [
    ...OBJECT_TYPES.map(({ id }) => id),
    ...(account.customObjects ?? []).map(({ objectType }) => objectType.id),
  ];
  return [...new Set([...chosen, ...(isOpen ? others : [])])].filter(
    (id) => !present.includes(id) && !account.switchedOff.includes(id),
  );
}

/** Unfolds the objects that can be added. A list that acts while one moves in it would not do for the keyboard. */
function objectAdder(place: FilePlace, context: Context): TemplateResult | typeof nothing {
  const { words, act, ui, isDisabled } = context;
  if (addable(place, context).length === 0) return nothing;
  return html`<button
    class="link add-object"
    type="button"
    aria-expanded=${ui.isAddingObject}
    ?disabled=${isDisabled}
    @click=${() => act.showUi({ isAddingObject: !ui.isAddingObject })}
  >
    ${words.addObject}
  </button>`;
}

function objectChoices(place: FilePlace, context: Context): TemplateResult | typeof nothing {
  const { words, act, ui, nounOf, isDisabled, format } = context;
  if (!ui.isAddingObject) return nothing;
  return html`<div class="object-choices" role="group" aria-label=${words.addObject}>
    ${addable(place, context).map(
      (id) =>
        html`<button
          class="chip"
          type="button"
          ?disabled=${isDisabled}
          @click=${() => act.addObjectType(place.file, id)}
        >
          ${upperFirst(nounOf(id).many, format.locale)}
        </button>`,
    )}
  </div>`;
}

/** A noun at the beginning of a line. */
export const upperFirst = (text: string, locale: string): string =>
  text.replace(/^./u, (letter) => letter.toLocaleUpperCase(locale));
