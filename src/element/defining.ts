import { addOptions, createProperty, type PropertyGroup, readGroups } from '../client/define.js';
import { withProperty } from '../core/account.js';
import type { Property } from '../core/hubspot.js';
import { setTarget } from '../core/mapping.js';
import type { NewProperty } from '../core/new-property.js';
import { loadedOf } from '../core/state.js';
import { toProperty } from '../core/target.js';
import type { RunContext } from './run.js';

/** What changes the account's definitions. A refusal concerns nothing but itself: it rejects, and the state stays. */
export interface Defining {
  /** The groups that a property may be listed in; none when they cannot be read. */
  groups(objectTypeId: string): Promise<readonly PropertyGroup[]>;
  /** Creates a property, and matches a column to it. */
  create(file: number, column: number, property: NewProperty): Promise<void>;
  /** Adds options to a property. */
  addOptions(objectTypeId: string, name: string, labels: readonly string[]): Promise<void>;
}

/** @param startCheck called once there is something to be checked again */
export function createDefining({ store, resources }: RunContext, startCheck: () => void): Defining {
  /** The state is the one of the moment of the answer: the person went on meanwhile. */
  const take = (
    objectTypeId: string,
    property: Property,
    place: { readonly file: number; readonly column: number } | null,
  ): void => {
    const loaded = loadedOf(store.state);
    if (loaded === null) return;
    const account = withProperty(loaded.account, objectTypeId, property);
    const target = toProperty(objectTypeId, property.name);
    const mapping =
      place === null ? loaded.mapping : setTarget(loaded.mapping, place.file, place.column, target);
    store.dispatch({ type: 'defined', account, mapping });
    startCheck();
  };
  return {
    groups: (objectTypeId) => readGroups(resources.client(), objectTypeId).catch(() => []),
    async create(file, column, property) {
      const created = await createProperty(resources.client(), property);
      take(property.objectTypeId, created, { file, column });
    },
    async addOptions(objectTypeId, name, labels) {
      take(objectTypeId, await addOptions(resources.client(), objectTypeId, name, labels), null);
    },
  };
}
