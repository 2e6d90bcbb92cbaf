import { html, type TemplateResult } from 'lit';
import type { ImportResponse } from '../../core/answers.js';
import { facts } from './pieces.js';
import type { Context } from './screen.js';

/** Lists made, and everything else that HubSpot says of the import, counters that nobody here knows included. */
export function importFacts(
  answer: ImportResponse,
  counters: readonly (readonly [string, number])[],
  { words, format }: Context,
): TemplateResult {
  const { createdAt, updatedAt, importName, metadata } = answer;
  return html`
    ${metadata.objectLists.map(({ listId }) => html`<p class="notice">${words.listMade(listId)}</p>`)}
    <details class="box more">
      <summary>${words.moreNumbers}</summary>
      ${facts([
        ...(importName === undefined ? [] : [[words.importName, importName] as const]),
        ...(createdAt === undefined ? [] : [[words.createdAt, format.moment(createdAt)] as const]),
        ...(updatedAt === undefined ? [] : [[words.updatedAt, format.moment(updatedAt)] as const]),
        ...counters.map(([name, count]) => [words.counterNames[name] ?? name, format.number(count)] as const),
      ])}
    </details>
  `;
}
