import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What each layer of `src` may import: other layers, and packages. Imports point left only. */
const layers = {
  core: { layers: [], packages: ['zod/mini'] },
  workbook: { layers: ['core'], packages: ['saxes', 'unzipit'] },
  worker: { layers: ['core', 'workbook'], packages: [] },
  client: { layers: ['core'], packages: ['zod/mini'] },
  relay: { layers: ['core'], packages: ['zod/mini', 'jose', 'node:.+'] },
  element: { layers: ['core', 'worker', 'client'], packages: ['lit', 'lit/.+'] },
};

/** Outside things that one file knows. */
const knownTo = {
  fetch: ['src/client/http.ts', 'src/relay/options.ts'],
  XMLHttpRequest: ['src/client/http.ts'],
  Worker: ['src/worker/start.ts'],
  customElements: ['src/index.ts'],
  localStorage: ['src/element/storage.ts'],
};

/** What only a browser has, and what makes the same input give another output. */
const impureGlobals = [
  ...[
    'document',
    'window',
    'self',
    'globalThis',
    'navigator',
    'location',
    'history',
    'performance',
    'crypto',
  ],
  ...['XMLHttpRequest', 'WebSocket', 'postMessage', 'localStorage', 'sessionStorage', 'indexedDB', 'caches'],
  ...[
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'requestAnimationFrame',
    'requestIdleCallback',
    'process',
  ],
  ...['HTMLElement', 'Element', 'Node', 'CSSStyleSheet', 'alert', 'confirm'],
];

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Name the export.' };
/** The runner waits for these by itself. */
const nodeTests = [{ from: 'package', package: 'node:test', name: ['describe', 'it', 'test', 'suite'] }];
const impureCalls = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is an argument.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time is an argument.' },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Time is an argument.' },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Chance is an argument.',
  },
];

const unawaitedAxe = {
  selector: 'ExpressionStatement > CallExpression[callee.property.name="accessible"]',
  message: 'Await it, or it cannot fail.',
};

/** The same borders for `import … from`, `import()` and `typeof import()`. */
function borders(layer, packages) {
  const { layers: allowed } = layers[layer];
  const others = Object.keys(layers).filter((name) => name !== layer && !allowed.includes(name));
  const nothing = packages.length === 0;
  const patterns = [
    {
      regex: `^(\\.\\./)+(${others.join('|')})/`,
      message: `${layer} imports ${['itself', ...allowed].join(', ')} and nothing else of src.`,
    },
    { regex: '^(\\.\\./)+(index\\.js$|demo/|test/)', message: 'src knows neither its door, demo nor test.' },
    {
      regex: nothing ? '^[^.]' : `^(?!(${packages.join('|')})$)[^.]`,
      message: `Packages of ${layer}: ${nothing ? 'none' : packages.join(', ')}.`,
    },
  ];
  const syntax = patterns.flatMap(({ regex, message }) => {
    const source = `/${regex.replaceAll('/', '\\/')}/`;
    return ['ImportExpression', 'TSImportType'].map((node) => ({
      selector: `${node}[source.value=${source}]`,
      message,
    }));
  });
  return {
    'no-restricted-imports': ['error', { patterns }],
    'no-restricted-syntax': ['error', noDefaultExport, ...syntax, ...(layer === 'core' ? impureCalls : [])],
  };
}

/** The globals that `file` may not name: those known to other files, and in the core all impure ones. */
function restrictedGlobals(file, isCore) {
  const elsewhere = Object.entries(knownTo).filter(([, files]) => !files.includes(file));
  const globals = [
    ...elsewhere.map(([name, files]) => ({ name, message: `Known to ${files.join(', ')} alone.` })),
    ...(isCore ? impureGlobals.map((name) => ({ name, message: 'The core is pure.' })) : []),
  ];
  return { 'no-restricted-globals': ['error', { globals, checkGlobalObject: true }] };
}

const layerRules = Object.entries(layers).map(([layer, { packages }]) => ({
  files: [`src/${layer}/**/*.ts`],
  rules: { ...borders(layer, packages), ...restrictedGlobals(null, layer === 'core') },
}));

const soleKnowers = [...new Set(Object.values(knownTo).flat())].map((file) => ({
  files: [file],
  rules: restrictedGlobals(file, false),
}));

export default defineConfig(
  globalIgnores(['dist/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: nodeTests }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      // Control flow does not see what a closure assigns, and `[0]` in a test may well be missing.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // `instanceof ImporterError` gives `ImporterError<any>`.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { boolean: true } }],
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      // A function may be async only because its callers wait for it.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Factories give objects whose methods know no `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.{ts,js}'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      'no-nested-ternary': 'error',
      'no-param-reassign': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
    },
  },
  {
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    extends: [lit.configs['flat/recommended'], litA11y.configs.recommended, wc.configs['flat/best-practice']],
    // The options of a combobox are chosen by its input's keys.
    rules: { 'lit-a11y/click-events-have-key-events': 'off' },
  },
  {
    files: ['src/index.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^(\\.\\./|[^.])' }] }] },
  },
  ...layerRules,
  ...soleKnowers,
  {
    files: ['src/core/preview.ts'],
    rules: borders('core', ['zod/mini', 'papaparse']),
  },
  {
    // The tools that read these files want a default export, and the scripts print.
    files: ['test/*.js', 'vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' },
  },
  // An edge runtime looks for its handler there.
  { files: ['demo/backends/worker.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['demo/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    // A plugin's types make every `equal` a promise; the one assertion that is a promise is watched by name.
    files: ['test/{core,workbook,worker,client,element}/**/*.ts', 'test/contract.test.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': ['error', noDefaultExport, unawaitedAxe],
    },
  },
);
