import { css } from 'lit';

/** Progress, notices and fields. */
export const fields = css`
  .bar {
    display: grid;
    gap: 8px;
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 8px;
    overflow: hidden;
    background: var(--_quiet);
    border: 1px solid var(--_border);
    border-radius: 4px;
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
    transition: inline-size 0.3s;
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  progress:indeterminate {
    background: linear-gradient(var(--_accent) 0 0) 0 / 40% 100% no-repeat;
    animation: slide 1.6s linear infinite;
  }
  progress:indeterminate::-moz-progress-bar {
    background: transparent;
  }
  @keyframes slide {
    from {
      background-position-x: -67%;
    }
    to {
      background-position-x: 167%;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    progress:indeterminate {
      background: repeating-linear-gradient(135deg, var(--_tint) 0 6px, var(--_border) 6px 12px);
    }
  }
  .bar p {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    margin: 0;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }

  .notices {
    display: grid;
    gap: 8px;
  }
  .small {
    font-size: 0.8125rem;
  }
  .links.start {
    justify-content: flex-start;
  }
  .section-head,
  .fix-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 16px;
  }
  .section-head p,
  .fix-head p {
    margin: 0;
  }
  .field {
    display: grid;
    gap: 4px;
    margin: 0;
    font-size: 0.875rem;
  }
  .field > span {
    color: var(--_muted);
  }
  .tick {
    display: flex;
    gap: 8px;
    align-items: baseline;
    font-size: 0.875rem;
  }
  .tick input {
    accent-color: var(--_accent);
  }
`;
