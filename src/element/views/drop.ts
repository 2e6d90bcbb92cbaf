import { html, nothing, type TemplateResult } from 'lit';
import { type ImportState, loadedOf } from '../../core/state.js';
import type { StartContext, Screen } from './screen.js';

/** What file dialogs offer. */
export const ACCEPTED =
  '.csv,.tsv,.tab,.txt,.xlsx,.xlsm,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `empty`: drop, choose or paste. */
export function dropScreen(state: Extract<ImportState, { status: 'empty' }>, context: StartContext): Screen {
  const { words, format, noun, ui, act } = context;
  return {
    step: 1,
    heading: '',
    intro: '',
    body: html`
      ${state.isPickingUp ? html`<p class="notice">${words.pickingUp}</p>` : nothing}
      ${state.loaded === null ? nothing : kept(format.list(state.loaded.files.map(({ file }) => file.name)), context)}
      ${
        ui.isPasting
          ? pasteBox(context)
          : html`<div
              class="drop ${ui.isDragging ? 'over' : ''}"
              part="drop"
              @dragover=${onDragOver(context)}
              @dragleave=${() => act.showUi({ isDragging: false })}
              @drop=${onDrop(context)}
              @paste=${onPaste(context)}
            >
              ${arrow}
              <h2 class="heading" tabindex="-1">${ui.isDragging ? words.dropNow : words.dropTitle(noun)}</h2>
              <p class="intro" id="limits">${context.isDisabled ? words.disabled : limitsText(context)}</p>
              <label class="button primary choose" part="button primary" ?data-disabled=${context.isDisabled}>
                ${words.choose}
                <input
                  type="file"
                  multiple
                  aria-describedby="limits"
                  accept=${ACCEPTED}
                  ?disabled=${context.isDisabled}
                  @change=${onChange(context)}
                />
              </label>
              <p class="links">
                <button
                  class="link"
                  type="button"
                  ?disabled=${context.isDisabled}
                  @click=${() => act.showUi({ isPasting: true })}
                >
                  ${words.paste}
                </button>
                <button
                  class="link"
                  type="button"
                  ?disabled=${context.isDisabled}
                  @click=${() => act.downloadTemplate()}
                >
                  ${words.template}
                </button>
                ${
                  state.loaded === null
                    ? html`<button
                        class="link"
                        type="button"
                        ?disabled=${context.isDisabled}
                        @click=${() => act.readRecent()}
                      >
                        ${words.recentImports}
                      </button>`
                    : nothing
                }
              </p>
            </div>`
      }
    `,
  };
}

/** What the page limits is said as a limit; beyond HubSpot's own a file goes in parts. */
function limitsText({ words, format, maxBytes, maxRows, limits }: StartContext): string {
  const isLimited = maxBytes < limits.bytes || maxRows < limits.rows;
  const say = isLimited ? words.dropLimits : words.dropAnySize;
  return say(format.bytes(maxBytes), format.number(maxRows));
}

/** `reading`: the preview is on its way; also while a screen itself is loaded. */
export function readingScreen(state: ImportState, { words, format, act }: StartContext): Screen {
  const files = state.status === 'reading' ? state.files : loadedOf(state)?.files.map(({ file }) => file);
  const share = state.status === 'reading' ? state.share : null;
  const heading = words.readingTitle(format.list((files ?? []).map((file) => file.name)));
  return {
    step: 1,
    heading,
    intro: share === null ? words.readingIntro : words.readingSheet(format.percent(share)),
    body: html` ${share === null ? nothing : html`<progress aria-label=${heading} max="1" .value=${share}></progress>`}
      <div class="skeleton" aria-hidden="true">${[0, 1, 2, 3, 4].map(() => html`<span></span>`)}</div>`,
    back: { label: words.cancel, act: () => act.cancel() },
  };
}

const arrow = html`<svg class="arrow" viewBox="0 0 32 32" aria-hidden="true">
  <path d="M16 21V3m-6 6 6-6 6 6M2 20v6a3 3 0 0 0 3 3h22a3 3 0 0 0 3-3v-6" />
</svg>`;

function kept(name: string, { words, act }: StartContext): TemplateResult {
  return html`<div class="notice">
    <p>${words.keptFile(name)}</p>
    <button class="link" type="button" @click=${() => act.resume()}>${words.keptGoOn}</button>
  </div>`;
}

function pasteBox({ words, act, ui }: StartContext): TemplateResult {
  const use = (event: Event): void => {
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get('rows');
    if (typeof text === 'string' && text.trim() !== '') act.paste(text);
  };
  return html`<form class="paste" @submit=${use}>
    <h2 class="heading" tabindex="-1">${words.pasteTitle}</h2>
    <p class="intro" id="paste-hint">${words.pasteHint}</p>
    <textarea
      name="rows"
      rows="10"
      required
      spellcheck="false"
      wrap="off"
      aria-label=${words.pasteLabel}
      aria-describedby="paste-hint"
      .value=${ui.pasted}
    ></textarea>
    <div class="actions">
      <button class="button" part="button" type="button" @click=${() => act.showUi({ isPasting: false })}>
        ${words.cancel}
      </button>
      <button class="button primary" part="button primary" type="submit">${words.pasteUse}</button>
    </div>
  </form>`;
}

function onDragOver({ isDisabled, ui, act }: StartContext): (event: DragEvent) => void {
  return (event) => {
    if (isDisabled || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    if (!ui.isDragging) act.showUi({ isDragging: true });
  };
}

function onDrop({ isDisabled, act }: StartContext): (event: DragEvent) => void {
  return (event) => {
    event.preventDefault();
    act.showUi({ isDragging: false });
    const [file, ...others] = event.dataTransfer?.files ?? [];
    if (file !== undefined && !isDisabled) act.pick([file, ...others]);
  };
}

/** Cells or a file from the clipboard, while the focus is in here. */
function onPaste({ isDisabled, act }: StartContext): (event: ClipboardEvent) => void {
  return (event) => {
    const [file, ...others] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (isDisabled || (file === undefined && text.trim() === '')) return;
    event.preventDefault();
    if (file === undefined) act.paste(text);
    else act.pick([file, ...others]);
  };
}

function onChange({ act }: StartContext): (event: Event) => void {
  return (event) => {
    const input = event.currentTarget as HTMLInputElement;
    const [file, ...others] = input.files ?? [];
    if (file !== undefined) act.pick([file, ...others]);
    input.value = ''; // the same file may be chosen again
  };
}
