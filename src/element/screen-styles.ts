import { css } from 'lit';

/** What the screens beyond the first share; adopted when they are loaded. */
const pieces = css`
  .section {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
  }
  .section h3,
  .box h3 {
    margin: 0;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_muted);
  }
  .box {
    min-inline-size: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_box);
  }
  .red {
    color: var(--_red);
  }
  .amber {
    color: var(--_amber);
  }
  .green {
    color: var(--_green);
  }
  .badge {
    flex: none;
    padding: 1px 7px;
    font-size: 0.75rem;
    font-weight: 600;
    color: var(--_accent);
    background: var(--_tint);
    border-radius: 6px;
  }
  .mono {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 0.92em;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .stats {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: 1px;
    margin: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_box);
  }
  .stat {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    gap: 4px;
    padding: 16px;
    box-shadow: 0 0 0 1px var(--_border);
  }
  .stat dt {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .stat dd {
    margin: 0;
    font-size: 1.5rem;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums;
  }
  .facts {
    display: grid;
    gap: 8px;
    margin: 0;
    font-size: 0.875rem;
  }
  .facts > div {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 16px;
  }
  .facts dt {
    flex: none;
    max-inline-size: 60%;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .facts dd {
    min-inline-size: 0;
    margin: 0;
    text-align: end;
    overflow-wrap: anywhere;
  }
  .scroll {
    position: relative; /* or what is unseen in it would widen the page */
    overflow: auto;
    max-block-size: 25rem;
    overscroll-behavior-inline: contain;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    max-inline-size: 22rem;
    padding: 8px 12px;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: top;
  }
  tbody :is(th, td) {
    border-block-start: 1px solid var(--_border);
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    font-weight: 600;
    background: var(--_quiet);
  }
  thead th small {
    display: block;
    font-size: 0.75rem;
    font-weight: 400;
    color: var(--_muted);
  }
  :is(th, td).row {
    inline-size: 1%;
    font-weight: 400;
    text-align: end;
    color: var(--_muted);
  }
  thead th.row {
    white-space: normal;
  }
  td,
  .samples,
  .source .header,
  .mono {
    unicode-bidi: plaintext;
  }
  .whole {
    max-block-size: none;
  }
  :is(td.bad, td.lost) {
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }
  td.wrap {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .bad {
    color: var(--_red);
    background: var(--_red-tint);
  }
  .lost {
    color: var(--_amber);
    background: var(--_amber-tint);
  }
  td > :is(.bad, .lost) {
    padding: 1px 6px;
    border-radius: 5px;
  }
  td.fill {
    inline-size: 99%;
    max-inline-size: none;
  }
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

const match = css`
  .match {
    display: grid;
    grid-template-columns: minmax(0, 3.4fr) 24px minmax(0, 3.4fr) minmax(0, 3.1fr);
    align-items: center;
    gap: 4px 16px;
    padding: 12px 16px;
  }
  .match + .match {
    border-block-start: 1px solid var(--_border);
  }
  .undecided .match {
    background: var(--_amber-tint);
  }
  .undecided .match:first-child {
    border-start-start-radius: calc(var(--_box) - 1px);
    border-start-end-radius: calc(var(--_box) - 1px);
  }
  .undecided .match:last-child {
    border-end-start-radius: calc(var(--_box) - 1px);
    border-end-end-radius: calc(var(--_box) - 1px);
  }
  .source {
    min-inline-size: 0;
  }
  .source > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .source .header {
    font-weight: 600;
  }
  .source .samples {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .match > .to {
    color: var(--_muted);
    text-align: center;
  }
  :host(:dir(rtl)) .match > .to {
    transform: scaleX(-1);
  }
  .why {
    min-inline-size: 0;
    font-size: 0.8438rem;
    overflow-wrap: break-word;
  }
  .why p {
    margin: 0;
  }
  .why p:first-child:not(:only-child) {
    color: var(--_muted);
  }
  .out .why p {
    color: var(--_muted);
  }
  .offers {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  .folded > summary {
    padding-block: 4px;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_muted);
    cursor: pointer;
  }
  .folded[open] > summary {
    margin-block-end: 8px;
  }
  .match small {
    font-size: 0.8125rem;
  }
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
  .grid {
    position: relative;
    block-size: 27rem;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_box);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    overscroll-behavior: contain;
  }
  .grid:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .grid-layer {
    position: sticky;
    inset-block-start: 0;
    inset-inline-start: 0;
    overflow: hidden;
  }
  .grid-row {
    position: absolute;
    inset-inline: 0;
    block-size: 36px;
  }
  .grid-head {
    z-index: 1;
    inset-block-start: 0;
    block-size: 52px;
    background: var(--_quiet);
  }
  .grid-cell {
    position: absolute;
    inset-block: 0;
    padding: 7px 12px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    border-block-end: 1px solid var(--_border);
    unicode-bidi: plaintext;
  }
  .grid-head .grid-cell {
    font-weight: 600;
    line-height: 1.3;
  }
  .grid-head small {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: 0.75rem;
    font-weight: 400;
    color: var(--_muted);
  }
  .grid-number {
    text-align: end;
    color: var(--_muted);
    background: var(--_surface);
    border-inline-end: 1px solid var(--_border);
  }
  .grid-head .grid-number {
    background: var(--_quiet);
  }
  .is-here .grid-cell:not(.bad, .lost) {
    background: var(--_quiet);
  }
  .grid:focus-visible .is-cursor {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .grid .is-out {
    text-decoration: line-through;
    color: var(--_muted);
  }
  .rows-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 16px;
  }
  .rows-bar .field {
    flex: 1 1 12rem;
  }
  .rows-bar .field.short {
    flex: 0 1 8rem;
  }
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

