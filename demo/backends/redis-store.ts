import type { RedisClientType } from 'redis';
import type { RelayStore } from '../../src/relay/index.js';

/** A store that any number of relays share, in Redis 7 or Valkey. */
export function createRedisStore(redis: RedisClientType): RelayStore {
  const expires = (seconds: number) => ({ type: 'EX' as const, value: seconds });
  return {
    get: (key) => redis.get(key),
    set: async (key, value, seconds) => {
      await redis.set(key, value, { expiration: expires(seconds) });
    },
    // SET … NX GET: sets a free key, else gives what is there, in one step.
    claim: (key, value, seconds) =>
      redis.set(key, value, { expiration: expires(seconds), condition: 'NX', GET: true }),
    delete: async (key) => {
      await redis.del(key);
    },
  };
}
