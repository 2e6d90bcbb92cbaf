/** The worker's entry: hears questions, asks the desk, tells what it says. Nothing else. */
import { ImporterError } from '../core/errors.js';
import { createFileDesk } from './desk.js';
import type { Answer, Failure, FileText, Question, SentText } from './protocol.js';

const desk = createFileDesk();
/** The file that was asked about last. */
let known: SentText | null = null;
const running = new Map<number, AbortController>();
const tell = (answer: Answer): void => self.postMessage(answer);

self.onmessage = async ({ data }: MessageEvent<Question>): Promise<void> => {
  if (data.ask === 'stop') {
    running.get(data.id)?.abort();
    return;
  }
  const stop = new AbortController();
  running.set(data.id, stop);
  try {
    tell({ id: data.id, tell: 'result', value: await answer(data, stop.signal) });
  } catch (error) {
    tell({ id: data.id, tell: 'error', error: toFailure(error) });
  } finally {
    running.delete(data.id);
  }
};
tell({ id: 0, tell: 'open' });

function answer(question: Exclude<Question, { ask: 'stop' }>, signal: AbortSignal): Promise<unknown> {
  const onProgress = (value: unknown): void => tell({ id: question.id, tell: 'progress', value });
  switch (question.ask) {
    case 'preview':
      return desk.preview(question.file, question.given);
    case 'check':
      return desk.check(same(question.text), question.plan, question.changes, onProgress, signal);
    case 'rows':
      return desk.rows(same(question.text), question.rows);
    case 'problemRows':
      return desk.problemRows(same(question.text), question.problem, question.from, question.count);
    case 'search':
      return desk.search(same(question.text), question.wanted, onProgress, signal);
    case 'rewrite':
      return desk.rewrite(same(question.text), question.recipe, onProgress, signal);
  }
}

/** The desk knows a file by the object it is. */
function same(text: SentText): FileText {
  if (known?.fileId !== text.fileId) known = text;
  return { file: known.file, dialect: text.dialect };
}

function toFailure(error: unknown): Failure {
  if (error instanceof ImporterError) return { kind: 'importer', code: error.code, detail: error.detail };
  if (error instanceof DOMException && error.name === 'AbortError') return { kind: 'abort' };
  return { kind: 'other', message: String(error) };
}
