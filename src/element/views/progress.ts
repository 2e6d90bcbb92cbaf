import { html, nothing } from 'lit';
import { report } from '../../core/report.js';
import type { ImportState } from '../../core/state.js';
import { importFacts } from './import-facts.js';
import { bar, stats } from './pieces.js';
import { problemList } from './problems.js';
import type { Context, Screen } from './screen.js';

type In<S extends ImportState['status']> = Extract<ImportState, { status: S }>;

/** `checking`: the person has gone on, rows are still being read. */
export function checkingScreen({ loaded }: In<'checking'>, context: Context): Screen {
  const { words, format, act } = context;
  const { check } = loaded;
  const tally = check.phase === 'waiting' ? null : check.tally;
  const share = check.phase === 'running' ? check.share : 0;
  const rows = words.rows(loaded.preview.estimatedRows, format);
  return {
    step: 3,
    heading: words.checkingTitle(loaded.preview.complete ? rows : loaded.file.name),
    intro: words.checkingIntro,
    body: html`
      ${bar(
        words.checkingIntro,
        share,
        words.checkedSoFar(tally?.rows.total ?? 0, format),
        format.percent(share),
      )}
      ${
        tally === null || tally.problems.length === 0
          ? nothing
          : problemList(loaded, tally, { ...context, isDisabled: true })
      }
    `,
    back: { label: words.back, act: () => act.back() },
    note: words.checkingNote(format.percent(share)),
  };
}

/** `submitting`: bytes are going out. */
export function submittingScreen({ loaded, sent }: In<'submitting'>, context: Context): Screen {
  const { words, format, act, nowMs } = context;
  const cancel = { label: words.cancelUpload, act: () => act.cancel() };
  if (sent === null) {
    const body = html`${bar(words.preparingTitle, null, '', '')}`;
    return { step: 4, heading: words.preparingTitle, intro: words.preparingIntro, body, back: cancel };
  }
  const { sentBytes, totalBytes, startedAtMs } = sent;
  const seconds = (nowMs - startedAtMs) / 1000;
  const isAllSent = sentBytes >= totalBytes;
  const speed = seconds >= 1 && !isAllSent ? words.speed(format.bytes(sentBytes / seconds)) : '';
  return {
    step: 4,
    heading: words.submittingTitle(loaded.file.name),
    intro: isAllSent ? words.submittingAnswer : words.submittingIntro,
    body: html`${bar(
      words.submittingTitle(loaded.file.name),
      isAllSent || sentBytes === 0 ? null : sentBytes / Math.max(totalBytes, 1),
      words.sentOf(format.bytes(sentBytes), format.bytes(totalBytes)),
      speed,
    )}`,
    back: cancel,
  };
}

/** `tracking`: HubSpot works. */
export function trackingScreen(state: In<'tracking'>, context: Context): Screen {
  const { words, format, noun, act } = context;
  const { import: answer, loaded, outcome, cancelAsked } = state;
  const tally = loaded?.check.phase === 'finished' ? loaded.check.tally : null;
  const { created, updated, counters } = report(answer, outcome, tally);
  const total =
    answer.metadata.counters.TOTAL_ROWS ??
    (tally === null ? null : tally.rows.total - tally.rows.leftOut - tally.rows.empty);
  const errors = answer.metadata.counters.ERRORS ?? 0;
  const processed = Math.min(created + updated, total ?? Number.POSITIVE_INFINITY);
  const isWorking = answer.state === 'PROCESSING' && total !== null && total > 0;
  const lists = answer.metadata.objectLists.length;
  return {
    step: 4,
    heading: words.trackTitle(noun),
    intro: cancelAsked
      ? words.cancelingMeans
      : `${words.stateMeans[answer.state] ?? words.stateUnknown(answer.state)} ${words.canClose}`,
    body: html`
      ${bar(
        words.trackTitle(noun),
        isWorking ? processed / total : null,
        isWorking ? words.processedOf(processed, total, format) : '',
        '',
      )}
      ${stats(
        [
          [created, words.statCreated],
          [updated, words.statUpdated],
          [errors, words.statErrors],
          ...(lists > 0 ? [[lists, words.statLists] as const] : []),
        ],
        context,
      )}
      <p class="muted small">${words.cancelMeans}</p>
      ${importFacts(answer, counters, context)}
    `,
    back: {
      label: cancelAsked ? words.canceling : words.cancelImport,
      act: () => act.cancel(),
      isDisabled: cancelAsked,
    },
    note: words.importNumber(answer.id),
    ...(state.error === null ? {} : { primary: { label: words.readAgain, act: () => act.followAgain() } }),
  };
}
