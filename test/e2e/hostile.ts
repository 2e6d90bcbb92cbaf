/** Texts that would do harm as anything but text, where they are put into HubSpot's answers, and how they look on the page. */
import type { Page } from 'playwright-core';

/** A formula, markup, a link and a turn of the writing direction in one; `place` says where it was put in. */
export const hostile = (place: string): string =>
  `=${place}<img src=x onerror="alert('${place}')"><a href="javascript:alert(1)">x</a>\u202Egnp`;

/** Fields of HubSpot's definitions that people read, and the place they stand for. */
const READ: Readonly<Record<string, string>> = {
  label: 'label',
  groupName: 'group',
  firstName: 'owner',
  singular: 'object',
  plural: 'object',
};

/** The same definitions with a hostile text at the end of all that people read. */
export function poisoned(value: unknown, path: string, parent = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => poisoned(entry, path, parent));
  if (typeof value !== 'object' || value === null) return value;
  const place = (key: string): string => {
    if (key !== 'label') return READ[key] ?? key;
    if (parent === 'options') return 'option';
    return path.includes('/associations/') ? 'association' : 'label';
  };
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      typeof entry === 'string' && key in READ ? entry + hostile(place(key)) : poisoned(entry, path, key),
    ]),
  );
}

export interface Look {
  /** Places whose text can be read. */
  readonly places: readonly string[];
  /** Elements and attributes that only a text turned markup brings. */
  readonly markup: readonly string[];
  /** Words of our own that are written backwards. */
  readonly turned: readonly string[];
}

/** Waits until these places can be read, or gives up: what is missing is for the test to say. */
export async function shown(page: Page, places: readonly string[]): Promise<void> {
  const areThere = (wanted: readonly string[]): boolean => {
    const root = document.querySelector('hubspot-importer')?.shadowRoot;
    const fields = [...(root?.querySelectorAll('input, textarea') ?? [])] as HTMLInputElement[];
    const said = [root?.textContent, ...fields.map(({ value }) => value)].join('\n');
    return wanted.every((place) => said.includes(`=${place}<img`));
  };
  await page.waitForFunction(areThere, places).catch(() => undefined);
}

/** Looks at everything that the widget shows. */
export function lookAt(page: Page): Promise<Look> {
  return page.locator('hubspot-importer').evaluate((importer) => {
    const root = importer.shadowRoot ?? importer;
    const elements = [...root.querySelectorAll('*')];
    const markup = elements.flatMap((element) => [
      ...(element.matches('img, script, iframe, object, embed, base, link, meta, a')
        ? [element.outerHTML]
        : []),
      ...element
        .getAttributeNames()
        .filter((name) => /^(on|href|src|style|action|formaction|xlink)/.test(name)),
    ]);
    const fields = elements.flatMap((element) =>
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [element.value] : [],
    );
    const said = [root.textContent, ...fields].join('\n');

    const turned: string[] = [];
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const text = node.nodeValue ?? '';
      const ours = text.replace(/=\w+<img.*?gnp(\.csv(, \w+ \d+)?)?/gs, (attack) =>
        ' '.repeat(attack.length),
      );
      for (const { 0: word, index } of ours.matchAll(/[a-z]{3,}/gi)) {
        const at = (offset: number): DOMRect => {
          const range = document.createRange();
          range.setStart(node, index + offset);
          range.setEnd(node, index + offset + 1);
          return range.getBoundingClientRect();
        };
        const [first, last] = [at(0), at(word.length - 1)];
        if (first.width > 0 && first.top === last.top && first.left > last.left) turned.push(text.trim());
      }
    }
    return {
      places: [...said.matchAll(/=(\w+)<img src=x onerror=/g)].map(([, place = '']) => place),
      markup,
      turned,
    };
  });
}
