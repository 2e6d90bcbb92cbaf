/** What the sheets of a workbook share: their texts and formats. */
import type { ZipEntry } from 'unzipit';
import { GENERAL, builtInFormat, type CellFormat, readFormat } from './cell-format.js';
import { unescapeText } from './cell-text.js';
import { type OnRead, readXml } from './xml.js';

/** Takes the runs of a rich text together, and leaves out how it is pronounced. */
export function createTextRun(): {
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  take(): string;
} {
  let text = '';
  let isInText = false;
  let isPhonetic = false;
  return {
    open(name) {
      if (name === 't') isInText = true;
      if (name === 'rPh') isPhonetic = true;
    },
    text(piece) {
      if (isInText && !isPhonetic) text += piece;
    },
    close(name) {
      if (name === 't') isInText = false;
      if (name === 'rPh') isPhonetic = false;
    },
    take() {
      const whole = unescapeText(text);
      text = '';
      return whole;
    },
  };
}

/** @returns The texts that cells name by their place. */
export async function readStrings(part: ZipEntry, onRead: OnRead): Promise<readonly string[]> {
  const strings: string[] = [];
  const run = createTextRun();
  await readXml(
    part,
    {
      open: run.open,
      text: run.text,
      close(name) {
        run.close(name);
        if (name === 'si') strings.push(run.take());
      },
    },
    onRead,
  );
  return strings;
}

/** @returns The formats that cells name by their place. */
export async function readFormats(part: ZipEntry): Promise<readonly CellFormat[]> {
  const own = new Map<number, CellFormat>();
  const formats: CellFormat[] = [];
  let isInCells = false;
  await readXml(part, {
    open(name, attributes) {
      const id = Number(attributes.numFmtId ?? 0);
      if (name === 'numFmt') own.set(id, readFormat(attributes.formatCode ?? ''));
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) formats.push(own.get(id) ?? builtInFormat(id));
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}

/** The format of a cell that names none, or one that is not there. */
export const formatAt = (formats: readonly CellFormat[], index: string | undefined): CellFormat =>
  formats[Number(index ?? 0)] ?? GENERAL;
