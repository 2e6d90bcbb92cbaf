/** Workbooks made part by part, so that the odd ones can be made as well. Stored, not deflated, unless `deflate` is asked for. */
import type { SheetChoice } from '../../src/core/workbook.js';

/** The sheet in sight, dates as they are unambiguous. */
export const ANY_SHEET: SheetChoice = { sheet: null, preferred: [], dateOrder: 'YEAR_MONTH_DAY' };

/** Sheets by their names. What is not given is what Excel would write. */
export interface MadeWorkbook {
  readonly sheets: Readonly<Record<string, string>>;
  /** Attributes of sheets, by name. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  /** Number formats by id, from 164 on; cells name them by their place in `cellFormats`. */
  readonly formats?: Readonly<Record<number, string>>;
  /** Ids of number formats. */
  readonly cellFormats?: readonly number[];
  /** Inside `workbook`, before the sheets. */
  readonly properties?: string;
  /** Parts by path, added or put in the place of others; null for none. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly deflate?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `sheetData` of rows of texts, numbers and nothing, the way most programs write it. */
export const rowsOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows
    .map((cells, index) => {
      const written = cells.map((cell, column) => {
        const at = `r="${String.fromCharCode(65 + column)}${index + 1}"`;
        if (cell === null) return '';
        return typeof cell === 'number'
          ? `<c ${at}><v>${cell}</v></c>`
          : `<c ${at} t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
      });
      return `<row r="${index + 1}">${written.join('')}</row>`;
    })
    .join('');

export async function workbook(made: MadeWorkbook, name = 'book.xlsx'): Promise<File> {
  const parts = Object.entries({ ...usualParts(made), ...made.parts });
  const all = parts.flatMap(([path, content]) => (content === null ? [] : [[path, content] as const]));
  return new File([await zip(all, made.deflate ?? false)], name, { lastModified: 1 });
}

function usualParts(made: MadeWorkbook): Record<string, string> {
  const { sheets, attributes = {}, strings, formats = {}, cellFormats, properties = '' } = made;
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (all: readonly string[]): string =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${names
      .map(
        (one, at) =>
          `<sheet name="${escapeXml(one)}" sheetId="${at + 1}" r:id="rId${at + 1}" ${attributes[one] ?? ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relation('rId90', 'sharedStrings', 'sharedStrings.xml'),
      relation('rId91', 'styles', '/xl/styles.xml'),
      '<Relationship Id="rId92" Type="x/externalLink" Target="http://[" TargetMode="External"/>',
    ]),
    ...Object.fromEntries(
      Object.values(sheets).map((rows, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData><pageMargins left="0.7"/></worksheet>`,
      ]),
    ),
    ...(strings !== undefined && {
      'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.map((one) => `<si>${one}</si>`).join('')}</sst>`,
    }),
    ...(cellFormats !== undefined && {
      'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${Object.entries(formats)
        .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`)
        .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cellFormats
        .map((id) => `<xf numFmtId="${id}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    }),
  };
}

/** A zip archive (PKWARE's APPNOTE) with as little in it as there may be. Its check sums are left out: nobody looks at them. */
async function zip(
  parts: readonly (readonly [path: string, content: string | Uint8Array])[],
  deflate: boolean,
): Promise<Blob> {
  const records: Blob[] = [];
  const directory: Blob[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const plain = new Blob([content as BlobPart]);
    const packed = deflate
      ? await new Response(plain.stream().pipeThrough(new CompressionStream('deflate-raw'))).blob()
      : plain;
    const name = new TextEncoder().encode(path);
    const common = [
      ...numbers(2, 20, 0x0800, deflate ? 8 : 0, 0, 0x21),
      ...numbers(4, 0, packed.size, plain.size),
      ...numbers(2, name.length, 0),
    ];
    const record = new Blob([Uint8Array.of(0x50, 0x4b, 3, 4, ...common), name, packed]);
    const entry = [
      0x50,
      0x4b,
      1,
      2,
      ...numbers(2, 20),
      ...common,
      ...numbers(2, 0, 0, 0),
      ...numbers(4, 0, offset),
    ];
    directory.push(new Blob([Uint8Array.from(entry), name]));
    records.push(record);
    offset += record.size;
  }
  const listed = new Blob(directory);
  const end = [
    0x50,
    0x4b,
    5,
    6,
    ...numbers(2, 0, 0, parts.length, parts.length),
    ...numbers(4, listed.size, offset),
  ];
  return new Blob([...records, listed, Uint8Array.from([...end, 0, 0])]);
}

const numbers = (bytes: number, ...all: readonly number[]): readonly number[] =>
  all.flatMap((number) => Array.from({ length: bytes }, (_, at) => Math.floor(number / 256 ** at) % 256));
