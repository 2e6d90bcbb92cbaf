import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import config from '../../vite.config.js';

const BROWSER_FOLDERS = ['core', 'workbook', 'client', 'worker', 'element'];

/** Modules of packages that sources of the page import, types aside. */
function importedModules(): readonly string[] {
  const found = new Set<string>();
  for (const folder of BROWSER_FOLDERS) {
    for (const path of readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts')) continue;
      const source = readFileSync(join('src', folder, path), 'utf8');
      for (const [, name = ''] of source.matchAll(
        /^(?:import (?!type)|\} from |export .* from ).*?'([^'.][^']*)';$/gm,
      ))
        found.add(name);
    }
  }
  return [...found].sort();
}

describe('The demo', () => {
  it('has all packages ready before a file is dropped: one found later reloads the page', () => {
    const modules = importedModules();
    assert.ok(modules.includes('lit') && modules.includes('papaparse'));
    const ready = config.optimizeDeps?.include ?? [];
    assert.deepEqual(
      modules.filter((name) => !ready.includes(name)),
      [],
    );
  });
});
