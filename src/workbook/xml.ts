import { SaxesParser } from 'saxes';
import type { ZipEntry } from 'unzipit';

/** Gets the bytes read since the last time; nothing more is read until what it gives settles. */
export type OnRead = (bytes: number) => Promise<void> | undefined;

/** Hears of elements by their names; those of other vocabularies have a prefix. */
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
  // Some programs write a prefix before every name of the main vocabulary: `x:row`.
  let prefix: string | null = null;
  const ownName = (name: string): string => {
    prefix ??= name.slice(0, name.indexOf(':') + 1);
    return name.startsWith(prefix) ? name.slice(prefix.length) : `:${name}`;
  };
  parser.on('opentag', ({ name, attributes }) => listener.open(ownName(name), attributes));
  parser.on('closetag', ({ name }) => listener.close?.(ownName(name)));
  const onText = (text: string): void => listener.text?.(text);
  parser.on('text', onText);
  parser.on('cdata', onText);
  let decoder: TextDecoder | null = null;
  const reader = (await part.stream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      decoder ??= new TextDecoder(encodingOf(value), { fatal: true });
      parser.write(decoder.decode(value, { stream: true }));
      const pause = onRead(value.length);
      if (pause !== undefined) await pause;
    }
    parser.write(decoder?.decode() ?? '');
    parser.close();
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A part is in UTF-8, or says by its mark that it is in UTF-16 (ECMA-376 part 2, 9.1.7). */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
