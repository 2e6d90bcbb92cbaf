import { css } from 'lit';

/** All of these in a narrow column. */
export const screensNarrow = css`
  @container (max-width: 860px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 600px) {
    .match {
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
      padding: 14px;
    }
    .match > .to {
      display: none;
    }
    .summary.alone {
      grid-template-columns: minmax(0, 1fr);
    }
    .stats {
      grid-template-columns: 1fr 1fr;
    }
    .stat:last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    .problem {
      grid-template-columns: 9px minmax(0, 1fr);
    }
    .problem .act {
      grid-column: 2;
      justify-self: start;
    }
    .fixes li {
      grid-template-columns: minmax(0, 1fr);
      padding: 12px;
    }
  }
`;
