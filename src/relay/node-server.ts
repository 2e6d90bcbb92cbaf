import type { IncomingMessage, Server } from 'node:http';

const NODE_REQUEST_TIMEOUT_MS = 300_000;
const HEADERS_TIMEOUT_MS = 60_000;
/** After an early answer the rest of an upload is read and dropped, or the client would not see the answer: so long in all … */
const DRAIN_MS = 10 * 60_000;
/** … and so long while nothing comes. */
const DRAIN_SILENCE_MS = 30_000;

/**
 * Lets uploads of this server take longer than the 300 s that Node allows a request (`requestTimeout`). Headers must still
 * arrive within a minute, and the relay itself ends an upload that falls silent (`timeoutMs`); other handlers of the same
 * server must do without Node's limit.
 *
 * @returns The same server.
 */
export function allowLongUploads<T extends Pick<Server, 'requestTimeout' | 'headersTimeout'>>(server: T): T {
  // Both are Node's own settings of the server that is handed over for it.
  Object.assign(server, {
    requestTimeout: 0,
    headersTimeout: server.headersTimeout > 0 ? server.headersTimeout : HEADERS_TIMEOUT_MS,
  });
  return server;
}

/** Warns once, at the first upload, when the server still has Node's limit as it is by default. */
export function createUploadWarning(): (req: IncomingMessage) => void {
  let isChecked = false;
  return (req) => {
    if (isChecked || !req.headers['content-type']?.startsWith('multipart/')) return;
    isChecked = true;
    const { server } = req.socket as { readonly server?: Partial<Server> };
    if (server?.requestTimeout !== NODE_REQUEST_TIMEOUT_MS) return;
    process.emitWarning('Node ends uploads after 300 s. Hand the server to allowLongUploads(server).', {
      code: 'HUBSPOT_IMPORTER_REQUEST_TIMEOUT',
    });
  };
}

/** Reads what is left of an answered request into nothing, for a while, then ends its connection. */
export function drain(req: IncomingMessage): void {
  if (req.complete || req.destroyed) return;
  req.removeAllListeners('data');
  const end = () => req.destroy();
  const inAll = setTimeout(end, DRAIN_MS);
  let silence = setTimeout(end, DRAIN_SILENCE_MS);
  req.on('data', () => {
    clearTimeout(silence);
    silence = setTimeout(end, DRAIN_SILENCE_MS);
  });
  req.resume();
  const done = () => {
    clearTimeout(inAll);
    clearTimeout(silence);
    req.socket.off('close', done);
  };
  req.once('close', done);
  // Once it is answered, a request hears nothing of its connection any more.
  req.socket.once('close', done);
}
