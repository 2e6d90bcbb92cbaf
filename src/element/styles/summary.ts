import { css } from 'lit';

/** What will be sent, and what was changed. */
export const summary = css`
  .summary {
    display: grid;
    gap: 14px;
    padding: 16px;
  }
  .summary h3 {
    font-size: inherit;
    color: var(--_text);
  }
  .summary p:not(.means) {
    margin: 0;
  }
  .summary > .link {
    justify-self: start;
  }
  .summary .options {
    display: grid;
    gap: 14px;
    align-content: start;
  }
  .summary.alone {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 14px 48px;
  }
  .summary.alone > :is(h3, .link, pre, .links) {
    grid-column: 1 / -1;
  }
  .changes h3 {
    font-size: 0.875rem;
  }
  .changes :is(ul, ol) {
    display: grid;
    gap: 8px;
    max-block-size: 20rem;
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
    font-size: 0.875rem;
  }
  .changes li {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 12px;
  }
  .changes .what {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .changes .state {
    flex: none;
    max-inline-size: 40%;
    text-align: end;
  }
  .changes .what > span {
    display: block;
  }
  .request {
    max-block-size: 20rem;
    margin: 0;
    padding: 12px;
    overflow: auto;
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 0.75rem;
    line-height: 1.6;
    background: var(--_quiet);
    border-radius: var(--_control);
  }
`;
