import { css } from 'lit';

/** The card, its header and its footer. */
export const frame = css`
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
