/** What happens between two statuses, stage by stage. */
import { ImportResponse, type ImportRowError, readProperties } from '../core/answers.js';
import { changedCell } from '../core/changes.js';
import type { AccountFacts } from '../core/account.js';
import { dateTraits } from '../core/date-traits.js';
import { addDateEvidence, decideDateFormat, noDateEvidence } from '../core/dates.js';
import { ImporterError } from '../core/errors.js';
import { type DateFormat, type ImportRequest, PATHS } from '../core/hubspot.js';
import { type Mapping, setDateFormat, setIdentifier, setProperty } from '../core/mapping.js';
import { mappingProblems } from '../core/mapping-problems.js';
import type { Preview } from '../core/preview.js';
import type { DateEvidence, Tally } from '../core/problems.js';
import {
  decideLineNumbering,
  joinError,
  type LineNumbering,
  type RowError,
  rowsToCompare,
  type Sent,
} from '../core/report.js';
import { needsRewrite, SAME_LINES } from '../core/rewrite.js';
import { buildRequest, sentColumns } from '../core/request.js';
import type { Loaded } from '../core/state.js';
import { suggestMapping } from '../core/suggest.js';
import type { HubSpotClient } from '../client/hubspot.js';
import { readAccountFacts } from '../client/crm.js';
import { readImportErrors } from '../client/track.js';
import type { FileDesk, FileRow } from '../worker/protocol.js';
import type { FlowOptions } from './options.js';
import { planOf, propertiesOf, recipeOf } from './views/columns.js';

/** What the account says; with properties from the page and no endpoint, nothing is asked. */
export async function readFacts(
  hubspot: HubSpotClient,
  options: FlowOptions,
  signal: AbortSignal,
): Promise<AccountFacts> {
  const { client, objectType, properties } = options;
  const given = properties === null ? null : readProperties(properties);
  const canAsk = client.tokenEndpoint !== null || client.endpoint !== null;
  if (!canAsk) return { objectType, labels: null, properties: given, owners: null, failure: null };
  return readAccountFacts(hubspot, objectType, given, signal);
}

/** The mapping as suggested, with the date order that the first rows tell. */
export function firstMapping(preview: Preview, facts: AccountFacts, options: FlowOptions): Mapping {
  const suggested = suggestMapping({
    headers: preview.headers,
    rows: preview.rows,
    objectType: facts.objectType,
    properties: propertiesOf({ facts }),
    operation: options.operation,
    ...(options.preset !== null && { preset: options.preset }),
  });
  if (options.dateFormat !== null) return setDateFormat(suggested, options.dateFormat, 'page');
  return withSampledDates(suggested, preview, facts, options.usualDateFormat);
}

/** A new mapping for a file read anew, or properties asked anew: what the person chose stays where the header stays. */
export function remap(loaded: Loaded, preview: Preview, options: FlowOptions): Mapping {
  const before = loaded.mapping;
  const chosen = before.columns.flatMap(({ header, property, reason }) =>
    reason?.kind === 'person' ? [{ header, property }] : [],
  );
  const suggested = firstMapping(preview, loaded.facts, { ...options, operation: before.operation });
  const mapping = chosen.reduce((current, { header, property }) => {
    const column = preview.headers.indexOf(header);
    return column === -1 ? current : setProperty(current, column, property);
  }, suggested);
  const matched = before.identifierBy === 'person' ? setIdentifier(mapping, before.identifier) : mapping;
  return before.dateFormatBy === 'person' ? setDateFormat(matched, before.dateFormat, 'person') : matched;
}

function withSampledDates(
  mapping: Mapping,
  preview: Preview,
  facts: AccountFacts,
  usual: DateFormat,
): Mapping {
  const plan = planOf({ preview, facts, mapping } as Loaded, Number.POSITIVE_INFINITY);
  const evidence = plan.columns
    .filter(({ kind }) => kind === 'date' || kind === 'datetime')
    .map(({ column }) => {
      const gathered = noDateEvidence();
      for (const cells of preview.rows) {
        const text = (cells[column] ?? '').trim();
        if (text !== '') addDateEvidence(gathered, text, dateTraits(text));
      }
      return gathered;
    });
  return decideDates(mapping, evidence, usual);
}

/** The date order that the whole file tells; the same mapping when nothing changes. */
export function withDateFormat(mapping: Mapping, tally: Tally, usual: DateFormat): Mapping {
  const decided = decideDates(
    mapping,
    tally.columns.flatMap(({ dates }) => dates ?? []),
    usual,
  );
  const isSame = decided.dateFormat === mapping.dateFormat && decided.dateFormatBy === mapping.dateFormatBy;
  return isSame ? mapping : decided;
}

