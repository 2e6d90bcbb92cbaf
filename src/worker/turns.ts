/** Work goes on for so long before others get a turn: short enough for a page that shares its thread, in milliseconds. */
export const TURN_MS = 6;

/** Ends the turn, so that messages, clicks and frames come in between. A timer would wait for several milliseconds more. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
