import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Context } from './screen.js';

/** Big numbers side by side; those without a meaning here are left out by the caller. */
export function stats(
  entries: readonly (readonly [count: number, label: (n: number) => string])[],
  { format }: Context,
): TemplateResult {
  return html`<dl class="stats">
    ${entries.map(
      ([count, label]) =>
        html`<div class="stat">
          <dt>${label(count)}</dt>
          <dd>${format.number(count)}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Names and values, one a line. */
export function facts(
  entries: readonly (readonly [name: string, value: string | TemplateResult])[],
): TemplateResult {
  return html`<dl class="facts">
    ${entries.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A progress bar with a line below it. Without a share it only says that something is going on. */
export function bar(label: string, share: number | null, left: string, right: string): TemplateResult {
  return html`<div class="bar">
    ${
      share === null
        ? html`<progress aria-label=${label}></progress>`
        : html`<progress aria-label=${label} max="1" .value=${share}></progress>`
    }
    <p><span>${left}</span><span>${right}</span></p>
  </div>`;
}

/** A labelled choice among few. */
export function choice<T extends string>(
  label: string,
  options: readonly (readonly [value: T, label: string])[],
  selected: T,
  onChange: (value: T) => void,
): TemplateResult {
  return html`<label class="field">
    <span>${label}</span>
    <select
      @change=${(event: Event) => {
        const { value } = event.currentTarget as HTMLSelectElement;
        const chosen = options.find(([option]) => option === value);
        if (chosen !== undefined) onChange(chosen[0]);
      }}
    >
      ${options.map(
        ([value, name]) =>
          html`<option value=${value} .selected=${live(value === selected)}>${name}</option>`,
      )}
    </select>
  </label>`;
}

/** A cell for showing in a sentence. */
export const clip = (text: string, characters = 60): string =>
  text.length > characters ? `${text.slice(0, characters - 3)}…` : text;
