import type { LitElement, ReactiveController } from 'lit';

/** Draws the element anew every second while durations on it move on. */
export class Clock implements ReactiveController {
  #host: LitElement;
  #isMoving: () => boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: LitElement, isMoving: () => boolean) {
    this.#host = host;
    this.#isMoving = isMoving;
  }

  hostUpdated(): void {
    if (!this.#isMoving() || !this.#host.isConnected) this.hostDisconnected();
    else this.#timer ??= setInterval(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
