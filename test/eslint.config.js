import eslint from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which layers of `src` each layer may import, and which packages; nothing else resolves to a reason to exist there. */
const layers = {
  core: { layers: [], packages: ['zod/mini'] },
  worker: { layers: ['core'], packages: [] },
  client: { layers: ['core'], packages: ['zod/mini'] },
  relay: { layers: ['core'], packages: ['zod/mini', 'jose', 'node:*'] },
  element: { layers: ['core', 'worker', 'client'], packages: ['lit', 'lit/*'] },
};

/** Outside things that one file knows. */
const knownTo = {
  papaparse: 'src/core/preview.ts',
  fetch: 'src/client/http.ts',
  XMLHttpRequest: 'src/client/http.ts',
  Worker: 'src/worker/start.ts',
  customElements: 'src/index.ts',
};

const banned = [
  { selector: 'TSEnumDeclaration', message: 'A union of string literals instead of an enum.' },
  { selector: 'TSModuleDeclaration[kind!="global"]', message: 'No namespace.' },
  { selector: 'ExportDefaultDeclaration', message: 'No default export.' },
  { selector: 'TSParameterProperty', message: 'No parameter property.' },
  { selector: 'ImportExpression[source.value=/\\/(demo|test)\\//]', message: 'src knows neither demo nor test.' },
];

/** Things that make the same input give another output, or that only a browser has. */
const impure = [
  ...['document', 'window', 'self', 'globalThis', 'navigator', 'location', 'history', 'performance', 'crypto'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'postMessage', 'customElements', 'localStorage'],
  ...['sessionStorage', 'indexedDB', 'caches', 'setTimeout', 'setInterval', 'queueMicrotask', 'process'],
  ...['requestAnimationFrame', 'requestIdleCallback', 'console', 'alert', 'HTMLElement', 'Node', 'Element'],
];

const impureSyntax = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes in as an argument.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time comes in as an argument.' },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Time comes in as an argument.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Chance comes in as an argument.' },
];

/** The same rule for `import … from`, `import()` and `typeof import()`. */
function importRules(layer, { layers: allowed, packages }) {
  const others = Object.keys(layers).filter((name) => name !== layer && !allowed.includes(name));
  const patterns = [
    { regex: `^(\\.\\./)+(${others.join('|')})/`, message: `${layer} imports ${['itself', ...allowed].join(', ')}.` },
    { regex: '^(\\.\\./)+(index\\.js$|demo/|test/)', message: 'src knows neither its own door, nor demo, nor test.' },
    {
      regex: `^(?!\\.{1,2}/|(${packages.map(packagePattern).join('|') || '$^'})$)`,
      message: `${layer} may use these packages: ${packages.join(', ') || 'none'}.`,
    },
  ];
  const selectors = patterns.flatMap(({ regex, message }) => {
    const source = `/${regex.replaceAll('/', '\\/')}/`;
    return [
      { selector: `ImportExpression[source.value=${source}]`, message },
      { selector: `TSImportType[source.value=${source}]`, message },
    ];
  });
  return { patterns, selectors };
}

const packagePattern = (name) => name.replaceAll('/', '\\/').replace('*', '.+');

const layerConfigs = Object.entries(layers).map(([layer, allowed]) => {
  const { patterns, selectors } = importRules(layer, allowed);
  return {
    files: [`src/${layer}/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': ['error', ...banned, ...selectors, ...(layer === 'core' ? impureSyntax : [])],
    },
  };
});

export default defineConfig(
  globalIgnores(['dist/', 'custom-elements.json']),
);
