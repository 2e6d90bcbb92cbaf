import { css } from 'lit';

/** How the records are imported. */
export const settings = css`
  .settings + .settings {
    border-block-start: 1px solid var(--_border);
  }
  .settings h4 {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
  }
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
    gap: 16px 24px;
    padding: 16px;
  }
  .settings p:not(.field),
  .summary p.means {
    margin: 6px 0 0;
  }
`;
