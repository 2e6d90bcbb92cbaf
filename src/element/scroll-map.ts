/** How a scroll position and the rows of a long table belong together. Browsers cut elements that are very high. */

/** The highest that a scrolled element is made, in pixels: Firefox stops at some 17 million. */
const HIGHEST_PX = 6_000_000;

export interface ScrollMap {
  readonly rows: number;
  readonly rowPx: number;
  /** Height of what is seen of the rows. */
  readonly viewPx: number;
}

/** Height of the element that is scrolled. */
export const spacePx = ({ rows, rowPx, viewPx }: ScrollMap): number =>
  Math.max(Math.min(rows * rowPx, HIGHEST_PX), viewPx);

/** The row at the upper edge when the last row is at the lower one; rows are counted from 0, with fractions. */
export const lastTop = ({ rows, rowPx, viewPx }: ScrollMap): number => Math.max(rows - viewPx / rowPx, 0);

/** The row at the upper edge, by the scroll position alone. */
export function topAt(map: ScrollMap, scrollPx: number): number {
  const way = spacePx(map) - map.viewPx;
  return way <= 0 ? 0 : Math.min(Math.max(scrollPx / way, 0), 1) * lastTop(map);
}

/** The scroll position that stands for a row at the upper edge. */
export function scrollAt(map: ScrollMap, top: number): number {
  const last = lastTop(map);
  return last === 0 ? 0 : (Math.min(Math.max(top, 0), last) / last) * (spacePx(map) - map.viewPx);
}

/** Where a table is scrolled to. */
export interface ScrollPlace {
  readonly scrollPx: number;
  readonly top: number;
}

/**
 * The row at the upper edge after a scroll. Where the whole height stands for more rows than it has room for, a short way is
 * taken row by row, as a wheel or a finger means it, a long one as the scroll bar means it.
 */
export function scrolled(map: ScrollMap, before: ScrollPlace, scrollPx: number): ScrollPlace {
  const isExact = map.rows * map.rowPx <= HIGHEST_PX;
  const way = scrollPx - before.scrollPx;
  if (isExact || Math.abs(way) > 2 * map.viewPx) return { scrollPx, top: topAt(map, scrollPx) };
  const top = Math.min(Math.max(before.top + way / map.rowPx, 0), lastTop(map));
  return { scrollPx, top };
}

/** The place with a row in sight: moved no further than needed. */
export function withRow(map: ScrollMap, { top }: ScrollPlace, row: number): ScrollPlace {
  const seen = Math.floor(map.viewPx / map.rowPx);
  const latest = Math.min(row, lastTop(map));
  const moved = row < top ? latest : Math.min(Math.max(top, row - seen + 1), lastTop(map));
  return { top: moved, scrollPx: scrollAt(map, moved) };
}
