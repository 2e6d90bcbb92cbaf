/** The worker's entry: hears questions, asks the desk, tells what it says. Nothing else. */
import { ImporterError } from '../core/errors.js';
import { answer } from './answer.js';
import { createTextDesk, MOST_OPEN } from './desk.js';
import type { Answer, Failure, Message, Question } from './protocol.js';

const desk = createTextDesk();
const running = new Map<number, AbortController>();
/** The files that were asked about last: the desk knows a file by the object it is. */
const known = new Map<number, Blob>();
const tell = (message: Answer): void => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<Message>): Promise<void> => {
  const { id } = data;
  if (data.tell === 'stop') {
    running.get(id)?.abort();
    return;
  }
  const stop = new AbortController();
  running.set(id, stop);
  try {
    const question = withKnownFile(data.question, data.fileId);
    const onProgress = (value: unknown): void => tell({ id, tell: 'progress', value });
    tell({ id, tell: 'result', value: await answer(desk, question, onProgress, stop.signal) });
  } catch (error) {
    tell({ id, tell: 'error', error: toFailure(error) });
  } finally {
    running.delete(id);
  }
};
tell({ id: 0, tell: 'open' });

function withKnownFile(question: Question, id: number): Question {
  const file = known.get(id) ?? question.text.file;
  known.delete(id);
  known.set(id, file); // the latest is the last
  for (const old of known.keys()) if (known.size > MOST_OPEN) known.delete(old);
  return { ...question, text: { ...question.text, file } };
}

function toFailure(error: unknown): Failure {
  if (error instanceof ImporterError) return { kind: 'importer', code: error.code, detail: error.detail };
  if (error instanceof DOMException && error.name === 'AbortError') return { kind: 'abort' };
  return { kind: 'other', message: String(error) };
}
