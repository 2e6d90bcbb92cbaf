/** What `worker.ts` uses of the edge runtime; a project of its own has these types from the runtime. */
declare module 'cloudflare:workers' {
  export const env: { readonly HUBSPOT_TOKEN: string; readonly TICKET_SECRET: string };
  export function waitUntil(work: Promise<unknown>): void;
}
