import { html, nothing, type TemplateResult } from 'lit';
import { processedRows, report } from '../../core/report.js';
import { nextPart } from '../../core/sequence.js';
import { currentRows } from '../../core/sequence-report.js';
import { checkedShare, type ImportState, rowsOf } from '../../core/state.js';
import { wordFor } from '../messages/word-for.js';
import { importFacts } from './import-facts.js';
import { ofPart, partsOnTheWay, pickedUpPart } from './parts.js';
import { bar, stats } from './pieces.js';
import { hasProblems, problemList } from './problems.js';
import type { Context, Screen } from './screen.js';

type In<S extends ImportState['status']> = Extract<ImportState, { status: S }>;

/** `checking`: the person has gone on, rows are still being read. */
export function checkingScreen({ loaded }: In<'checking'>, context: Context): Screen {
  const { words, format, act } = context;
  const [first, ...others] = loaded.files;
  const share = checkedShare(loaded);
  const isCounted = others.length === 0 && first.preview.complete;
  const rows = words.rows(first.preview.estimatedRows, format);
  return {
    step: 3,
    heading: words.checkingTitle(isCounted ? rows : fileNames(loaded, context)),
    intro: words.checkingIntro,
    body: html`
      ${bar(
        words.checkingIntro,
        share,
        words.checkedSoFar(rowsOf(loaded)?.total ?? 0, format),
        format.percent(share),
      )}
      ${hasProblems(loaded) ? problemList(loaded, { ...context, isDisabled: true }) : nothing}
    `,
    back: { label: words.back, act: () => act.back() },
    note: words.checkingNote(format.percent(share)),
  };
}

/** `submitting`: bytes are going out. */
export function submittingScreen(state: In<'submitting'>, context: Context): Screen {
  const { words, format, act, nowMs } = context;
  const { loaded, upload } = state;
  const parts = partsOnTheWay(state, context);
  const cancel = { label: words.cancelUpload, act: () => act.cancel() };
  if (upload.step === 'writing') {
    const { share } = upload;
    const body = html`${bar(words.preparingTitle, share === 0 ? null : share, '', share === 0 ? '' : format.percent(share))}
    ${parts}`;
    return {
      step: 4,
      heading: ofPart(words.preparingTitle, state, context),
      intro: words.preparingIntro,
      body,
      back: cancel,
    };
  }
  if (upload.step === 'looking') {
    const body = html`${bar(words.lookingTitle, null, '', '')} ${parts}`;
    return { step: 4, heading: words.lookingTitle, intro: words.lookingIntro, body, back: cancel };
  }
  const { sentBytes, totalBytes, startedAtMs } = upload;
  const seconds = (nowMs - startedAtMs) / 1000;
  const isAllSent = sentBytes >= totalBytes;
  const speed = seconds >= 1 && !isAllSent ? words.speed(format.bytes(sentBytes / seconds)) : '';
  return {
    step: 4,
    heading: ofPart(words.submittingTitle(fileNames(loaded, context)), state, context),
    intro: isAllSent ? words.submittingAnswer : words.submittingIntro,
    body: html`${bar(
      words.submittingTitle(fileNames(loaded, context)),
      isAllSent || sentBytes === 0 ? null : sentBytes / Math.max(totalBytes, 1),
      words.sentOf(format.bytes(sentBytes), format.bytes(totalBytes)),
      speed,
    )}
    ${parts}`,
    back: cancel,
  };
}

/** How the person came here, when it was not by sending. */
export function originNote(
  state: In<'tracking' | 'done' | 'failed' | 'canceled' | 'reverted'>,
  context: Context,
): TemplateResult | typeof nothing {
  const { words, format } = context;
  const { origin } = state;
  const part = pickedUpPart(state, context);
  switch (origin.kind) {
    case 'found':
      return html`<p class="notice">${words.foundNote} ${part}</p>`;
    case 'found-earlier':
      return html`<p class="notice">
        ${words.foundEarlierNote(format.moment(origin.sent.sentAtMs))} ${part}
      </p>`;
    case 'picked-up': {
      const { fileNames: names, sentAtMs } = origin.sent;
      return html`<p class="notice">
        ${words.pickedUpNote(format.list(names), format.moment(sentAtMs))} ${part}
      </p>`;
    }
    default:
      return nothing;
  }
}

function cancelNote(
  error: In<'tracking'>['cancelError'],
  { words, format }: Context,
): TemplateResult | typeof nothing {
  if (error === null) return nothing;
  return html`<div class="notice error" role="alert">
    <p>${words.cancelFailed(words.error[error.code](error, format))}</p>
  </div>`;
}

const fileNames = ({ files }: In<'checking'>['loaded'], { format }: Context): string =>
  format.list(files.map(({ file }) => file.name));

/** `tracking`: HubSpot works. */
export function trackingScreen(state: In<'tracking'>, context: Context): Screen {
  const { words, format, noun, act } = context;
  const { import: answer, outcome, cancelAsked, loaded, current } = state;
  const known = currentRows(state);
  const isFollowed = loaded !== null && current?.goesOn === true && nextPart(loaded, current.part) !== null;
  const { created, updated, counters } = report(answer, outcome, known);
  const rows = processedRows(answer, known);
  const errors = answer.metadata.counters.ERRORS ?? 0;
  const lists = answer.metadata.objectLists.length;
  return {
    step: 4,
    heading: ofPart(words.trackTitle(noun), state, context),
    intro: cancelAsked
      ? words.cancelingMeans
      : `${wordFor(words.stateMeans, answer.state) ?? words.stateUnknown(answer.state)} ${isFollowed ? '' : words.canClose}`,
    body: html`
      ${originNote(state, context)} ${cancelNote(state.cancelError, context)}
      ${bar(
        words.trackTitle(noun),
        rows === null ? null : rows.processed / rows.total,
        rows === null ? '' : words.processedOf(rows.processed, rows.total, format),
        rows === null ? '' : format.percent(rows.processed / rows.total),
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
      ${partsOnTheWay(state, context)}
      ${cancelAsked ? nothing : html`<p class="muted small">${words.cancelMeans}</p>`}
      ${
        isFollowed
          ? nothing
          : html`<p class="links start">
              <button class="link" type="button" @click=${() => act.reset()}>${words.leave}</button>
            </p>`
      }
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
