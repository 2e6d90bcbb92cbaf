import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';
import { RowTable, type TableContent } from './row-table.js';

/** Keeps one table in an element for as long as that is drawn. */
class RowTableDirective extends AsyncDirective {
  #table: RowTable | null = null;
  #grid: HTMLElement | null = null;
  #content: TableContent | null = null;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('A table of rows is drawn into an element.');
  }

  override render(_content: TableContent): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [content]: [TableContent]): typeof noChange {
    this.#content = content;
    if (part.element instanceof HTMLElement) this.#grid = part.element;
    if (this.#table === null) this.reconnected();
    else this.#table.show(content);
    return noChange;
  }

  protected override disconnected(): void {
    this.#table?.close();
    this.#table = null;
  }

  protected override reconnected(): void {
    if (this.#grid !== null && this.#content !== null) this.#table = new RowTable(this.#grid, this.#content);
  }
}

/** `<div class="grid" role="grid" tabindex="0" ${rowTable(content)}></div>` */
export const rowTable = directive(RowTableDirective);
