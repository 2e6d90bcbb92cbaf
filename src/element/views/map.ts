import { factsOf } from '../../core/account.js';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ImporterError } from '../../core/errors.js';
import type { ColumnMatch } from '../../core/mapping.js';
import { rememberedChoices } from '../../core/memory.js';
import { mappingProblems, type MappingProblem } from '../../core/mapping-problems.js';
import { checkedShare, type ImportState, isChecked, type Loaded, rowsOf } from '../../core/state.js';
import { columnRow, needsDecision } from './column-row.js';
import { matchesOf, propertyName } from './columns.js';
import { fileSection } from './file.js';
import { fileTabs, objectsBar, tabId } from './files-bar.js';
import type { Context, FilePlace, Screen } from './screen.js';
import { settingsSection } from './settings.js';
import { sheetBar } from './sheet.js';

/** `mapping`: columns meet properties. What needs a decision comes first. */
export function mappingScreen(
  { loaded, error }: Extract<ImportState, { status: 'mapping' }>,
  context: Context,
): Screen {
  const { words, format, noun, act, ui } = context;
  const place: FilePlace = { loaded, file: Math.min(ui.file, loaded.files.length - 1) };
  const all = loaded.files.flatMap((_, file) =>
    matchesOf({ loaded, file }).map((match) => kindOf(match, { loaded, file })),
  );
  const count = (kind: SectionKind): number => all.filter((one) => one === kind).length;
  const matches = matchesOf(place);
  const of = (kind: SectionKind): readonly ColumnMatch[] =>
    matches.filter((match) => kindOf(match, place) === kind);
  return {
    step: 2,
    heading: words.mapTitle(noun),
    intro: words.mapIntro(count('matched'), all.length, count('undecided'), count('out'), format),
    body: html`${notices(loaded, error, context)} ${loaded.files.length > 1 ? paneled() : single()}`,
    back: { label: words.back, act: () => act.back() },
    note: checkNote(loaded, context),
    primary: { label: words.review, act: () => act.review(), isDisabled: context.isDisabled },
  };

  function sections(): TemplateResult {
    return html`${sheetBar(place, context)} ${objectsBar(place, context)}
    ${section({ title: words.sectionUndecided, matches: of('undecided'), kind: 'undecided' }, place, context)}
    ${section({ title: words.sectionMatched, matches: of('matched'), kind: 'matched' }, place, context)}
    ${section({ title: words.sectionOut, matches: of('out'), kind: 'out' }, place, context)}`;
  }
  function single(): TemplateResult {
    return html`${sections()} ${settingsSection(loaded, context)} ${fileSection(place, context)}`;
  }
  function paneled(): TemplateResult {
    return html`${fileTabs(place, context)}
      <div class="panel" role="tabpanel" aria-labelledby=${tabId(place.file)}>
        ${sections()} ${fileSection(place, context)}
      </div>
      ${settingsSection(loaded, context)}`;
  }
}

type SectionKind = 'undecided' | 'matched' | 'out';

function kindOf(match: ColumnMatch, place: FilePlace): SectionKind {
  if (needsDecision(match, place)) return 'undecided';
  return match.target === null ? 'out' : 'matched';
}

interface Section {
  readonly title: string;
  readonly matches: readonly ColumnMatch[];
  readonly kind: SectionKind;
}

/** Columns left out are folded away when they are many. */
const MOST_OUT_SHOWN = 6;

function section(
  { title, matches, kind }: Section,
  place: FilePlace,
  context: Context,
): TemplateResult | typeof nothing {
  if (matches.length === 0) return nothing;
  const heading = html`${title} · ${context.format.number(matches.length)}`;
  const rows = html`<div class="box matches ${kind}">
    ${repeat(
      matches,
      ({ column }) => `${place.file} ${column}`,
      (match) => columnRow(match, place, context),
    )}
  </div>`;
  if (kind === 'out' && matches.length > MOST_OUT_SHOWN) {
    return html`<details class="section folded">
      <summary>${heading}</summary>
      ${rows}
    </details>`;
  }
  return html`<section class="section">
    <h3>${heading}</h3>
    ${rows}
  </section>`;
}

function checkNote(loaded: Loaded, { words, format }: Context): string {
  const rows = rowsOf(loaded);
  if (isChecked(loaded)) return words.checkedNote(rows?.total ?? 0, format);
  return loaded.files.some(({ check }) => check.phase !== 'waiting')
    ? words.checkingNote(format.percent(checkedShare(loaded)))
    : '';
}

