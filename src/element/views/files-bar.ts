import { html, nothing, type TemplateResult } from 'lit';
import { OBJECT_TYPES } from '../../core/objects.js';
import type { Files } from '../../core/state.js';
import { matchesOf, objectTypesIn } from './columns.js';
import { needsDecision } from './column-row.js';
import type { Context, FilePlace } from './screen.js';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The files of the import, one shown at a time, and a way to add another; nothing where one file is all there can be. */
export function filesBar(place: FilePlace, context: Context): TemplateResult | typeof nothing {
  const { words, act, ui, isOpen } = context;
  const { loaded } = place;
  const isOne = loaded.files.length === 1;
  if (isOne && loaded.account.objects.length < 2 && !isOpen) return nothing;
  if (isOne) return html`<div class="files-bar">${adder(context)}</div>`;
  const show = (file: number): void => act.showUi({ file, picker: null });
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const file = (ui.file + step + loaded.files.length) % loaded.files.length;
    show(file);
    const tabs = (event.currentTarget as Element).querySelectorAll<HTMLElement>('[role="tab"]');
    tabs[file]?.focus();
  };
  return html`<div class="files-bar">
    <div class="tabs" role="tablist" aria-label=${words.filesLabel} @keydown=${move}>
      ${loaded.files.map((one, file) => {
        const open = matchesOf({ loaded, file }).filter((match) =>
          needsDecision(match, { loaded, file }),
        ).length;
        const isShown = file === place.file;
        return html`<button
          class="tab"
          type="button"
          role="tab"
          aria-selected=${isShown}
          tabindex=${isShown ? 0 : -1}
          @click=${() => show(file)}
        >
          <span class="name">${one.file.name}</span>
          <small class="muted"
            >${words.fileTab(matchesOf({ loaded, file }).length, open, context.format)}</small
          >
        </button>`;
      })}
    </div>
    <p class="links">
      <button class="link" type="button" @click=${() => act.removeFile(place.file)}>
        ${words.removeFile(loaded.files[place.file]?.file.name ?? '')}
      </button>
      ${adder(context)}
    </p>
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
    <input
      type="file"
      multiple
      accept=".csv,.tsv,.tab,.txt,text/csv"
      ?disabled=${isDisabled}
      @change=${add}
    />
  </label>`;
}

/** Which objects the rows of the file are, where there is a choice. */
export function objectsBar(place: FilePlace, context: Context): TemplateResult | typeof nothing {
  const { words, act, nounOf, isOpen, format } = context;
  const { loaded, file } = place;
  const present = objectTypesIn(place);
  const known = [
    ...loaded.account.objects.map(({ objectType }) => objectType),
    ...(isOpen
      ? [...OBJECT_TYPES, ...(loaded.account.customObjects ?? []).map(({ objectType }) => objectType)]
      : []),
  ];
  const others = known.filter(
    ({ id }, index) => !present.includes(id) && known.findIndex((other) => other.id === id) === index,
  );
  if (present.length < 2 && others.length === 0) return nothing;
  const nouns = format.list(present.map((id) => nounOf(id).many));
  return html`<div class="objects-bar">
    <p>
      ${words.fileHolds(nouns)}${present.length > 1 ? html` <span class="muted">${words.sameRow}</span>` : nothing}
    </p>
    ${
      others.length === 0
        ? nothing
        : html`<select
            aria-label=${words.addObject}
            .value=${''}
            @change=${(event: Event) => {
              const select = event.currentTarget as HTMLSelectElement;
              if (select.value !== '') act.addObjectType(file, select.value);
              select.value = '';
            }}
          >
            <option value="">${words.addObject}</option>
            ${others.map(({ id }) => html`<option value=${id}>${upperFirst(nounOf(id).many, format.locale)}</option>`)}
          </select>`
    }
  </div>`;
}

/** A noun at the beginning of a line. */
export const upperFirst = (text: string, locale: string): string =>
  text.replace(/^./u, (letter) => letter.toLocaleUpperCase(locale));
