/** Whose property a header means where it fits those of several objects. */
import type { Evidence } from './evidence.js';
import type { WeighedColumn } from './weigh-columns.js';

/** Whether the header is what the property is called. */
export const isItsName = ({ strength }: Evidence): boolean => strength === 'name' || strength === 'label';

/** The only object that a column fits; null for none or several. */
function onlyObject({ fitting }: WeighedColumn): string | null {
  const [first] = fitting;
  const isOnly = fitting.every(({ objectTypeId }) => objectTypeId === first?.objectTypeId);
  return isOnly ? (first?.objectTypeId ?? null) : null;
}

/** What the nearest columns on both sides say, of those that say something. */
function neighbours(
  columns: readonly WeighedColumn[],
  index: number,
  say: (column: WeighedColumn) => string | null,
): readonly [before: string | null, after: string | null] {
  const said = columns.map(say);
  return [
    said.slice(0, index).findLast((id) => id !== null) ?? null,
    said.slice(index + 1).find((id) => id !== null) ?? null,
  ];
}

/**
 * "Street 2" among a person's columns is not the company's, only because companies alone have such a property: where both
 * neighbours are surely another object's, another name is not enough.
 */
export function openOddOnes(columns: readonly WeighedColumn[]): readonly WeighedColumn[] {
  const isSure = (column: WeighedColumn): boolean => column.isNamed || column.fitting.some(isItsName);
  const surely = (column: WeighedColumn): string | null => (isSure(column) ? onlyObject(column) : null);
  return columns.map((column, index) => {
    const own = onlyObject(column);
    if (own === null || isSure(column)) return column;
    const [before, after] = neighbours(columns, index, surely);
    const isOdd = before !== null && before === after && before !== own;
    return isOdd ? { ...column, fitting: [] } : column;
  });
}

/**
 * Where a header fits several objects equally well ("City"), its neighbours decide: the nearest columns on both sides that
 * fit a single object. If they do not agree it stays open, the left one's object first.
 */
export function settleObjects(columns: readonly WeighedColumn[]): readonly WeighedColumn[] {
  return columns.map((column, index) => {
    if (column.fitting.length === 0 || onlyObject(column) !== null) return column;
    const [before, after] = neighbours(columns, index, onlyObject);
    const preferred = before ?? after;
    const own = column.fitting.filter(({ objectTypeId }) => objectTypeId === preferred);
    if (own.length === 0) return column;
    const agree = before === null || after === null || before === after;
    const others = column.fitting.filter((one) => !own.includes(one));
    return { ...column, fitting: agree ? own : [...own, ...others] };
  });
}
