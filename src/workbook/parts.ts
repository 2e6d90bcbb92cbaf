/** Finds the parts of a workbook (ECMA-376 part 2: a package of parts that name each other by relationships). */
import { unzip, type ZipEntry } from 'unzipit';
import { MOST_BYTES, WorkbookFault } from './fault.js';
import { readXml } from './xml.js';

export interface SheetPart {
  readonly name: string;
  readonly part: ZipEntry;
}

export interface WorkbookParts {
  /** Sheets of cells that are not hidden, or all of them when all are. */
  readonly sheets: readonly SheetPart[];
  /** The one that was in sight when the workbook was saved, zero-based. */
  readonly active: number;
  /** Charts and hidden sheets included. */
  readonly sheetCount: number;
  readonly strings: ZipEntry | null;
  readonly formats: ZipEntry | null;
  readonly from1904: boolean;
}

export async function findParts(file: Blob): Promise<WorkbookParts> {
  const entries = await entriesOf(file);
  const find = (path: string): ZipEntry | null => entries.get(path.toLowerCase()) ?? null;
  const root = await readRelationships(find('_rels/.rels'), '');
  const bookPath = root.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  if (bookPath.endsWith('.bin')) throw new WorkbookFault('xlsb');
  const book = find(bookPath);
  if (book === null) throw new WorkbookFault('damaged');
  const relationships = await readRelationships(find(relationshipsOf(bookPath)), bookPath);
  const named = await readBook(book);
  const partOf = (type: string): ZipEntry | null =>
    find(relationships.find((one) => one.type === type)?.path ?? '');
  const all = named.sheets.flatMap((sheet, place) => {
    const target = relationships.find(({ id, type }) => id === sheet.id && type === 'worksheet');
    const part = target === undefined ? null : find(target.path);
    return part === null ? [] : [{ ...sheet, part, isActive: place === named.active }];
  });
  const isNamed = relationships.some(({ type }) => type === 'worksheet');
  if (all.length === 0 && isNamed) throw new WorkbookFault('damaged');
  const visible = all.filter(({ isHidden }) => !isHidden);
  const sheets = visible.length > 0 ? visible : all;
  return {
    sheets,
    active: Math.max(
      sheets.findIndex(({ isActive }) => isActive),
      0,
    ),
    sheetCount: named.sheets.length,
    strings: partOf('sharedStrings'),
    formats: partOf('styles'),
    from1904: named.from1904,
  };
}

/** By their paths in lower case: names in a package are told apart by no more. Some programs write backslashes. */
async function entriesOf(file: Blob): Promise<ReadonlyMap<string, ZipEntry>> {
  const { entries } = await unzip(file);
  const found = new Map<string, ZipEntry>();
  for (const entry of Object.values(entries)) {
    if (entry.size > MOST_BYTES) throw new WorkbookFault('too-large');
    found.set(entry.name.replaceAll('\\', '/').toLowerCase(), entry);
  }
  return found;
}

interface Relationship {
  readonly id: string;
  /** The last word of its address; what comes before differs between the variants of the standard. */
  readonly type: string;
  readonly path: string;
}

const relationshipsOf = (path: string): string => path.replace(/[^/]*$/, (name) => `_rels/${name}.rels`);

async function readRelationships(part: ZipEntry | null, of: string): Promise<readonly Relationship[]> {
  const found: Relationship[] = [];
  if (part === null) return found;
  await readXml(part, {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      const path = resolve(target, of);
      if (path !== null) found.push({ id, type: type.replace(/^.*\//, ''), path });
    },
  });
  return found;
}

/** Targets are relative to the part that names them, or begin at the root. Null for what is no path: it may be for what nobody asks. */
function resolve(target: string, from: string): string | null {
  try {
    const base = new URL(from, 'package://workbook/');
    return decodeURI(new URL(target.replaceAll('\\', '/'), base).pathname).slice(1);
  } catch {
    return null;
  }
}

interface Book {
  readonly sheets: readonly { readonly id: string; readonly name: string; readonly isHidden: boolean }[];
  readonly active: number;
  readonly from1904: boolean;
}

async function readBook(part: ZipEntry): Promise<Book> {
  const sheets: Book['sheets'][number][] = [];
  let active: number | null = null;
  let from1904 = false;
  await readXml(part, {
    open(name, attributes) {
      if (name === 'sheet') {
        const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
        sheets.push({
          id,
          name: attributes.name ?? '',
          isHidden: (attributes.state ?? 'visible') !== 'visible',
        });
      } else if (name === 'workbookView') active ??= Number(attributes.activeTab ?? 0);
      else if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
    },
  });
  return { sheets, active: active ?? 0, from1904 };
}
