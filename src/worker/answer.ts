import type { Question, TextDesk } from './protocol.js';

/** Puts a question to a desk. */
export function answer(
  desk: TextDesk,
  question: Question,
  onProgress: (value: unknown) => void,
  signal: AbortSignal,
): Promise<unknown> {
  switch (question.ask) {
    case 'check':
      return desk.check(question.text, question.plan, question.changes, onProgress, signal);
    case 'missingKeys':
      return desk.missingKeys(question.text, question.keys, question.owner, signal);
    case 'rows':
      return desk.rows(question.text, question.rows);
    case 'problemRows':
      return desk.problemRows(question.text, question.problem, question.from, question.count);
    case 'search':
      return desk.search(question.text, question.wanted, onProgress, signal);
    case 'parts':
      return desk.parts(question.text, question.recipe, question.limits, question.taken, onProgress, signal);
    case 'rewrite':
      return desk.rewrite(question.text, question.recipe, onProgress, signal);
  }
}
