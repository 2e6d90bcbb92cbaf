import { css } from 'lit';

/** Custom properties, each optional and used through a private name; then the frame; then what the screens share. */
const tokens = css`
  :host {
    --_accent: var(--hubspot-importer-accent, light-dark(#2251d8, #8fb0ff));
    --_on-accent: var(--hubspot-importer-on-accent, light-dark(#ffffff, #0d1526));
    --_surface: var(--hubspot-importer-surface, light-dark(#ffffff, #171b22));
    --_quiet: var(--hubspot-importer-surface-quiet, light-dark(#f4f6f8, #1c222b));
    --_text: var(--hubspot-importer-text, light-dark(#1a212c, #e9edf3));
    --_muted: var(--hubspot-importer-text-quiet, light-dark(#566273, #9aa6b6));
    --_border: var(--hubspot-importer-border, light-dark(#e1e5ea, #2c333e));
    --_radius: var(--hubspot-importer-radius, 14px);
    --_min-height: var(--hubspot-importer-min-height, 27rem);
    --_box: calc(var(--_radius) * 0.72);
    --_control: calc(var(--_radius) * 0.64);
    --_line-control: color-mix(in oklab, var(--_text) 46%, var(--_surface));
    --_tint: color-mix(in oklab, var(--_accent) 10%, var(--_surface));
    --_red: light-dark(#a91f1f, #ff9d94);
    --_red-tint: light-dark(#fdeeee, #341c1e);
    --_amber: light-dark(#855000, #f2b457);
    --_amber-tint: light-dark(#fff6e6, #2d2417);
    --_green: light-dark(#13703f, #62cf97);

    display: block;
    color-scheme: light dark;
    container-type: inline-size;
    color: var(--_text);
    font-size: 0.9375rem;
    line-height: 1.5;
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
    unicode-bidi: isolate;
  }
`;

const frame = css`
  .card {
    display: flex;
    flex-direction: column;
    min-block-size: var(--_min-height);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 24px;
    min-block-size: 56px;
    padding: 8px 24px;
    border-block-end: 1px solid var(--_border);
  }
  .steps {
    display: flex;
    flex: none;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
  }
  .step {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--_muted);
  }
  .step + .step::before {
    content: '';
    inline-size: 22px;
    border-block-start: 1px solid var(--_border);
  }
  .dot {
    display: grid;
    place-items: center;
    inline-size: 1.6rem;
    block-size: 1.6rem;
    border: 1px solid var(--_border);
    border-radius: 50%;
    font-size: 0.75rem;
    line-height: 1;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .past .dot {
    color: var(--_accent);
    background: var(--_tint);
    border-color: transparent;
  }
  [aria-current='step'] {
    color: var(--_text);
    font-weight: 600;
  }
  [aria-current='step'] .dot {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: transparent;
  }
  .file {
    display: flex;
    align-items: baseline;
    gap: 10px;
    min-inline-size: 0;
    margin: 0;
    font-size: 0.8125rem;
    line-height: 24px; /* the same with a link in it and without */
  }
  .file .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    max-inline-size: 26ch;
    unicode-bidi: plaintext;
  }
  .file .link {
    flex: none;
  }
  .file .muted {
    white-space: nowrap;
  }
  .content {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 24px;
    padding: 24px;
  }
  .title {
    display: grid;
    gap: 4px;
  }
  .heading {
    margin: 0;
    font-size: 1.3125rem;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.01em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .heading:focus {
    outline: none;
  }
  .intro {
    margin: 0;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .bottom {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 16px 24px;
    background: var(--_quiet);
    border-block-start: 1px solid var(--_border);
    border-end-start-radius: calc(var(--_radius) - 1px);
    border-end-end-radius: calc(var(--_radius) - 1px);
  }
  .note {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .muted {
    color: var(--_muted);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 42px;
    padding: 8px 16px;
    font-weight: 600;
    line-height: 1.2;
    text-align: center;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_control);
    cursor: pointer;
  }
  .button:hover {
    background: var(--_quiet);
    border-color: var(--_line-control);
  }
  .button.primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: transparent;
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }
  .button.small {
    min-block-size: 32px;
    padding: 4px 10px;
    font-size: 0.875rem;
  }
  .button:disabled,
  .button[data-disabled] {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .link {
    display: inline;
    min-block-size: 24px;
    padding: 0;
    color: var(--_accent);
    text-align: start;
    overflow-wrap: anywhere;
    text-underline-offset: 2px;
    background: none;
    border: 0;
    cursor: pointer;
  }
  .link:hover,
  p .link {
    text-decoration: underline;
  }
  .link:disabled {
    color: var(--_muted);
    cursor: not-allowed;
  }
  :is(button, input, select, textarea, summary, .choose, .scroll, [tabindex='0']):focus-visible,
  .choose:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .choose {
    position: relative;
  }
  .choose input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
    font-size: 0;
  }
  select,
  .text-input,
  textarea {
    min-block-size: 38px;
    inline-size: 100%;
    padding: 7px 10px;
    background: var(--_surface);
    border: 1px solid var(--_line-control);
    border-radius: var(--_control);
  }
  textarea {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 0.8125rem;
    resize: vertical;
  }
  /* Nothing that has the focus hides below the footer. */
  .content :is(button, input, select, textarea, summary, [tabindex]) {
    scroll-margin-block: 16px 136px;
  }
  .text-input {
    text-overflow: ellipsis;
  }
  [aria-invalid='true'] {
    border-color: var(--_red);
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
`;

const pieces = css`
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

const narrow = css`
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

export const styles = [tokens, frame, controls, pieces, narrow];
