import type { AddressInfo } from 'node:net';
import { createServer, type Plugin, type ViteDevServer } from 'vite';

/** A page with a file input, and an address that takes uploads as HubSpot does and forgets them. */
const benchServer: Plugin = {
  name: 'bench-server',
  // Found later, it would make the server build the packages anew.
  config: () => ({ optimizeDeps: { include: ['read-excel-file/browser'] } }),
  configureServer({ middlewares }) {
    middlewares.use('/bench', (_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>bench</title><input type="file">');
    });
    middlewares.use('/sink', (request, response) => {
      request.resume().on('end', () => {
        response.setHeader('content-type', 'application/json');
        response.end('{"id":"1","state":"STARTED"}');
      });
    });
  },
};

export interface BenchServer {
  readonly origin: string;
  close(): Promise<void>;
}

export async function startServer(): Promise<BenchServer> {
  const server: ViteDevServer = await createServer({
    configFile: new URL('../../vite.config.ts', import.meta.url).pathname,
    root: new URL('../..', import.meta.url).pathname,
    plugins: [benchServer],
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false },
  });
  await server.listen();
  const { port } = server.httpServer?.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
