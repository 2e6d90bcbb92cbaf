import { css } from 'lit';

/** Problems, and what mends them. */
export const problems = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(260px, 320px);
    align-items: start;
    gap: 24px;
  }
  .problems {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .problem {
    display: grid;
    grid-template-columns: 9px minmax(0, 1fr) auto;
    gap: 4px 14px;
    align-items: start;
    padding: 14px 16px;
  }
  .problem + .problem {
    border-block-start: 1px solid var(--_border);
  }
  .problem h4 {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .problem .what p {
    margin: 2px 0 0;
    font-size: 0.8438rem;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .problem .act {
    white-space: nowrap;
  }
  .problem .detail {
    grid-column: 1 / -1;
    display: grid;
    gap: 8px;
    min-inline-size: 0;
    margin-block-start: 10px;
  }
  .detail p {
    margin: 0;
    font-size: 0.875rem;
  }
  .mark {
    inline-size: 9px;
    block-size: 9px;
    margin-block-start: 7px;
    background: var(--_muted);
    border-radius: 50%;
    forced-color-adjust: none;
  }
  .mark.red {
    background: var(--_red);
  }
  .mark.amber {
    background: var(--_amber);
  }
  .fixes {
    display: grid;
    max-block-size: 26rem;
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
    border: 1px solid var(--_border);
    border-radius: var(--_box);
  }
  .fixes li {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 5fr) minmax(0, 4fr);
    align-items: center;
    gap: 4px 12px;
    padding: 8px 12px;
    font-size: 0.875rem;
  }
  .fixes li + li {
    border-block-start: 1px solid var(--_border);
  }
  .fixes .from small {
    display: block;
  }
  .fixes .offers {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    overflow-wrap: anywhere;
  }
  .link.quiet {
    color: var(--_muted);
  }
  .problem table :is(th, td) {
    vertical-align: middle;
  }
  td .link {
    min-block-size: 0;
  }
  .cell {
    inline-size: 100%;
    min-inline-size: 12rem;
    padding: 2px 6px;
    background: var(--_surface);
    border: 1px solid var(--_line-control);
    border-radius: 6px;
  }
  .is-out td {
    color: var(--_muted);
    text-decoration: line-through;
  }
  .is-out td:nth-child(2) {
    text-decoration: none;
  }
`;
