import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { build } from 'vite';
import { backend } from './backend.js';
import { findChrome } from './browser.js';
import { uploads } from './uploads.js';

/** Packages without an ES module: browsers cannot import them as they are. */
const COMMON_JS = /\/node_modules\/(papaparse|saxes)\//;

/** Makes one module of each. */
const commonJsAsModule = {
  name: 'common-js-as-module',
  async serve({ path }) {
    const [, name] = COMMON_JS.exec(path) ?? [];
    return name === undefined ? undefined : { body: await bundle(name), type: 'js' };
  },
};

const bundled = new Map();

/** @param {string} name */
function bundle(name) {
  const known = bundled.get(name) ?? bundleModule(name);
  bundled.set(name, known);
  return known;
}

/** @param {string} name */
async function bundleModule(name) {
  const entry = fileURLToPath(import.meta.resolve(name));
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const names = Object.keys(await import(name)).filter((one) => one !== 'default' && /^\w+$/.test(one));
  return output[0].code.replace(
    /^export default (.+);$/m,
    `const all = $1;\nexport default all;\nexport const { ${names.join(', ')} } = all;`,
  );
}

const countTests = (suite) =>
  suite === undefined
    ? []
    : [...suite.tests, ...suite.suites.flatMap(countTests)].filter((test) => !test.skipped);

/** Hands the counts to `run.js`, which adds them up over both runners. */
const countsReporter = {
  stop({ sessions }) {
    if (process.env.TEST_COUNTS === undefined) return;
    const tests = sessions.flatMap((session) => countTests(session.testResults));
    const failed = tests.filter((test) => !test.passed).length;
    // A file that cannot be loaded runs no test and must not count as fine.
    const broken = sessions.filter(
      (session) => !session.passed && countTests(session.testResults).every((test) => test.passed),
    );
    appendFileSync(process.env.TEST_COUNTS, `${tests.length - failed} ${failed + broken.length}\n`);
  },
};

export default {
  rootDir: new URL('..', import.meta.url).pathname,
  files: ['test/{core,worker,workbook,client,element}/**/*.test.ts', 'test/contract.test.ts'],
  middleware: [backend, uploads],
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [
    commonJsAsModule,
    esbuildPlugin({ ts: true, json: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
  ],
  browsers: [chromeLauncher({ launchOptions: await findChrome() })],
  reporters: [defaultReporter({ reportTestResults: true }), countsReporter],
  testFramework: { config: { timeout: 10_000 } },
};
