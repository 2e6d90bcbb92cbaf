import { env, waitUntil } from 'cloudflare:workers';
import { createRelay } from '../../src/relay/index.js';
import { sessionOf } from './session.js';

const relay = createRelay({
  credential: { accessToken: env.HUBSPOT_TOKEN },
  secret: env.TICKET_SECRET,
  authorize: async (request) => {
    const user = await sessionOf(request); // your own session
    return user?.mayImport ? { subject: user.id, objectTypes: ['contacts'] } : null;
  },
  waitUntil, // an import's answer is noted although its client has left
  lingerMs: 30_000, // without a proxy in front, workerd closes on a client that is still sending
  // store: one that all instances share
});

export default { fetch: relay };
