import { css } from 'lit';

/** Buttons, links and what is typed into. */
export const controls = css`
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
