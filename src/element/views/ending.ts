import { html, nothing, type TemplateResult } from 'lit';
import { importedAgain } from '../../core/again.js';
import type { Report } from '../../core/report.js';
import type { Ended } from './report.js';
import type { Context } from './screen.js';

/** What became of the import as a whole. */
export function endTitle(
  { status, loaded }: Pick<Ended, 'status' | 'loaded'>,
  report: Report,
  { words, format, noun }: Context,
): { heading: string; intro: string } {
  const { imported, records, refused, notSent, losing, inFile } = report;
  const kept = (intro: string): string => (loaded === null ? intro : `${intro} ${words.keptAll}`);
  switch (status) {
    case 'failed':
      return {
        heading: imported > 0 ? words.failedTitle : words.failedTitleNone,
        intro: kept(words.failedIntro),
      };
    case 'canceled':
      return { heading: words.canceledTitle, intro: kept(words.canceledIntro) };
    case 'reverted':
      return { heading: words.revertedTitle, intro: kept(words.revertedIntro) };
    case 'done': {
      const heading = records === 0 ? words.doneTitleNone(noun) : words.doneTitle(records, noun, format);
      if (inFile === null) return { heading, intro: '' };
      if (imported < inFile || notSent > 0)
        return { heading, intro: words.doneIntro(imported, refused, notSent, inFile, format) };
      const intro =
        losing > 0 ? words.doneIntroLosing(losing, inFile, format) : words.doneIntroClean(inFile, format);
      return { heading, intro };
    }
  }
}

/** What comes of it when the file is imported once more, where a part of it is written already. */
export function nextNote(
  { status, loaded }: Pick<Ended, 'status' | 'loaded'>,
  { imported }: Report,
  { words }: Context,
): TemplateResult | typeof nothing {
  if (status === 'done' || imported === 0) return nothing;
  if (status === 'reverted') return html`<p class="notice">${words.againUndone}</p>`;
  if (loaded === null) return nothing;
  const again = importedAgain(loaded.mapping);
  return html`<p class="notice ${again === 'doubles' ? 'warn' : ''}">${words.again[again]}</p>`;
}
