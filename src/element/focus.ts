import type { LitElement, ReactiveController } from 'lit';

/** Keeps the focus where a person would look for it, as long as it is inside the element. */
export class Focus implements ReactiveController {
  #host: LitElement;
  #wasInside = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostUpdate(): void {
    this.#wasInside = this.#isInside();
  }

  hostUpdated(): void {
    if (this.#wasInside) void this.#keep();
  }

  /** Goes along with the steps, but only when it was in here. */
  async toHeading(): Promise<void> {
    if (!this.#isInside()) return;
    await this.to('.heading');
    // A long screen was left from its end: the next one is read from its beginning.
    if (this.#host.getBoundingClientRect().top < 0) this.#host.scrollIntoView({ block: 'start' });
  }

  /** Goes to what is there after the next drawing. */
  async to(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#find(selector)?.focus({ preventScroll: selector === '.heading' });
  }

  /** Brings into sight what is said, without taking the focus away. */
  async show(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#find(selector)?.scrollIntoView({ block: 'nearest' });
  }

  /** What had the focus may be gone, a corrected value for example: the focus must not fall to the page's beginning. */
  async #keep(): Promise<void> {
    await this.#host.updateComplete;
    await Promise.resolve(); // whoever moves the focus on purpose comes first
    const { activeElement, body } = this.#host.ownerDocument;
    if (activeElement === body) this.#find('.heading')?.focus({ preventScroll: true });
  }

  #isInside(): boolean {
    return this.#host.shadowRoot?.activeElement != null;
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
