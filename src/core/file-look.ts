import { decodeStart, sniffEncoding } from './encoding.js';

/** What a file is that is neither delimited text nor a workbook, whatever its name says. */
export type FileLook = 'pdf' | 'xls' | 'ods' | 'numbers' | 'zip' | 'image' | 'binary';

const MAGIC: readonly (readonly [FileLook, string])[] = [
  ['pdf', '%PDF-'],
  ['xls', '\xd0\xcf\x11\xe0'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['zip', '\x1f\x8b'],
  ['zip', '7z\xbc\xaf'],
  ['zip', 'Rar!\x1a'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['image', 'II*\0'],
  ['image', 'MM\0*'],
];

/** Names that other spreadsheets have near the front of their archives, uncompressed. */
const SPREADSHEETS: readonly (readonly [FileLook, RegExp])[] = [
  ['ods', /opendocument\.spreadsheet/],
  ['numbers', /Index\/.*\.iwa/s],
];

/**
 * Tells files that are no delimited text by their first bytes: known signatures, and zero bytes outside UTF-16.
 *
 * @returns null for what may be text.
 */
export function fileLooksLike(bytes: Uint8Array): FileLook | null {
  const start = startOf(bytes);
  const found = MAGIC.find(([, magic]) => start.startsWith(magic))?.[0];
  if (isPackage(bytes)) return SPREADSHEETS.find(([, name]) => name.test(namesIn(bytes)))?.[0] ?? 'zip';
  if (found !== undefined) return found;
  if (/^RIFF....WEBP/s.test(start)) return 'image';
  if (!bytes.includes(0)) return null;
  const encoding = sniffEncoding(bytes, false);
  if (!encoding.startsWith('utf-16')) return 'binary';
  return decodeStart(bytes, encoding, false).includes('\0') ? 'binary' : null;
}

/** Whether a file is an archive, as workbooks are. */
const isPackage = (bytes: Uint8Array): boolean => startOf(bytes).startsWith('PK\x03\x04');

/** Office writes the names of a workbook's parts uncompressed near the front of the archive. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (!isPackage(bytes)) return false;
  const names = namesIn(bytes);
  return names.includes('xl/') || (names.includes('[Content_Types].xml') && !/word\/|ppt\//.test(names));
}

const startOf = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');

const namesIn = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);
