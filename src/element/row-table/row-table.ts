import { html, nothing, render, type TemplateResult } from 'lit';
import { scrollAt, type ScrollMap, type ScrollPlace, scrolled, spacePx, withRow } from '../scroll-map.js';
import { createRowPages, type RowPages, type RowSource } from './row-pages.js';

/** A cell with something wrong: what, for whoever cannot see the colour. */
export interface CellMark {
  readonly kind: 'bad' | 'lost';
  readonly problem: string;
}

export interface TableColumn {
  readonly header: string;
  /** What it becomes; empty when it is not imported. */
  readonly label: string;
  /** In pixels. */
  readonly width: number;
}

/** What the table shows. A new one is given whenever something of it changes. */
export interface TableContent {
  readonly source: RowSource;
  readonly columns: readonly TableColumn[];
  readonly label: string;
  readonly rowLabel: string;
  /** Width of the column of row numbers, in pixels. */
  readonly numberPx: number;
  /** The row to bring into sight, by its place; null for none. Once for each object. */
  readonly goTo: { readonly index: number } | null;
  textOf(row: number, column: number, cell: string): string;
  markOf(row: number, column: number, text: string): CellMark | null;
  isOut(row: number): boolean;
  number(row: number): string;
}

const ROW_PX = 36;
const HEAD_PX = 52;
/** Columns drawn beyond the edges. */
const BESIDE_PX = 200;

/** The columns that are drawn, and where they begin, in pixels. */
type ColumnsInSight = readonly { readonly index: number; readonly x: number; readonly column: TableColumn }[];

/** Where the keyboard is: row by its place, column from -1, the row number. */
interface Cursor {
  readonly row: number;
  readonly column: number;
}

/**
 * Draws the rows in sight, and no others: a grid of any height and width, with the keys of the ARIA grid pattern. The focus
 * stays on the grid; `aria-activedescendant` says which cell is meant.
 */
export class RowTable {
  #grid: HTMLElement;
  #content: TableContent;
  #pages: RowPages;
  #place: ScrollPlace = { scrollPx: 0, top: 0 };
  #cursor: Cursor = { row: 0, column: 0 };
  #frame = 0;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #resizes = new ResizeObserver(() => this.#draw());

