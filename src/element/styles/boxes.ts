import { css } from 'lit';

/** Boxes, numbers and facts. */
export const boxes = css`
  .section {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
  }
  .section h3,
  .box h3 {
    margin: 0;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_muted);
  }
  .box {
    min-inline-size: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_box);
  }
  .red {
    color: var(--_red);
  }
  .amber {
    color: var(--_amber);
  }
  .green {
    color: var(--_green);
  }
  .badge {
    flex: none;
    padding: 1px 7px;
    font-size: 0.75rem;
    font-weight: 600;
    color: var(--_accent);
    background: var(--_tint);
    border-radius: 6px;
  }
  .mono {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 0.92em;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .stats {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: 1px;
    margin: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_box);
  }
  .stat {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    gap: 4px;
    padding: 16px;
    box-shadow: 0 0 0 1px var(--_border);
  }
  .stat dt {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .stat dd {
    margin: 0;
    font-size: 1.5rem;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums;
  }
  .facts {
    display: grid;
    gap: 8px;
    margin: 0;
    font-size: 0.875rem;
  }
  .facts > div {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 16px;
  }
  .facts dt {
    flex: none;
    max-inline-size: 60%;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .facts dd {
    min-inline-size: 0;
    margin: 0;
    text-align: end;
    overflow-wrap: anywhere;
  }
`;
