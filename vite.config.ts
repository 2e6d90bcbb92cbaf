import { defineConfig, type Plugin } from 'vite';
import { demoServer } from './demo/server.js';

/** `single`: one self-contained file for a script tag. `relay`: the backend. Otherwise the ES modules of the element. */
const target = process.env.LIB_TARGET ?? 'modules';
const isSingle = target === 'single';

/** The source keeps the standard Worker call; the build puts the worker inside the bundle, which then has one address. */
const inlineWorkers: Plugin = {
  name: 'inline-workers',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    const call = /new Worker\(new URL\('(.+?)', import\.meta\.url\), \{ type: 'module' \}\)/;
    const found = id.endsWith('.ts') ? call.exec(code) : null;
    if (found === null) return undefined;
    const withoutUrl = code.replace(call, 'new InlineWorker()');
    return { code: `import InlineWorker from '${found[1]}?worker&inline';\n${withoutUrl}`, map: null };
  },
};

const entries = {
  modules: {
    entry: { index: 'src/index.ts', element: 'src/element/hubspot-importer.ts' },
    fileName: '[name]',
  },
  single: { entry: { 'hubspot-importer.min': 'src/index.ts' }, fileName: '[name]' },
  relay: { entry: { relay: 'src/relay/index.ts', 'relay-node': 'src/relay/node.ts' }, fileName: '[name]' },
} as const;

export default defineConfig({
  base: './',
  plugins: [inlineWorkers, demoServer()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    sourcemap: true,
    minify: isSingle,
    lib: {
      entry: entries[target as keyof typeof entries].entry,
      formats: ['es'],
      fileName: (_format, name) => `${name}.js`,
    },
    rolldownOptions: {
      output: {
        minify: isSingle,
        ...(isSingle && { codeSplitting: false }),
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
      external: isSingle ? [] : [/^lit(\/|$)/, /^@lit\//, /^zod(\/|$)/, 'jose', /^node:/],
    },
  },
  optimizeDeps: {
    include: [
      'papaparse',
      'lit',
      'lit/decorators.js',
      'lit/directives/repeat.js',
      'lit/directives/ref.js',
      'zod/mini',
    ],
  },
  worker: { format: 'es', rolldownOptions: { output: { minify: true, sourcemap: false } } },
});
