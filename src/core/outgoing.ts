/** What goes out: the request, and how each file has to change for it. */
import { ImporterError } from './errors.js';
import type { Part } from './parts.js';
import type { ImportRequest } from './import-request.js';
import type { ColumnMatch } from './mapping.js';
import { mappingProblems } from './mapping-problems.js';
import { buildRequest, isWorkbookName, type RequestSource, sentColumns, sentHeaders } from './request.js';
import { type RewriteReason, rewriteReasons, type RewriteRecipe } from './rewrite.js';
import { nextPart, numberOf } from './sequence.js';
import { checkedRows, type Loaded } from './state.js';

/** What is not in the files: both are the browser's, or the language's. */
export interface Wording {
  /** For event times. */
  readonly zone: string;
  /** The name of one of several: `contacts (1 of 3)`. */
  numbered(name: string, number: number, count: number): string;
}

/**
 * Exactly what would be sent.
 *
 * @param part of a file that goes as several imports; the first one that is still to be sent when it is not given
 */
export function requestOf(
  loaded: Loaded,
  { zone, numbered }: Wording,
  part: Part | null = nextPart(loaded),
): ImportRequest {
  const { mapping, settings, files } = loaded;
  const nameOf = (name: string): string => {
    if (part === null) return name;
    const { number, count } = numberOf(loaded, part);
    return numbered(name, number, count);
  };
  const sources = files.map(({ file: { name }, preview }, file): RequestSource => {
    const dot = name.lastIndexOf('.');
    const base = dot > 0 ? name.slice(0, dot) : name;
    const fileFormat = goesAsWorkbook(loaded, file, part) ? 'SPREADSHEET' : 'CSV';
    return { fileName: `${nameOf(base)}${name.slice(base.length)}`, fileFormat, headers: preview.headers };
  });
  return buildRequest(mapping, { ...settings, name: nameOf(settings.name) }, sources, zone);
}

/** What HubSpot would reject as a whole; null when the import may be sent. */
export function blocker(loaded: Loaded): ImporterError | null {
  const { mapping, account, settings } = loaded;
  for (const { code, severity, columns, properties } of mappingProblems(mapping, account, settings)) {
    if (severity !== 'error') continue;
    switch (code) {
      case 'mapping-repeated':
        return new ImporterError(code, { property: properties[0] ?? '', columns });
      case 'mapping-empty':
      case 'mapping-no-identifier':
      case 'mapping-no-event':
      case 'mapping-common-key':
        return new ImporterError(code, null);
      default:
    }
  }
  const rows = checkedRows(loaded);
  const hasNothing = rows !== null && rows.total - rows.empty - rows.leftOut === 0;
  return hasNothing ? new ImporterError('file-no-rows', null) : null;
}

/**
 * Whether nothing is left to decide: every column is matched or left out on purpose, the order of dates is no guess, and
 * nothing is wrong with the mapping as a whole.
 */
export function isSure({ mapping, account, settings }: Loaded): boolean {
  const isDecided = ({ reason, undecided }: ColumnMatch): boolean =>
    reason !== null || undecided?.why === 'read-only';
  return (
    mapping.files.every(({ columns }) => columns.every(isDecided)) &&
    mapping.dateFormatBy !== 'guess' &&
    account.objects.every(({ failure }) => failure === null) &&
    mappingProblems(mapping, account, settings).length === 0
  );
}

/** Why a copy is sent in the place of the file: what has to change, or `workbook` where HubSpot may read another thing in it. */
export type CopyReason = RewriteReason | 'workbook';

export function copyReasons(loaded: Loaded, file: number): readonly CopyReason[] {
  const reasons = rewriteReasons(recipeOf(loaded, file));
  const one = loaded.files[file];
  if (reasons.length > 0 || one === undefined || one.workbook === null) return reasons;
  return one.workbook.isExact && isWorkbookName(one.file.name) ? [] : ['workbook'];
}

/** Whether a workbook is sent itself, and not the text that was read of it. */
export const goesAsWorkbook = (loaded: Loaded, file: number, part: Part | null): boolean =>
  part === null && loaded.files[file]?.workbook != null && copyReasons(loaded, file).length === 0;

/** How a file has to change before it is sent. */
export function recipeOf({ mapping, files }: Loaded, file: number): RewriteRecipe {
  const one = files[file] ?? files[0];
  const { preview, changes, check } = one;
  const columns = sentColumns(mapping, file);
  const headers = sentHeaders(
    mapping,
    files.map((each) => each.preview),
    file,
  );
  const tally = check.phase === 'finished' ? check.tally : null;
  const hasUnevenRows =
    tally?.problems.some(({ code }) => code === 'row-too-short' || code === 'row-too-long') ?? false;
  const hasBlankRows = (tally?.rows.empty ?? 0) > 0;
  return {
    dialect: preview.dialect,
    columns,
    headers: columns.map((column) => headers[column] ?? ''),
    rawHeaders: preview.rawHeaders,
    changes,
    unevenRows: hasUnevenRows || hasBlankRows,
  };
}
