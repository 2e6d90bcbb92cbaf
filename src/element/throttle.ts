/** Something that is told now and then. */
export interface Throttle {
  call(): void;
  /** What is still to be told is not. */
  stop(): void;
}

/** What comes too soon is told a little later, so that the last of it is never swallowed. */
export function createThrottle(everyMs: number, tell: () => void): Throttle {
  let toldAtMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const tellNow = (): void => {
    stop();
    toldAtMs = performance.now();
    tell();
  };
  return {
    call() {
      if (timer !== undefined) return;
      const waitMs = toldAtMs + everyMs - performance.now();
      if (waitMs <= 0) tellNow();
      else timer = setTimeout(tellNow, waitMs);
    },
    stop,
  };
}