function decideDates(mapping: Mapping, evidence: readonly DateEvidence[], usual: DateFormat): Mapping {
  if (evidence.length === 0) return mapping;
  const { format, ambiguous } = decideDateFormat(evidence);
  if (format !== null) return setDateFormat(mapping, format, 'file');
  return ambiguous
    ? setDateFormat(mapping, usual === 'YEAR_MONTH_DAY' ? 'DAY_MONTH_YEAR' : usual, 'guess')
    : mapping;
}

/** Exactly what would be sent. */
export function requestOf({ mapping, settings, preview, file }: Loaded): ImportRequest {
  return buildRequest(mapping, settings, { fileName: file.name, headers: preview.headers });
}

/** What HubSpot would reject as a whole; null when the import may be sent. */
export function blocker({ mapping, facts, check }: Loaded): ImporterError | null {
  for (const { code, severity, columns, properties } of mappingProblems(
    mapping,
    facts.objectType,
    facts.properties,
  )) {
    if (severity !== 'error') continue;
    if (code === 'mapping-empty') return new ImporterError(code, null);
    if (code === 'mapping-no-identifier') return new ImporterError(code, null);
    if (code === 'mapping-repeated')
      return new ImporterError(code, { property: properties[0] ?? '', columns });
  }
  if (check.phase === 'finished') {
    const { total, empty, leftOut } = check.tally.rows;
    if (total - empty - leftOut === 0) return new ImporterError('file-no-rows', null);
  }
  return null;
}

export function checkFile(
  desk: FileDesk,
  loaded: Loaded,
  maxRows: number,
  signal: AbortSignal,
  onProgress: (progress: { share: number; tally: Tally }) => void,
): Promise<Tally> {
  const text = { file: loaded.file, dialect: loaded.preview.dialect };
  return desk.check(text, planOf(loaded, maxRows), loaded.changes, onProgress, signal);
}

/**
 * The file as it goes out: byte for byte when nothing has to change, else a corrected copy.
 *
 * @param onProgress Told while a copy is written, of the share that is done.
 */
export async function prepareUpload(
  desk: FileDesk,
  loaded: Loaded,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<{ content: Blob; sent: Sent }> {
  const recipe = recipeOf(loaded);
  const columns = sentColumns(loaded.mapping);
  if (!needsRewrite(recipe)) {
    return { content: loaded.file, sent: { columns, lineRows: SAME_LINES, bytes: loaded.file.size } };
  }
  const text = { file: loaded.file, dialect: loaded.preview.dialect };
  const { content, lineRows } = await desk.rewrite(text, recipe, onProgress, signal);
  return { content, sent: { columns, lineRows, bytes: content.size } };
}

export function readImport(
  client: HubSpotClient,
  importId: string,
  signal: AbortSignal,
): Promise<ImportResponse> {
  return client.get(PATHS.import(client.apiVersion, importId), ImportResponse, signal);
}

/** Errors looked at to find out how HubSpot numbers lines. */
const NUMBERING_SAMPLES = 50;

/** What errors are joined to: the file in hand, and how it was sent. */
export interface JoinSource {
  readonly loaded: Loaded | null;
  readonly sent: Sent | null;
  rows(rows: readonly number[]): Promise<readonly FileRow[]>;
}

/** Reads HubSpot's row errors and joins each to the person's row. */
export async function readJoinedErrors(
  client: HubSpotClient,
  importId: string,
  source: JoinSource,
  signal: AbortSignal,
  onPage: (errors: readonly RowError[]) => void,
): Promise<void> {
  let numbering: LineNumbering | null = null;
  await readImportErrors(
    client,
    importId,
    async (page) => {
      numbering ??= await findNumbering(page, source);
      const found = numbering;
      onPage(page.map((error) => joinError(error, source.sent, found)));
    },
    signal,
  );
}

async function findNumbering(page: readonly ImportRowError[], source: JoinSource): Promise<LineNumbering> {
  const { sent, loaded } = source;
  if (sent === null || loaded === null) return 'unknown';
  const samples = page.slice(0, NUMBERING_SAMPLES);
  const rows = await source.rows(rowsToCompare(samples, sent));
  const cells = new Map(rows.map((row) => [row.row, sentCells(row, sent, loaded)]));
  return decideLineNumbering(samples, sent, (row) => cells.get(row) ?? null);
}

/** A row as it was sent: the columns that went out, with the person's corrections. */
const sentCells = ({ row, cells }: FileRow, sent: Sent, { changes }: Loaded): readonly string[] =>
  sent.columns.map((column) => changedCell(changes, row, column, cells[column] ?? ''));
