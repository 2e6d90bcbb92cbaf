/** Uploads over a socket, piece by piece, and what comes back. */
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { BOUNDARY, part, requestPart, upload } from './uploads.js';

export const MB = 1024 * 1024;

/** A relay on a port, and a ticket for it. */
export interface Served {
  readonly address: string;
  readonly authorization: string;
}

/** Begins an upload of contacts by hand, piece by piece. */
export function begin({ address, authorization }: Served, contentLength?: number) {
  const headers: Record<string, string> = {
    authorization,
    cookie: 'session=1',
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  };
  if (contentLength !== undefined) headers['content-length'] = String(contentLength);
  const client = httpRequest(`${address}/hubspot/crm/v3/imports/`, { method: 'POST', headers });
  client.on('error', () => undefined);
  return client;
}

/** Sends an upload to its end as a browser does, whatever comes back meanwhile. */
export async function sendOnRegardless(
  { address, authorization }: Served,
  bytes: number,
  begins = FILE_BEGINS,
) {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  let answer = '';
  const answered = new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
      if (answer.includes('}\r\n') || answer.endsWith('}')) resolve();
    });
    socket.on('error', () => resolve());
  });
  const head = [
    'POST /hubspot/crm/v3/imports/ HTTP/1.1',
    'Host: app.example',
    `Authorization: ${authorization}`,
    `Content-Type: multipart/form-data; boundary=${BOUNDARY}`,
    `Content-Length: ${Buffer.byteLength(begins + FILE_ENDS) + bytes}`,
    '',
    begins,
  ];
  socket.write(head.join('\r\n'));
  for (let at = 0; at < bytes; at += MB) {
    await new Promise<void>((resolve) => socket.write(Buffer.alloc(MB, 'x'), () => resolve()));
  }
  const sent = await new Promise<boolean>((resolve) => socket.write(FILE_ENDS, (error) => resolve(!error)));
  await answered;
  socket.destroy();
  return { sent, answer };
}

export const wholeUpload = (csv: string) => upload(requestPart(), part('files', csv, 'people.csv'));
export const [FILE_BEGINS = ''] = wholeUpload('Email\r\n').split(`\r\n--${BOUNDARY}--`);
export const FILE_ENDS = `\r\n--${BOUNDARY}--\r\n`;
export const json =
  (body: unknown, status = 200): RequestListener =>
  (_req, res) => {
    res
      .writeHead(status, { 'content-type': 'application/json', 'set-cookie': 'a=b' })
      .end(JSON.stringify(body));
  };

export async function textOf(message: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of message) text += chunk.toString();
  return text;
}

export const answerTo = async (client: ReturnType<typeof begin>) => {
  const [message] = (await once(client, 'response')) as [IncomingMessage];
  const body = JSON.parse(await textOf(message)) as Record<string, unknown>;
  return { status: message.statusCode, headers: message.headers, body };
};
