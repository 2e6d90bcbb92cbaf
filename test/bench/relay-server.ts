/** The relay by itself in a process, for `relay.ts` to weigh. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRelay } from '../../src/relay/index.js';
import { allowLongUploads, toNodeListener } from '../../src/relay/node.js';

const relay = createRelay({
  authorize: () => ({ subject: 'ada', imports: 'all' }),
  credential: { accessToken: 'token' },
  secret: 'a secret of at least thirty-two bytes',
  baseUrl: process.env.HUBSPOT_API ?? '',
});
const server = allowLongUploads(createServer(toNodeListener(relay)));
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('message', () => {
  process.send?.(process.resourceUsage().maxRSS * 1024);
});
