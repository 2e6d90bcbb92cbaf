import { appendFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { backend } from './backend.js';
import { findChrome } from './browser.js';
import { uploads } from './uploads.js';

/** papaparse is one UMD file without an ES export; a module worker cannot import it as it is. */
const umdAsModule = {
  name: 'umd-as-module',
  transform: ({ path, body }) =>
    /\/papaparse\/papaparse(\.min)?\.js$/.test(path)
      ? `const module = { exports: {} }, exports = module.exports;\n${body}\nexport default module.exports;`
      : undefined,
};

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
  files: ['test/{core,worker,client,element}/**/*.test.ts', 'test/contract.test.ts'],
  middleware: [backend, uploads],
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [
    umdAsModule,
    esbuildPlugin({ ts: true, json: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
  ],
  browsers: [chromeLauncher({ launchOptions: await findChrome() })],
  reporters: [defaultReporter({ reportTestResults: true }), countsReporter],
  testFramework: { config: { timeout: 10_000 } },
};
