import { css } from 'lit';

/** The list of properties that a column may become. */
export const picker = css`
  .picker {
    position: relative;
    min-inline-size: 0;
  }
  .pick {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    inline-size: 100%;
    min-block-size: 40px;
    padding: 7px 12px;
    text-align: start;
    background: var(--_surface);
    border: 1px solid var(--_line-control);
    border-radius: var(--_control);
    cursor: pointer;
  }
  .pick:hover {
    border-color: var(--_text);
  }
  .pick.none {
    color: var(--_muted);
    border-style: dashed;
  }
  .pick .label,
  .choice .label {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .kind {
    margin-inline-start: auto;
    font-size: 0.8125rem;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .popup {
    position: absolute;
    scroll-margin-block-end: 96px;
    inset-block-start: calc(100% + 4px);
    inset-inline: 0;
    z-index: 3;
    min-inline-size: min(20rem, 100%);
    padding: 8px;
    background: var(--_surface);
    border: 1px solid var(--_line-control);
    border-radius: var(--_box);
  }
  .choices {
    max-block-size: 17rem;
    margin-block-start: 8px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    min-block-size: 32px;
    padding: 4px 10px;
    border-radius: 6px;
    cursor: pointer;
  }
  .choice.active {
    background: var(--_tint);
    outline: 1px solid var(--_accent);
    outline-offset: -1px;
  }
  .choice:hover {
    background: var(--_quiet);
  }
  .choice[aria-selected='true'] .label {
    font-weight: 600;
  }
  .choice[aria-selected='true'] .label::before {
    content: '✓ ';
  }
  .choice.none .label,
  .group-name {
    color: var(--_muted);
  }
  .group-name {
    margin: 0;
    padding: 8px 10px 4px;
    font-size: 0.75rem;
    font-weight: 600;
  }
`;
