/** All that a page can keep or tell, as texts. */
import type { CarefulSite } from './careful-site.js';

export interface Traces {
  /** What is in storage and cookies, and the address. */
  readonly kept: readonly string[];
  /** Names in the origin private file system. */
  readonly privateFiles: readonly string[];
  /** Names of databases and caches. */
  readonly stores: readonly string[];
  /** Details of every event of the widget, as JSON. */
  readonly events: readonly string[];
}

export async function readTraces({ page, context }: CarefulSite): Promise<Traces> {
  const cookies = (await context.cookies()).map((cookie) => JSON.stringify(cookie));
  const found = await page.evaluate(async () => {
    const privateFiles: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) privateFiles.push(name);
    const databases = (await indexedDB.databases()).map(({ name = '' }) => name);
    return {
      privateFiles,
      stores: [...databases, ...(await caches.keys())],
      events: (window as unknown as { events: string[] }).events,
      kept: [
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
        document.cookie,
        location.href,
        JSON.stringify(history.state),
      ],
    };
  });
  return { ...found, kept: [...found.kept, ...cookies] };
}