function notices(
  loaded: Loaded,
  error: ImporterError | null,
  context: Context,
): TemplateResult | typeof nothing {
  const { words, act, format } = context;
  const found = saidOnce(
    mappingProblems(loaded.mapping, loaded.account, loaded.settings).filter(
      ({ code }) => code !== error?.code, // that one is said already
    ),
  );
  const unread = loaded.account.objects.find(({ properties }) => properties === null);
  const remembered = rememberedChoices(loaded.mapping);
  if (found.length === 0 && unread === undefined && remembered === 0) return nothing;
  return html`<div class="notices">
    ${
      remembered === 0
        ? nothing
        : html`<div class="notice">
            <p>${words.rememberedChoices(remembered, format)}</p>
            <button class="link" type="button" @click=${() => act.forgetChoices()}>
              ${words.forgetChoices}
            </button>
          </div>`
    }
    ${
      unread === undefined
        ? nothing
        : html`<div class="notice warn">
            <p>
              ${words.propertiesUnread}
              ${unread.failure === null ? '' : words.error[unread.failure.code](unread.failure, format)}
            </p>
            <button class="link" type="button" @click=${() => act.readAccountAgain()}>
              ${words.readAgain}
            </button>
          </div>`
    }
    ${found.map(
      (problems) =>
        html`<div class="notice ${problems[0].severity === 'error' ? 'error' : 'warn'}">
          <p>${problemText(problems, loaded, context)}</p>
          ${
            problems[0].code === 'mapping-no-event'
              ? html`<button class="link" type="button" @click=${() => act.enterEvent()}>
                  ${words.eventEnter}
                </button>`
              : nothing
          }
        </div>`,
    )}
  </div>`;
}

type Problems = readonly [MappingProblem, ...MappingProblem[]];

/** Everything that one object lacks is one sentence. */
function saidOnce(problems: readonly MappingProblem[]): readonly Problems[] {
  const isLack = ({ code }: MappingProblem): boolean => code === 'mapping-required';
  const lacks = (first: MappingProblem): readonly MappingProblem[] =>
    problems.filter((one) => isLack(one) && one.objectTypeId === first.objectTypeId);
  return problems.flatMap((problem): readonly Problems[] => {
    if (!isLack(problem)) return [[problem]];
    const [first, ...others] = lacks(problem);
    return first === problem ? [[first, ...others]] : [];
  });
}

function problemText([problem, ...others]: Problems, loaded: Loaded, context: Context): string {
  const { words, format, nounOf } = context;
  const { code, objectTypeId, file, columns } = problem;
  const labelsOf = (one: MappingProblem): readonly string[] =>
    one.properties.map((name) => propertyName(loaded, objectTypeId ?? '', name));
  const labels = labelsOf(problem);
  const noun = objectTypeId === null ? context.noun : nounOf(objectTypeId);
  const fileName = file === null ? '' : (loaded.files[file]?.file.name ?? '');
  const [column] = columns;
  const header =
    file === null || column === undefined ? '' : (loaded.mapping.files[file]?.columns[column]?.header ?? '');
  switch (code) {
    case 'mapping-empty':
      return loaded.files.length === 1
        ? words.mappingProblem['mapping-empty']
        : words.mappingProblem['mapping-empty-file'](fileName);
    case 'mapping-repeated':
      return words.mappingProblem['mapping-repeated'](labels[0] ?? header);
    case 'mapping-unknown':
      return words.mappingProblem['mapping-unknown'](labels[0] ?? '');
    case 'mapping-no-identifier': {
      const operation = loaded.mapping.objects.find(
        (object) => object.objectTypeId === objectTypeId,
      )?.operation;
      return operation === 'UPDATE'
        ? words.mappingProblem['mapping-no-identifier-update'](noun)
        : words.mappingProblem['mapping-no-identifier'](noun);
    }
    case 'mapping-required': {
      const needed = format.list([problem, ...others].map((one) => format.either(labelsOf(one))));
      const canUpdate = factsOf(loaded.account, objectTypeId ?? '')?.objectType.createsOnly === false;
      return words.mappingProblem[canUpdate ? 'mapping-required-new' : 'mapping-required'](needed, noun);
    }
    case 'mapping-label-alone':
      return words.mappingProblem['mapping-label-alone'](header);
    case 'mapping-not-joined':
      return words.mappingProblem['mapping-not-joined'](fileName);
    case 'mapping-one-file':
      return words.mappingProblem['mapping-one-file'](header);
    case 'mapping-switched-off':
      return words.mappingProblem['mapping-switched-off'](noun);
    case 'mapping-unrelated':
      return words.mappingProblem['mapping-unrelated'](noun);
    case 'mapping-common-key':
      return words.mappingProblem['mapping-common-key'](header);
    case 'mapping-untied':
      return words.mappingProblem['mapping-untied'](noun, tiedTo(loaded, objectTypeId, context));
    case 'mapping-no-event':
    case 'mapping-primary-email':
      return words.mappingProblem[code];
  }
}

/** What records of an object must be tied to; null when any other will do. */
function tiedTo(loaded: Loaded, objectTypeId: string | null, { nounOf, format }: Context): string | null {
  const type = factsOf(loaded.account, objectTypeId ?? '')?.objectType;
  if (type === undefined || type.tiedTo === 'any') return null;
  return format.either(type.tiedTo.map((id) => nounOf(id).one));
}
