import { css } from 'lit';

/** What became of the rows. */
export const report = css`
  .group-head {
    display: grid;
    gap: 2px;
  }
  .group-head p,
  .content > p {
    margin: 0;
  }
  .section > .group-head .group-title {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
    color: var(--_text);
  }
  .group-title .muted {
    font-weight: 400;
    font-size: 0.875rem;
  }
  .group-title .mark {
    display: inline-block;
    margin: 0;
    margin-inline-end: 4px;
    vertical-align: 1px;
  }
  .more {
    padding: 12px 16px;
  }
  .more summary {
    font-size: 0.875rem;
    cursor: pointer;
  }
  .more .facts {
    margin-block-start: 12px;
  }
`;
