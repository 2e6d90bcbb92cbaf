import { html, type TemplateResult } from 'lit';
import type { ImportResponse } from '../../core/answers.js';
import { wordFor } from '../messages/word-for.js';
import { facts } from './pieces.js';
import { upperFirst } from './files-bar.js';
import type { Context } from './screen.js';

/** Lists made, and everything else that HubSpot says of the import, counters that nobody here knows included. */
export function importFacts(
  answer: ImportResponse,
  counters: readonly (readonly [string, number])[],
  context: Context,
): TemplateResult {
  const { words, format } = context;
  const { metadata } = answer;
  return html`
    ${metadata.objectLists.map(({ listId }) => html`<p class="notice">${words.listMade(listId)}</p>`)}
    <details class="box more">
      <summary>${words.moreNumbers}</summary>
      ${facts([
        ...originFacts(answer, context),
        ...counters.map(
          ([name, count]) => [wordFor(words.counterNames, name) ?? name, format.number(count)] as const,
        ),
      ])}
    </details>
  `;
}

/** Where the import comes from and what it is about; only what HubSpot says. */
function originFacts(
  answer: ImportResponse,
  { words, format, nounOf }: Context,
): readonly (readonly [name: string, value: string])[] {
  const { createdAt, updatedAt, importName, importSource, importTemplate, mappedObjectTypeIds } = answer;
  const { fileIds } = answer.metadata;
  const objects = (mappedObjectTypeIds ?? []).map((id) => upperFirst(nounOf(id).many, format.locale));
  const template = [importTemplate?.templateType, importTemplate?.templateId].filter(
    (part) => part !== undefined,
  );
  const said: readonly (readonly [string, string | undefined])[] = [
    [words.importName, importName],
    [words.importObjects, objects.length === 0 ? undefined : format.list(objects)],
    [words.createdAt, createdAt === undefined ? undefined : format.moment(createdAt)],
    [words.updatedAt, updatedAt === undefined ? undefined : format.moment(updatedAt)],
    [
      words.importSource,
      importSource === undefined ? undefined : (words.importSources[importSource] ?? importSource),
    ],
    [words.importTemplate, template.length === 0 ? undefined : template.join(' ')],
    [words.importOptOut, answer.optOutImport === true ? words.yes : undefined],
    [words.importFileIds, fileIds.length === 0 ? undefined : fileIds.join(', ')],
  ];
  return said.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}
