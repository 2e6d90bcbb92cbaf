import { html, nothing, type TemplateResult } from 'lit';
import type { ImporterError } from '../../core/errors.js';
import {
  NEW_KINDS,
  newPropertyProblem,
  type NewProperty,
  optionsFrom,
  takenNames,
} from '../../core/new-property.js';
import type { Loaded } from '../../core/state.js';
import { choice } from './pieces.js';
import type { Context } from './screen.js';

/** A property that the account lacks, being created for one column. */
export function draftForm(context: Context, loaded: Loaded): TemplateResult | typeof nothing {
  const { words, act, ui, nounOf } = context;
  const { draft } = ui;
  if (draft === null) return nothing;
  const { property, groups, isSent, error } = draft;
  const problem = newPropertyProblem(property, takenNames(loaded.account, property.objectTypeId));
  const submit = (event: Event): void => {
    event.preventDefault();
    act.createProperty();
  };
  const close = (): void => act.showUi({ draft: null });
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  return html`<form
    class="draft"
    novalidate
    aria-label=${words.draftTitle}
    @submit=${submit}
    @keydown=${closeByKey}
  >
    <h4>${words.draftTitle}</h4>
    <p class="muted small">${words.draftIntro(nounOf(property.objectTypeId))}</p>
    <div class="draft-fields">
      ${text(words.draftLabel, property.label, (label) => act.changeDraft({ label }))}
      ${text(words.draftName, property.name, (name) => act.changeDraft({ name }), 'mono')}
      ${choice(
        words.draftKind,
        NEW_KINDS.map((kind) => [kind, words.kinds[kind]] as const),
        property.kind,
        (kind) => act.changeDraft({ kind }),
      )}
      ${
        groups === null || groups.length === 0
          ? nothing
          : choice(
              words.draftGroup,
              groups.map(({ name, label }) => [name, label] as const),
              property.groupName,
              (groupName) => act.changeDraft({ groupName }),
            )
      }
    </div>
    ${property.kind === 'option' || property.kind === 'options' ? optionsField(property, context) : nothing}
    ${problem === null ? nothing : html`<p class="small amber" role="status">${words.draftProblem[problem]}</p>`}
    ${error === null ? nothing : html`<p class="red" role="alert">${refusal(error, context)}</p>`}
    <div class="actions">
      <button class="button small" part="button" type="button" @click=${close}>${words.cancel}</button>
      <button
        class="button small primary"
        part="button primary"
        type="submit"
        ?disabled=${isSent || problem !== null}
      >
        ${isSent ? words.draftSent : words.draftCreate}
      </button>
    </div>
  </form>`;
}

function optionsField({ options, kind }: NewProperty, { words, act }: Context): TemplateResult {
  const change = (event: Event): void =>
    act.changeDraft({
      options: optionsFrom((event.currentTarget as HTMLTextAreaElement).value.split(/\r?\n/), kind),
    });
  return html`<label class="field">
    <span>${words.draftOptions}</span>
    <textarea
      rows=${Math.min(Math.max(options.length + 1, 3), 8)}
      spellcheck="false"
      .value=${options.join('\n')}
      @change=${change}
    ></textarea>
  </label>`;
}

function text(label: string, value: string, onInput: (text: string) => void, kind = ''): TemplateResult {
  return html`<label class="field">
    <span>${label}</span>
    <input
      class="text-input ${kind}"
      autocomplete="off"
      spellcheck="false"
      .value=${value}
      @input=${(event: Event) => onInput((event.currentTarget as HTMLInputElement).value)}
    />
  </label>`;
}

/** HubSpot's own sentence where it has one: nothing but the property was refused. */
export function refusal(error: ImporterError, { words, format }: Context): string {
  const { detail } = error;
  const message = detail !== null && 'message' in detail ? detail.message : null;
  return message === null || message === undefined
    ? words.error[error.code](error, format)
    : words.definitionRefused(message);
}
