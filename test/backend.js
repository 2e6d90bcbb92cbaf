/**
 * The demo's backend for tests in the browser: `/worlds/{any name}/hubspot/…` is a relay of its own in front of a stand-in of
 * its own, so that tests do not see each other's records. A name that starts with `slow` keeps imports going until canceled; in
 * one that starts with `small` HubSpot takes few rows at a time.
 */
import { register } from 'tsx/esm/api';

const unregister = register();
const { createDemoServer } = await import('../demo/server.ts');
const { allowLongUploads, toNodeListener } = await import('../src/relay/node.ts');
await unregister();

const INSTANT = { stateMs: 0, rowsPerSecond: Infinity };
const SLOW = { stateMs: 0, rowsPerSecond: 1 };
const SMALL = { bytes: 400, rows: 5 };
const worlds = new Map();

const listener = toNodeListener(async (request) => {
  const [, , name = ''] = new URL(request.url).pathname.split('/');
  if (!worlds.has(name)) {
    const pace = name.startsWith('slow') ? SLOW : INSTANT;
    const limits = name.startsWith('small') ? SMALL : {};
    worlds.set(name, createDemoServer({ pace, limits }, `/worlds/${name}`));
  }
  return (await worlds.get(name).handle(request)) ?? new Response('Not found', { status: 404 });
});

/** Koa middleware, as the test server wants it. */
export function backend(context, next) {
  if (!context.path.startsWith('/worlds/')) return next();
  context.respond = false;
  allowLongUploads(context.req.socket.server);
  context.status = 200; // Koa's 404 would be reported as a missing file
  listener(context.req, context.res);
  return undefined;
}