const check = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(260px, 320px);
    align-items: start;
    gap: 24px;
  }
  .problems {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .problem {
    display: grid;
    grid-template-columns: 9px minmax(0, 1fr) auto;
    gap: 4px 14px;
    align-items: start;
    padding: 14px 16px;
  }
  .problem + .problem {
    border-block-start: 1px solid var(--_border);
  }
  .problem h4 {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .problem .what p {
    margin: 2px 0 0;
    font-size: 0.8438rem;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .problem .act {
    white-space: nowrap;
  }
  .problem .detail {
    grid-column: 1 / -1;
    display: grid;
    gap: 8px;
    min-inline-size: 0;
    margin-block-start: 10px;
  }
  .detail p {
    margin: 0;
    font-size: 0.875rem;
  }
  .mark {
    inline-size: 9px;
    block-size: 9px;
    margin-block-start: 7px;
    background: var(--_muted);
    border-radius: 50%;
    forced-color-adjust: none;
  }
  .mark.red {
    background: var(--_red);
  }
  .mark.amber {
    background: var(--_amber);
  }
  .fixes {
    display: grid;
    max-block-size: 26rem;
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
    border: 1px solid var(--_border);
    border-radius: var(--_box);
  }
  .fixes li {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 5fr) minmax(0, 4fr);
    align-items: center;
    gap: 4px 12px;
    padding: 8px 12px;
    font-size: 0.875rem;
  }
  .fixes li + li {
    border-block-start: 1px solid var(--_border);
  }
  .fixes .from small {
    display: block;
  }
  .fixes .offers {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    overflow-wrap: anywhere;
  }
  .link.quiet {
    color: var(--_muted);
  }
  .problem table :is(th, td) {
    vertical-align: middle;
  }
  td .link {
    min-block-size: 0;
  }
  .cell {
    inline-size: 100%;
    min-inline-size: 12rem;
    padding: 2px 6px;
    background: var(--_surface);
    border: 1px solid var(--_line-control);
    border-radius: 6px;
  }
  .is-out td {
    color: var(--_muted);
    text-decoration: line-through;
  }
  .is-out td:nth-child(2) {
    text-decoration: none;
  }
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
  .recent {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .recent li {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 16px;
    padding: 12px 16px;
  }
  .recent li + li {
    border-block-start: 1px solid var(--_border);
  }
  .recent .what {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .recent .muted {
    font-size: 0.875rem;
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
  .group-head {
    display: grid;
    gap: 2px;
  }
  .group-head p,
  .content > p {
    margin: 0;
  }
  .section > .group-head .group-title {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
    color: var(--_text);
  }
  .group-title .muted {
    font-weight: 400;
    font-size: 0.875rem;
  }
  .group-title .mark {
    display: inline-block;
    margin: 0;
    margin-inline-end: 4px;
    vertical-align: 1px;
  }
  .more {
    padding: 12px 16px;
  }
  .more summary {
    font-size: 0.875rem;
    cursor: pointer;
  }
  .more .facts {
    margin-block-start: 12px;
  }
`;

const narrow = css`
  @container (max-width: 860px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 600px) {
    .match {
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
      padding: 14px;
    }
    .match > .to {
      display: none;
    }
    .summary.alone {
      grid-template-columns: minmax(0, 1fr);
    }
    .stats {
      grid-template-columns: 1fr 1fr;
    }
    .stat:last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    .problem {
      grid-template-columns: 9px minmax(0, 1fr);
    }
    .problem .act {
      grid-column: 2;
      justify-self: start;
    }
    .fixes li {
      grid-template-columns: minmax(0, 1fr);
      padding: 12px;
    }
  }
`;

export const screenStyles = [pieces, match, check, narrow];
