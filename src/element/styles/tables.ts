import { css } from 'lit';

/** Tables of cells, and what is amiss in them. */
export const tables = css`
  .scroll {
    position: relative; /* or what is unseen in it would widen the page */
    overflow: auto;
    max-block-size: 25rem;
    overscroll-behavior-inline: contain;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    max-inline-size: 22rem;
    padding: 8px 12px;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: top;
  }
  tbody :is(th, td) {
    border-block-start: 1px solid var(--_border);
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    font-weight: 600;
    background: var(--_quiet);
  }
  thead th small {
    display: block;
    font-size: 0.75rem;
    font-weight: 400;
    color: var(--_muted);
  }
  :is(th, td).row {
    inline-size: 1%;
    font-weight: 400;
    text-align: end;
    color: var(--_muted);
  }
  thead th.row {
    white-space: normal;
  }
  td,
  .samples,
  .source .header,
  .mono {
    unicode-bidi: plaintext;
  }
  .whole {
    max-block-size: none;
  }
  :is(td.bad, td.lost) {
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }
  td.wrap {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .bad {
    color: var(--_red);
    background: var(--_red-tint);
  }
  .lost {
    color: var(--_amber);
    background: var(--_amber-tint);
  }
  td > :is(.bad, .lost) {
    padding: 1px 6px;
    border-radius: 5px;
  }
  td.fill {
    inline-size: 99%;
    max-inline-size: none;
  }
`;
