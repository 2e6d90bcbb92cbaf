import { css } from 'lit';

/** The table of all rows. */
export const rowTable = css`
  .grid {
    position: relative;
    block-size: 27rem;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_box);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    overscroll-behavior: contain;
  }
  .grid:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .grid-layer {
    position: sticky;
    inset-block-start: 0;
    inset-inline-start: 0;
    overflow: hidden;
  }
  .grid-row {
    position: absolute;
    inset-inline: 0;
    block-size: 36px;
  }
  .grid-head {
    z-index: 1;
    inset-block-start: 0;
    block-size: 52px;
    background: var(--_quiet);
  }
  .grid-cell {
    position: absolute;
    inset-block: 0;
    padding: 7px 12px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    border-block-end: 1px solid var(--_border);
    unicode-bidi: plaintext;
  }
  .grid-head .grid-cell {
    font-weight: 600;
    line-height: 1.3;
  }
  .grid-head small {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: 0.75rem;
    font-weight: 400;
    color: var(--_muted);
  }
  .grid-number {
    text-align: end;
    color: var(--_muted);
    background: var(--_surface);
    border-inline-end: 1px solid var(--_border);
  }
  .grid-head .grid-number {
    background: var(--_quiet);
  }
  .is-here .grid-cell:not(.bad, .lost) {
    background: var(--_quiet);
  }
  .grid:focus-visible .is-cursor {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .grid .is-out {
    text-decoration: line-through;
    color: var(--_muted);
  }
  .rows-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 16px;
  }
  .rows-bar .field {
    flex: 1 1 12rem;
  }
  .rows-bar .field.short {
    flex: 0 1 8rem;
  }
`;
