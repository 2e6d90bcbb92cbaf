import { css } from 'lit';

/** The first screen, and what all screens share. */
export const start = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
    margin: 0;
    padding: 12px 16px;
    background: var(--_quiet);
    border: 1px solid var(--_border);
    border-radius: var(--_box);
  }
  .notice p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .notice.error {
    color: var(--_red);
    background: var(--_red-tint);
    border-color: color-mix(in oklab, var(--_red) 30%, var(--_surface));
  }
  .notice.warn {
    color: var(--_amber);
    background: var(--_amber-tint);
    border-color: color-mix(in oklab, var(--_amber) 30%, var(--_surface));
  }
  .drop {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding: 40px 24px;
    text-align: center;
    background: var(--_quiet);
    border: 1px dashed var(--_line-control);
    border-radius: var(--_box);
  }
  .drop.over {
    background: var(--_tint);
    border: 1px solid var(--_accent);
  }
  .drop * {
    max-inline-size: 100%;
  }
  .drop .button {
    margin-block: 18px 14px;
  }
  .arrow {
    inline-size: 32px;
    margin-block-end: 12px;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2.2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 4px 20px;
    margin: 0;
  }
  .paste {
    flex: 1;
    display: grid;
    gap: 8px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 12px;
    margin-block-start: 8px;
  }
  .skeleton {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_box);
  }
  .skeleton span {
    block-size: 20px;
    background: var(--_quiet);
    border-radius: 6px;
  }
  .skeleton span:nth-child(even) {
    inline-size: 72%;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
