import { css } from 'lit';

/** Imports of before. */
export const recent = css`
  .recent {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .recent li {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 16px;
    padding: 12px 16px;
  }
  .recent li + li {
    border-block-start: 1px solid var(--_border);
  }
  .recent .what {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .recent .muted {
    font-size: 0.875rem;
  }
`;
