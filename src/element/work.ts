import { removeLeftovers } from '../worker/private-file.js';
import { createCallbacks, type Host } from './callbacks.js';
import { Flow, type FlowListener } from './flow.js';
import type { Callbacks } from './views/screen.js';

/** What happens behind the screens. */
export interface Work {
  readonly flow: Flow;
  readonly act: Callbacks;
}

/** Loaded when a file is about to come, so that a page that only shows the drop zone stays light. */
export function openWork(listener: FlowListener, host: Host): Work {
  void removeLeftovers();
  const flow = new Flow(listener);
  return { flow, act: createCallbacks(flow, host) };
}
