import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (path: string) => readFileSync(path, 'utf8');
const readme = read('README.md');

/** A chapter of the README, from its heading to the next of the same rank. */
function chapter(heading: string): string {
  const rest = readme.split(`\n${heading}\n`)[1] ?? '';
  const [rank = ''] = heading.split(' ');
  return rest.split(new RegExp(`\n${rank} `))[0] ?? '';
}

/** First column of the tables of a text. */
const rowsOf = (text: string) => [...text.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name);

/** Names of the fields of an interface, as they are declared. */
function fieldsOf(path: string, name: string): (string | undefined)[] {
  const body = read(path).split(`export interface ${name} {\n`)[1]?.split('\n}')[0] ?? '';
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, field]) => field);
}

describe('the README', () => {
  const notQuoted = ['session.ts', 'cloudflare-workers.d.ts'];
  for (const file of readdirSync('demo/backends').filter((name) => !notQuoted.includes(name))) {
    it(`quotes ${file} as it is compiled or run`, () => {
      const language = file.endsWith('.ts') ? 'ts' : 'nginx';
      const example = read(`demo/backends/${file}`)
        .replaceAll("'../../src/relay/index.js'", "'hubspot-importer/relay'")
        .replaceAll("'../../src/relay/node.js'", "'hubspot-importer/relay/node'");
      assert.ok(readme.includes(`\`\`\`${language}\n${example}\`\`\`\n`));
    });
  }

  it('lists every option of the relay and every field of a policy, and no other', () => {
    const listed = rowsOf(chapter('## The relay'));
    const options = fieldsOf('src/relay/options.ts', 'RelayOptions');
    const policy = fieldsOf('src/relay/policy.ts', 'Policy');
    assert.ok(options.length > 10 && policy.length > 5);
    assert.deepEqual(new Set(listed), new Set([...options, ...policy]));
    assert.equal(listed.length, options.length + policy.length);
  });

  it('names for every threat a test that is there', () => {
    const threats = chapter('## Security')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2);
    assert.ok(threats.length > 10);
    for (const threat of threats) {
      const tests = [...threat.matchAll(/\[([^\]]+)\]\((test\/\w+\/[\w-]+\.test\.ts)\)/g)];
      assert.ok(tests.length > 0, threat);
      for (const [, title = '', path = ''] of tests)
        assert.ok(read(path).includes(title), `${path}: ${title}`);
    }
  });

  it('gives a reason for every dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
    const listed = [...chapter('## Dependencies').matchAll(/`(@?[\w./-]+)`/g)].map(([, name]) => name);
    for (const name of Object.keys({ ...dependencies, ...devDependencies }))
      assert.ok(listed.includes(name), name);
  });
});
