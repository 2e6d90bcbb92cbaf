import { html, nothing, type TemplateResult } from 'lit';
import type { ImportResponse } from '../../core/answers.js';
import { wordFor } from '../messages/word-for.js';
import type { Recent } from '../ui.js';
import type { Context, Screen } from './screen.js';

/** Counters that say most about an import, in this order, and what they count. */
const COUNTERS = [
  ['CREATED_OBJECTS', 'statCreated'],
  ['UPDATED_OBJECTS', 'statUpdated'],
  ['ERRORS', 'recentErrors'],
] as const;

/** Still `empty`: HubSpot's list of imports, any of which can be opened. */
export function recentScreen(recent: Recent, context: Context): Screen {
  const { words, act } = context;
  const { imports, isReading, error, after } = recent;
  const isOver = !isReading && error === null;
  return {
    step: 1,
    heading: words.recentTitle,
    intro: imports.length === 0 && isOver ? words.recentNone : words.recentIntro,
    body: html`
      ${
        imports.length === 0
          ? nothing
          : html`<ul class="box recent">
              ${imports.map((one) => entry(one, context))}
            </ul>`
      }
      ${isReading ? html`<p class="muted">${words.recentReading}</p>` : nothing}
      ${error === null ? nothing : failure(error, context)}
      ${
        isOver && after !== null
          ? html`<p class="links start">
              <button class="link" type="button" @click=${() => act.readRecent()}>${words.recentMore}</button>
            </p>`
          : nothing
      }
    `,
    back: { label: words.back, act: () => act.showUi({ recent: null }) },
  };
}

function failure(error: NonNullable<Recent['error']>, { words, format, act }: Context): TemplateResult {
  return html`<div class="notice error" role="alert">
    <p>${words.error[error.code](error, format)}</p>
    <button class="link" type="button" @click=${() => act.readRecent()}>${words.readAgain}</button>
  </div>`;
}

function entry(one: ImportResponse, context: Context): TemplateResult {
  const { words, format, act, isDisabled } = context;
  const { id, importName, createdAt, state } = one;
  const name = importName === undefined || importName === '' ? words.recentNameless(id) : importName;
  const facts = [
    wordFor(words.stateName, state) ?? state,
    ...(createdAt === undefined ? [] : [format.moment(createdAt)]),
  ];
  return html`<li>
    <span class="what">
      <strong>${name}</strong>
      <span class="muted">${[...facts, ...counted(one, context)].join(' · ')}</span>
    </span>
    <button
      class="button"
      part="button"
      type="button"
      aria-label=${words.recentOpenLabel(name)}
      ?disabled=${isDisabled}
      @click=${() => act.openImport(id)}
    >
      ${words.recentOpen}
    </button>
  </li>`;
}

const counted = ({ metadata }: ImportResponse, { words, format }: Context): readonly string[] =>
  COUNTERS.flatMap(([name, label]) => {
    const count = metadata.counters[name] ?? 0;
    return count === 0 ? [] : [`${format.number(count)} ${words[label](count)}`];
  });
