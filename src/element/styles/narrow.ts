import { css } from 'lit';

/** The card in a narrow column. */
export const narrow = css`
  @container (max-width: 860px) {
    .step:not([aria-current]) .name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @container (max-width: 600px) {
    .top,
    .content {
      padding-inline: 16px;
    }
    .content {
      padding-block: 20px;
    }
    .step + .step::before {
      inline-size: 12px;
    }
    .top {
      flex-wrap: wrap;
      gap: 6px 12px;
      padding-block: 12px 8px;
    }
    .file {
      flex: 1 0 100%;
    }
    /* Going back is in the footer. */
    .file .link {
      display: none;
    }
    .bottom {
      flex-wrap: wrap;
      padding: 12px 16px 16px;
    }
    .bottom .note:empty {
      display: none;
    }
    .bottom .note {
      order: -1;
      flex: 1 0 100%;
    }
    .bottom .primary {
      flex: 1 0 auto;
      max-inline-size: 100%;
    }
    .drop {
      padding: 32px 16px;
    }
  }
  @container (max-width: 330px) {
    .bottom .primary {
      order: -1;
      flex: 1 0 100%;
    }
    .bottom .note {
      order: -2;
    }
  }
  @container (max-width: 360px) {
    .steps,
    .step {
      gap: 6px;
    }
    .step + .step::before {
      inline-size: 6px;
    }
  }
  @media (forced-colors: active) {
    [aria-current='step'] .dot,
    .button.primary {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
    .stat {
      outline: 1px solid CanvasText;
    }
    .dot,
    .badge,
    .button.primary {
      border: 1px solid;
    }
    progress {
      forced-color-adjust: none;
    }
  }
`;
