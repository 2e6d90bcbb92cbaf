/** Servers that a test needs and the machine may have: `.ci/run` installs them, and there their absence is a failure. */
import { spawnSync } from 'node:child_process';

/** Why tests that need a program are left out; false when they run. */
export function missing(command: string): string | false {
  const isThere = spawnSync(command, ['-v']).error === undefined;
  if (isThere || process.env.CI === 'true') return false;
  return `${command} is not installed`;
}
