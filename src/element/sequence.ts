import { ImporterError } from '../core/errors.js';
import type { ImportRequest } from '../core/import-request.js';
import { requestOf, type Wording } from '../core/outgoing.js';
import type { Part } from '../core/parts.js';
import { NO_OUTCOME } from '../core/report.js';
import { fingerprintOf, isLost } from '../core/sent-import.js';
import { type EndedPart, partAfter } from '../core/sequence.js';
import { type Loaded, loadedOf } from '../core/state.js';
import { isFinal } from '../client/track.js';
import type { Following } from './following.js';
import { givenUp, type RunContext } from './run.js';
import type { Sending } from './sending.js';

/** Sends the files in hand: all at once, or a file over HubSpot's limits part by part. */
export interface Sequence {
  /**
   * Settles when HubSpot has the import. The parts behind follow by themselves, each when the one before is done.
   *
   * @param part of a file that goes as several imports; null for all there is
   */
  send(loaded: Loaded, part: Part | null): Promise<void>;
  /** Sends the part that follows one that is over; settles when HubSpot has it. */
  sendNext(): Promise<void>;
  /** Sends a part that failed or was canceled once more. */
  sendAgain(): Promise<void>;
  /** Called when a part is done that another one follows: sends it, unless the page holds it back. */
  goOn(): Promise<void>;
  /** Takes the parts of the file in hand that were sent before as not sent. */
  forget(): void;
}

/** @param maySubmit asks the page; false holds the import back */
export function createSequence(
  { store, outbox, options }: RunContext,
  sending: Sending,
  following: Following,
  maySubmit: (request: ImportRequest) => boolean,
): Sequence {
  const wording = (): Wording => {
    const { zone, numbered } = options();
    return { zone, numbered };
  };

  const send: Sequence['send'] = async (loaded, part) => {
    const { status } = store.state;
    const request = requestOf(loaded, wording(), part);
    const isHeldBack = !maySubmit(request);
    if (isHeldBack || store.state.status !== status) throw givenUp('The page held the import back.');
    following.dismiss();
    following.release();
    const { delivered, sent } = await sending.send(loaded, request, part);
    const { answer, kind } = delivered;
    following.accept(answer, { ...NO_OUTCOME, sent }, { kind, sent: delivered.sent });
  };

  /** The part that HubSpot is through with, whatever its end. */
  const endedPart = (): EndedPart => {
    const { state } = store;
    const wrongStatus = (): ImporterError => new ImporterError('wrong-status', { status: state.status });
    if (!('outcome' in state) || !isFinal(state.import.state)) throw wrongStatus();
    const { import: answer, outcome, loaded, current } = state;
    if (loaded === null || current === null) throw wrongStatus();
    return { import: answer, outcome, loaded, current };
  };

  const sendNext = async (): Promise<void> => {
    const ended = endedPart();
    const part = partAfter(ended);
    if (part !== null) await send(ended.loaded, part);
  };

  return {
    send,
    sendNext,
    async sendAgain() {
      const { loaded, current, import: answer } = endedPart();
      if (answer.state !== 'DONE') await send(loaded, current.part); // what is imported is not sent again
    },
    async goOn() {
      try {
        await sendNext();
      } catch {
        // What went wrong is in the state, and told by event; else the page held it back.
        const { state } = store;
        if (state.status !== 'tracking' || !isFinal(state.import.state)) return;
        store.dispatch({ type: 'stop-asked', isAsked: true });
        following.readErrors();
      }
    },
    forget() {
      const loaded = loadedOf(store.state);
      if (loaded === null) return;
      const of = fingerprintOf(loaded.files);
      for (const one of outbox.list()) if (one.part?.of === of && !isLost(one)) outbox.remove(one);
      store.dispatch({ type: 'parts-forgotten' });
    },
  };
}
