import { css } from 'lit';

/** Tabs of files, objects, and a property that is made. */
export const files = css`
  .tabs {
    display: flex;
    overflow-x: auto;
    box-shadow: inset 0 -1px var(--_border);
  }
  .tab {
    flex: none;
    max-inline-size: 20rem;
    padding: 10px 14px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--_muted);
    background: none;
    border: 0;
    border-block-end: 2px solid transparent;
    cursor: pointer;
  }
  .tab:hover {
    color: var(--_text);
  }
  .tab[aria-selected='true'] {
    font-weight: 600;
    color: var(--_text);
    border-color: var(--_accent);
  }
  .tab small {
    margin-inline-start: 6px;
    font-size: 0.8125rem;
    font-weight: 400;
  }
  .tab:focus-visible {
    outline-offset: -2px;
  }
  .panel {
    display: grid;
    gap: 24px;
    min-inline-size: 0;
  }
  .objects-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 16px;
    font-size: 0.875rem;
  }
  .objects-bar p {
    flex: 1 1 20rem;
    margin: 0;
  }
  .sheet-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .sheet-bar .field {
    display: flex;
    align-items: center;
    gap: 10px;
    min-inline-size: 0;
  }
  .sheet-bar select {
    min-inline-size: 0;
    max-inline-size: min(24rem, 100%);
  }
  .sheet-bar p {
    margin: 0;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    margin-block: 2px;
    padding-inline-start: 10px;
    border: 1px solid var(--_border);
    border-radius: 14px;
  }
  span.chip + .chip {
    margin-inline-start: 4px;
  }
  .chip button {
    min-inline-size: 28px;
    min-block-size: 26px;
    padding: 0;
    color: var(--_muted);
    background: none;
    border: 0;
    border-radius: 13px;
    cursor: pointer;
  }
  .chip button:hover {
    color: var(--_text);
  }
  .object-choices {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 4px 8px;
    padding-block: 8px;
  }
  button.chip {
    min-block-size: 28px;
    margin: 0;
    padding-inline: 12px;
    background: none;
    cursor: pointer;
  }
  button.chip:hover {
    border-color: var(--_line-control);
    background: var(--_quiet);
  }
  .choice.new .label {
    color: var(--_accent);
  }
  .draft {
    grid-column: 1 / -1;
    display: grid;
    gap: 12px;
    margin-block-start: 8px;
    padding: 16px;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_box);
  }
  .draft :is(h4, p) {
    margin: 0;
  }
  .draft h4 {
    font-size: inherit;
  }
  .draft-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 12px 16px;
  }
`;
