/** More lines than the page's memory should hold: compressed, and kept where the browser keeps its blobs. */
export interface Spill {
  /** @param line without a line break */
  add(line: string): void;
  /** All lines in order, a batch at a time. */
  lines(): AsyncGenerator<readonly string[]>;
}

/** Characters that are put away at once. */
const BATCH_CHARACTERS = 500_000;

export function createSpill(): Spill {
  const put: Promise<Blob>[] = [];
  let batch: string[] = [];
  let characters = 0;
  return {
    add(line) {
      batch.push(line);
      characters += line.length;
      if (characters < BATCH_CHARACTERS) return;
      put.push(compress(batch.join('\n')));
      batch = [];
      characters = 0;
    },
    async *lines() {
      const last = batch;
      for (const blob of [...put]) yield (await decompress(await blob)).split('\n');
      if (last.length > 0) yield [...last];
    },
  };
}

const compress = (text: string): Promise<Blob> => pipe(new Blob([text]), new CompressionStream('gzip'));

const decompress = async (blob: Blob): Promise<string> =>
  (await pipe(blob, new DecompressionStream('gzip'))).text();

const pipe = (blob: Blob, through: CompressionStream | DecompressionStream): Promise<Blob> =>
  new Response(blob.stream().pipeThrough(through)).blob();
