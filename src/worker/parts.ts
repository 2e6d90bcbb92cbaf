import { createPartPlanner, type Part, type PartLimits, type RowRange } from '../core/parts.js';
import { createRewriter, needsRewrite, type RewriteRecipe } from '../core/rewrite.js';
import { forEachRow } from './pass.js';
import type { OpenText } from './text.js';

/** Cuts the file as it would be sent: what is corrected is measured as it would be written, without being kept. */
export function planParts(
  text: OpenText,
  recipe: RewriteRecipe,
  limits: PartLimits,
  taken: readonly RowRange[],
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<readonly Part[]> {
  const plan = needsRewrite(recipe) ? planCopy : planFile;
  return plan(text, recipe, limits, taken, onProgress, signal);
}

async function planCopy(
  text: OpenText,
  recipe: RewriteRecipe,
  limits: PartLimits,
  taken: readonly RowRange[],
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<readonly Part[]> {
  const rewriter = createRewriter(recipe, () => undefined);
  const planner = createPartPlanner(limits, rewriter.bytes, taken);
  const { headerRow } = recipe.dialect;
  await forEachRow(
    text,
    (row) => {
      const before = rewriter.bytes;
      rewriter.row(row);
      if (row.row > headerRow) planner.add(row.row, rewriter.bytes - before);
    },
    onProgress,
    signal,
  );
  return planner.end();
}

/** A row of a file that goes as it is ends where the next one begins. */
async function planFile(
  text: OpenText,
  { dialect: { headerRow } }: RewriteRecipe,
  limits: PartLimits,
  taken: readonly RowRange[],
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<readonly Part[]> {
  let planner = createPartPlanner(limits, text.file.size, taken);
  let before = { row: 0, offset: 0 };
  const end = (offset: number): void => {
    if (before.row === headerRow) planner = createPartPlanner(limits, offset, taken);
    else if (before.row > headerRow) planner.add(before.row, offset - before.offset);
  };
  await forEachRow(
    text,
    ({ row, offset }) => {
      end(offset);
      before = { row, offset };
    },
    onProgress,
    signal,
  );
  end(text.file.size);
  return planner.end();
}
