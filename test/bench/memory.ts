import { readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';

const SAMPLE_EVERY_MS = 50;
/** Of the memory pages that Linux counts in. */
const PAGE_BYTES = 4096;

/**
 * Watches the resident memory of the browser's page processes, workers included, from now on.
 *
 * @returns A function that ends it and gives the growth at its highest, in bytes; null where there is no `/proc`.
 */
export async function watchMemory(browser: BrowserContext): Promise<() => number | null> {
  const session = await browser.browser()?.newBrowserCDPSession();
  if (session === undefined) return () => null;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const before = residentBytes(ids);
  if (before === null) return () => null;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, residentBytes(ids) ?? 0);
  }, SAMPLE_EVERY_MS);
  return () => {
    clearInterval(timer);
    return most - before;
  };
}

function residentBytes(ids: readonly number[]): number | null {
  try {
    const pages = ids.map((id) => Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]));
    return pages.reduce((sum, count) => sum + count, 0) * PAGE_BYTES;
  } catch {
    return null;
  }
}
