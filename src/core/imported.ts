/** What is known of the files of an import that HubSpot has, whether they are at hand or not. */
import { echoedFileNames, echoedHeaders } from './echoed-request.js';
import type { ImportState } from './state.js';

type Imported = Extract<ImportState, { readonly outcome: unknown }>;

/** The files' names; none when nobody knows. */
export const importedNames = ({ loaded, import: answer }: Imported): readonly string[] =>
  loaded?.files.map(({ file }) => file.name) ?? echoedFileNames(answer) ?? [];

/** The headers of the columns that errors speak of: of the file in hand if it is known how it was sent, else of the one that was sent. */
export const importedHeaders = (
  { loaded, outcome, import: answer }: Imported,
  file: number,
): readonly string[] =>
  (outcome.sent === null ? undefined : loaded?.files[file]?.preview.headers) ?? echoedHeaders(answer, file);