  constructor(grid: HTMLElement, content: TableContent) {
    this.#grid = grid;
    this.#content = content;
    this.#pages = this.#open(content);
    grid.addEventListener('scroll', this.#onScroll, { passive: true });
    grid.addEventListener('keydown', this.#onKey);
    grid.addEventListener('click', this.#onClick);
    this.#resizes.observe(grid);
    this.#goTo(content);
    this.#draw();
  }

  show(content: TableContent): void {
    const before = this.#content;
    this.#content = content;
    if (content.source.key !== before.source.key) {
      this.#pages = this.#open(content);
      this.#cursor = { row: 0, column: this.#cursor.column };
      this.#moveTo({ scrollPx: 0, top: 0 });
    } else if (content.source.total !== before.source.total) this.#pages = this.#open(content);
    if (content.goTo !== before.goTo) this.#goTo(content);
    this.#drawSoon();
  }

  close(): void {
    this.#resizes.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#settle);
    this.#grid.removeEventListener('scroll', this.#onScroll);
    this.#grid.removeEventListener('keydown', this.#onKey);
    this.#grid.removeEventListener('click', this.#onClick);
    render(nothing, this.#grid);
  }

  get #map(): ScrollMap {
    const viewPx = Math.max(this.#grid.clientHeight - HEAD_PX, ROW_PX);
    return { rows: this.#pages.total, rowPx: ROW_PX, viewPx };
  }

  #open({ source }: TableContent): RowPages {
    return createRowPages(source, () => this.#drawSoon());
  }

  #goTo({ goTo }: TableContent): void {
    if (goTo === null) return;
    const row = Math.min(Math.max(goTo.index, 0), this.#pages.total - 1);
    this.#cursor = { ...this.#cursor, row };
    const top = Math.max(row - 2, 0); // a little of what is before it
    this.#moveTo({ scrollPx: scrollAt(this.#map, top), top });
  }

  #moveTo(place: ScrollPlace): void {
    this.#place = place;
    this.#drawSoon();
  }

  #onScroll = (): void => {
    const { scrollTop } = this.#grid;
    if (Math.abs(scrollTop - this.#place.scrollPx) >= 1)
      this.#place = scrolled(this.#map, this.#place, scrollTop);
    this.#drawSoon();
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => this.#settleScroll(), 150);
  };

  /** After short ways the scroll bar is a little off: it is put right when nobody moves it. */
  #settleScroll(): void {
    this.#place = { ...this.#place, scrollPx: scrollAt(this.#map, this.#place.top) };
    this.#drawSoon();
  }

  #onKey = (event: KeyboardEvent): void => {
    const next = this.#cursorAfter(event);
    if (next === null) return;
    event.preventDefault();
    this.#cursor = next;
    this.#moveTo(withRow(this.#map, this.#place, next.row));
    this.#showColumn(next.column);
  };

  #cursorAfter({ key, ctrlKey, metaKey }: KeyboardEvent): Cursor | null {
    const { row, column } = this.#cursor;
    const last = { row: this.#pages.total - 1, column: this.#content.columns.length - 1 };
    const page = Math.max(Math.floor(this.#map.viewPx / ROW_PX) - 1, 1);
    const toRow = (to: number): Cursor => ({ column, row: Math.max(Math.min(to, last.row), 0) });
    const toColumn = (to: number): Cursor => ({ row, column: Math.max(Math.min(to, last.column), -1) });
    const isWhole = ctrlKey || metaKey;
    switch (key) {
      case 'ArrowDown':
        return toRow(row + 1);
      case 'ArrowUp':
        return toRow(row - 1);
      case 'PageDown':
        return toRow(row + page);
      case 'PageUp':
        return toRow(row - page);
      case 'ArrowRight':
        return toColumn(column + 1);
      case 'ArrowLeft':
        return toColumn(column - 1);
      case 'Home':
        return isWhole ? { row: 0, column: -1 } : toColumn(-1);
      case 'End':
        return isWhole ? last : toColumn(last.column);
      default:
        return null;
    }
  }

  #onClick = (event: Event): void => {
    const cell = event
      .composedPath()
      .find((one) => one instanceof HTMLElement && one.dataset.row !== undefined);
    if (!(cell instanceof HTMLElement)) return;
    this.#cursor = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    this.#drawSoon();
  };

  #showColumn(column: number): void {
    if (column < 0) return;
    const start = this.#startOf(column);
    const width = this.#content.columns[column]?.width ?? 0;
    const { scrollLeft, clientWidth } = this.#grid;
    const seen = clientWidth - this.#content.numberPx;
    const sign = this.#isReversed ? -1 : 1;
    const at = scrollLeft * sign;
    if (start < at) this.#grid.scrollLeft = start * sign;
    else if (start + width > at + seen) this.#grid.scrollLeft = (start + width - seen) * sign;
  }

  /** Where the text runs from right to left, scroll positions are negative. */
  get #isReversed(): boolean {
    return getComputedStyle(this.#grid).direction === 'rtl';
  }

  #startOf(column: number): number {
    return this.#content.columns.slice(0, column).reduce((sum, { width }) => sum + width, 0);
  }

  #drawSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const map = this.#map;
    const { columns } = this.#content;
    const { total } = this.#pages;
    const first = Math.floor(this.#place.top);
    const count = Math.max(Math.min(Math.ceil(map.viewPx / ROW_PX) + 1, total - first), 0);
    if (count > 0) this.#pages.want(first, count);
    render(this.#template(map, first, count), this.#grid);
    const [space] = this.#grid.children;
    if (space instanceof HTMLElement) {
      space.style.blockSize = `${spacePx(map) + HEAD_PX}px`;
      space.style.inlineSize = `${this.#content.numberPx + this.#startOf(columns.length)}px`;
    }
    const layer = space?.children[0];
    if (layer instanceof HTMLElement) {
      layer.style.blockSize = `${this.#grid.clientHeight}px`;
      layer.style.inlineSize = `${this.#grid.clientWidth}px`;
    }
    for (const drawn of this.#grid.querySelectorAll<HTMLElement>('[data-x], [data-y]')) this.#put(drawn);
    if (Math.abs(this.#grid.scrollTop - this.#place.scrollPx) >= 1)
      this.#grid.scrollTop = this.#place.scrollPx;
  }

  /** Positions are set as properties: a strict content policy allows no style attributes. */
  #put({ dataset: { x, y, width }, style }: HTMLElement): void {
    if (x !== undefined) style.insetInlineStart = `${x}px`;
    if (width !== undefined) style.inlineSize = `${width}px`;
    if (y !== undefined) style.insetBlockStart = `${y}px`;
  }

  #template(map: ScrollMap, first: number, count: number): TemplateResult {
    const { label, rowLabel } = this.#content;
    const { total } = this.#pages;
    const shift = (this.#place.top - first) * map.rowPx;
    const shown = this.#columnsInSight();
    this.#grid.setAttribute('aria-label', label);
    this.#grid.setAttribute('aria-rowcount', String(total + 1));
    this.#grid.setAttribute('aria-colcount', String(this.#content.columns.length + 1));
    const isSeen = this.#cursor.row >= first && this.#cursor.row < first + count;
    if (isSeen && count > 0) this.#grid.setAttribute('aria-activedescendant', 'grid-cursor');
    else this.#grid.removeAttribute('aria-activedescendant');
    return html`<div class="grid-space" role="presentation">
      <div class="grid-layer" role="presentation">
        <div class="grid-row grid-head" role="row" aria-rowindex="1">
          ${shown.map(
            ({ index, x, column }) =>
              html`<div
                class="grid-cell"
                role="columnheader"
                aria-colindex=${index + 2}
                data-x=${x}
                data-width=${column.width}
              >
                ${column.header}<small>${column.label}</small>
              </div>`,
          )}
          <div
            class="grid-cell grid-number"
            role="columnheader"
            aria-colindex="1"
            data-x="0"
            data-width=${this.#content.numberPx}
          >
            <span class="unseen">${rowLabel}</span>
          </div>
        </div>
        ${Array.from({ length: count }, (_, at) => this.#row(first + at, HEAD_PX + at * map.rowPx - shift, shown))}
      </div>
    </div>`;
  }

  #columnsInSight(): ColumnsInSight {
    const left = Math.abs(this.#grid.scrollLeft);
    const right = left + this.#grid.clientWidth;
    let x = this.#content.numberPx;
    return this.#content.columns.flatMap((column, index) => {
      const start = x;
      x += column.width;
      const isSeen = start + column.width > left - BESIDE_PX && start < right + BESIDE_PX;
      return isSeen ? [{ index, x: start - left, column }] : [];
    });
  }

  #row(index: number, y: number, shown: ColumnsInSight): TemplateResult {
    const { number, isOut } = this.#content;
    const row = this.#pages.at(index);
    const isHere = index === this.#cursor.row;
    const name = row === null ? '…' : number(row.row);
    return html`<div
      class="grid-row ${row !== null && isOut(row.row) ? 'is-out' : ''} ${isHere ? 'is-here' : ''}"
      role="row"
      aria-rowindex=${index + 2}
      data-y=${y}
    >
      ${shown.map(({ index: column, x, column: { width } }) => this.#cell(row, index, column, x, width))}
      <div
        class="grid-cell grid-number ${isHere && this.#cursor.column === -1 ? 'is-cursor' : ''}"
        role="rowheader"
        aria-colindex="1"
        id=${isHere && this.#cursor.column === -1 ? 'grid-cursor' : nothing}
        data-row=${index}
        data-column="-1"
        data-x="0"
        data-width=${this.#content.numberPx}
      >
        ${name}
      </div>
    </div>`;
  }

  #cell(
    row: ReturnType<RowPages['at']>,
    index: number,
    column: number,
    x: number,
    width: number,
  ): TemplateResult {
    const { textOf, markOf } = this.#content;
    const text = row === null ? '' : textOf(row.row, column, row.cells[column] ?? '');
    const mark = row === null ? null : markOf(row.row, column, text);
    const isCursor = index === this.#cursor.row && column === this.#cursor.column;
    return html`<div
      class="grid-cell ${mark?.kind ?? ''} ${isCursor ? 'is-cursor' : ''}"
      role="gridcell"
      aria-colindex=${column + 2}
      id=${isCursor ? 'grid-cursor' : nothing}
      title=${mark === null ? text : `${text}\n${mark.problem}`}
      data-row=${index}
      data-column=${column}
      data-x=${x}
      data-width=${width}
    >
      ${text}${mark === null ? nothing : html`<span class="unseen">: ${mark.problem}</span>`}
    </div>`;
  }
}
