/** Turns the bytes of a file into UTF-8, piece by piece, cut anywhere. */
export interface Transcoder {
  /** @returns Bytes that hold until the next call. */
  push(chunk: Uint8Array): Uint8Array;
  /** What an unfinished character at the end becomes. */
  end(): Uint8Array;
}

/** The rest of UTF-8 is ASCII and two or three bytes a character, so this is the most that a piece can grow. */
const MOST_BYTES = 3;

const NOTHING = new Uint8Array(0);

/**
 * Makes a transcoder. A byte order mark is kept, as U+FEFF; bytes that the encoding cannot read become U+FFFD.
 *
 * @param encoding A label that `TextDecoder` knows. UTF-8 goes through as it is, whatever is in it.
 */
export function createTranscoder(encoding: string): Transcoder {
  if (encoding === 'utf-8') return { push: (chunk) => chunk, end: () => NOTHING };
  const table = singleByteTable(encoding);
  return table === null ? createDecoder(encoding) : createTableTranscoder(table);
}

/**
 * Whether reading can begin behind any newline: true unless characters are told by an escape sequence that stands
 * somewhere before them. Newlines are never part of another character in the encodings that browsers know.
 */
export const isSeekable = (encoding: string): boolean => encoding !== 'iso-2022-jp';

function createDecoder(encoding: string): Transcoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const encoder = new TextEncoder();
  return {
    push: (chunk) => encoder.encode(decoder.decode(chunk, { stream: true })),
    end: () => encoder.encode(decoder.decode()),
  };
}

/** The UTF-8 of each byte from 128 on, three to a character; null when a character may take more than one byte. */
function singleByteTable(encoding: string): Uint8Array | null {
  if (!/^(windows-(874|125\d)|iso-8859-.+|koi8-[ru]|macintosh|x-mac-cyrillic|ibm866)$/.test(encoding))
    return null;
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const table = new Uint8Array(128 * MOST_BYTES);
  for (let byte = 128; byte < 256; byte++) {
    table.set(encoder.encode(decoder.decode(Uint8Array.of(byte))), (byte - 128) * MOST_BYTES);
  }
  return table;
}

/** Several times as fast as making strings, above all because ASCII goes over four characters at a time. */
function createTableTranscoder(table: Uint8Array): Transcoder {
  let buffer = NOTHING;
  let out = new DataView(buffer.buffer);
  return {
    push(chunk) {
      if (buffer.length < chunk.length * MOST_BYTES) {
        buffer = new Uint8Array(chunk.length * MOST_BYTES);
        out = new DataView(buffer.buffer);
      }
      return buffer.subarray(0, transcode(chunk, table, buffer, out));
    },
    end: () => NOTHING,
  };
}

function transcode(chunk: Uint8Array, table: Uint8Array, buffer: Uint8Array, out: DataView): number {
  const source = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
  let used = 0;
  let at = 0;
  while (at < chunk.length) {
    if (at + 4 <= chunk.length) {
      const word = source.getUint32(at, true);
      if ((word & 0x80808080) === 0) {
        out.setUint32(used, word, true);
        used += 4;
        at += 4;
        continue;
      }
    }
    const byte = chunk[at++] ?? 0;
    if (byte < 128) {
      buffer[used++] = byte;
      continue;
    }
    const entry = (byte - 128) * MOST_BYTES;
    const third = table[entry + 2] ?? 0;
    buffer[used++] = table[entry] ?? 0;
    buffer[used++] = table[entry + 1] ?? 0;
    if (third !== 0) buffer[used++] = third;
  }
  return used;
}
