import { type Action, next } from '../core/next.js';
import { EMPTY, type ImportState } from '../core/state.js';

/** The one state, and the only way to change it. */
export interface Store {
  readonly state: ImportState;
  dispatch(action: Action): void;
}

/** @param changed told of every change in order, also when a listener makes the next one */
export function createStore(changed: (state: ImportState, previous: ImportState) => void): Store {
  let state: ImportState = EMPTY;
  const untold: [current: ImportState, previous: ImportState][] = [];
  let isTelling = false;
  return {
    get state() {
      return state;
    },
    dispatch(action) {
      const previous = state;
      state = next(previous, action);
      if (state === previous) return;
      untold.push([state, previous]);
      if (isTelling) return;
      isTelling = true;
      try {
        for (let change; (change = untold.shift()) !== undefined;) changed(...change);
      } finally {
        isTelling = false;
      }
    },
  };
}
