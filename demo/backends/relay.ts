import { createRelay } from '../../src/relay/index.js';
import { sessionOf } from './session.js';

export const relay = createRelay({
  credential: { accessToken: process.env.HUBSPOT_TOKEN ?? '' },
  secret: process.env.TICKET_SECRET ?? '', // 32 bytes or more, the same on every instance
  authorize: async (request) => {
    const user = await sessionOf(request); // your own session
    return user?.mayImport ? { subject: user.id, objectTypes: ['contacts'], lists: true } : null;
  },
});
