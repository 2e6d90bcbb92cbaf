import type { BrowserContext } from 'playwright-core';

/** What the processor did, as the browser traces it: without the time in which other programs had it. */
export interface Work {
  /** The longest task on a page's own thread, in milliseconds. */
  readonly longestTaskMs: number;
  /** All tasks of the pages and their workers together, in milliseconds. */
  readonly totalMs: number;
}

/** What is needed of an event of Chromium's trace format; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const PAGE_THREAD = 'CrRendererMain';
const WORKER_THREAD = 'DedicatedWorker thread';

/** Watches from now on. @returns A function that ends it. */
export async function watchTasks(browser: BrowserContext): Promise<() => Promise<Work>> {
  const session = await browser.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('The browser cannot be traced.');
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'] },
  });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return workOf(events);
  };
}

function workOf(events: readonly TraceEvent[]): Work {
  const threads = new Map<string, string>();
  for (const { name, pid, tid, args } of events)
    if (name === 'thread_name') threads.set(`${pid} ${tid}`, args.name ?? '');
  let [longestTaskMs, totalMs] = [0, 0];
  for (const { name, pid, tid, tdur } of events) {
    const thread = threads.get(`${pid} ${tid}`) ?? '';
    if (name !== 'RunTask' || tdur === undefined) continue;
    if (thread === PAGE_THREAD) longestTaskMs = Math.max(longestTaskMs, tdur / 1e3);
    if (thread === PAGE_THREAD || thread.startsWith(WORKER_THREAD)) totalMs += tdur / 1e3;
  }
  if (totalMs === 0) throw new Error('The trace has no tasks.');
  return { longestTaskMs, totalMs };
}
