/** Statuses in which something is going on, and how they are reached so that they last. */
import { waitUntil } from '@open-wc/testing';
import type { Status } from '../../src/index.js';
import { hold, isStart } from './fetches.js';
import { csv, GOOD, type Mounted, until } from './importer.js';
import { ignored, large, people, toMapping, toReady } from './person.js';

export const isProperties = (url: string): boolean => url.includes('/properties/');

export interface Scene {
  readonly status: Status;
  readonly slow?: boolean;
  reach(mounted: Mounted): Promise<unknown>;
}

export const BUSY: readonly Scene[] = [
  {
    status: 'reading',
    async reach({ importer }) {
      importer.fetch = hold(isProperties).fetch;
      ignored(importer.load(csv(GOOD)));
      await until(importer, 'reading');
    },
  },
  {
    status: 'checking',
    async reach(mounted) {
      await toMapping(mounted, large(60));
      ignored(mounted.importer.check());
      await until(mounted.importer, 'checking');
    },
  },
  {
    status: 'submitting',
    async reach(mounted) {
      await toReady(mounted, csv(GOOD));
      mounted.importer.fetch = hold(isStart).fetch;
      ignored(mounted.importer.submit());
      await until(mounted.importer, 'submitting');
    },
  },
  {
    status: 'tracking',
    slow: true,
    async reach(mounted) {
      await toReady(mounted, people(300));
      await mounted.importer.submit();
      await waitUntil(() => mounted.importer.import?.state === 'PROCESSING');
    },
  },
];
