import { createClient } from 'redis';
import { createRelay } from '../../src/relay/index.js';
import { createRedisStore } from './redis-store.js';
import { sessionOf } from './session.js';

const {
  CLIENT_ID = '',
  CLIENT_SECRET = '',
  REFRESH_TOKEN = '',
  REDIS = '',
  TICKET_SECRET = '',
} = process.env;

export const relay = createRelay({
  credential: {
    oauth: { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, refreshToken: REFRESH_TOKEN },
  },
  store: createRedisStore(await createClient({ url: REDIS }).connect()),
  secret: TICKET_SECRET.split(' '), // the first signs, the others are still accepted
  authorize: async (request) => {
    const user = await sessionOf(request); // your own session
    return user?.mayImport ? { subject: user.id, operations: ['CREATE'], maxBytes: 20_000_000 } : null;
  },
});
