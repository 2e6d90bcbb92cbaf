import { css } from 'lit';

/** The columns, and what each becomes. */
export const match = css`
  .match {
    display: grid;
    grid-template-columns: minmax(0, 3.4fr) 24px minmax(0, 3.4fr) minmax(0, 3.1fr);
    align-items: center;
    gap: 4px 16px;
    padding: 12px 16px;
  }
  .match + .match {
    border-block-start: 1px solid var(--_border);
  }
  .undecided .match {
    background: var(--_amber-tint);
  }
  .undecided .match:first-child {
    border-start-start-radius: calc(var(--_box) - 1px);
    border-start-end-radius: calc(var(--_box) - 1px);
  }
  .undecided .match:last-child {
    border-end-start-radius: calc(var(--_box) - 1px);
    border-end-end-radius: calc(var(--_box) - 1px);
  }
  .source {
    min-inline-size: 0;
  }
  .source > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .source .header {
    font-weight: 600;
  }
  .source .samples {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .match > .to {
    color: var(--_muted);
    text-align: center;
  }
  :host(:dir(rtl)) .match > .to {
    transform: scaleX(-1);
  }
  .why {
    min-inline-size: 0;
    font-size: 0.8438rem;
    overflow-wrap: break-word;
  }
  .why p {
    margin: 0;
  }
  .why p:first-child:not(:only-child) {
    color: var(--_muted);
  }
  .out .why p {
    color: var(--_muted);
  }
  .offers {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  .folded > summary {
    padding-block: 4px;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_muted);
    cursor: pointer;
  }
  .folded[open] > summary {
    margin-block-end: 8px;
  }
  .match small {
    font-size: 0.8125rem;
  }
`;
