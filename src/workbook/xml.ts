import { SaxesParser } from 'saxes';
import type { ZipEntry } from 'unzipit';

/** Gets the bytes read since the last time; nothing more is read until what it gives settles. */
export type OnRead = (bytes: number) => Promise<void> | undefined;

/** Hears of elements by their local names. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** What stands between two tags, entities resolved. */
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads a part of a workbook piece by piece, so that a large sheet is never in memory as a whole. */
export async function readXml(
  part: ZipEntry,
  listener: XmlListener,
  onRead: OnRead = () => undefined,
): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('opentag', ({ name, attributes }) => listener.open(localName(name), attributes));
  parser.on('closetag', ({ name }) => listener.close?.(localName(name)));
  const onText = (text: string): void => listener.text?.(text);
  parser.on('text', onText);
  parser.on('cdata', onText);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = (await part.stream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parser.write(decoder.decode(value, { stream: true }));
      const pause = onRead(value.length);
      if (pause !== undefined) await pause;
    }
    parser.write(decoder.decode());
    parser.close();
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Some programs write a prefix before every name: `x:row`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
