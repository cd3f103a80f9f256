import { readFileSync } from 'node:fs';
import { thisMachine } from './preflight/machine';
import { NEEDS, nodeNeed } from './preflight/needs';
import { preflight } from './preflight/preflight';
import { inRoot } from './root';
import { runCommand } from './run-command';

/** `npm run preflight`, and the first step of `npm test`: is everything there that the tests need beside npm packages? */
await runCommand(() => {
  const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { engines: { node: string } };
  const needs = [nodeNeed(engines.node.replace('>=', '')), ...NEEDS];
  if (!preflight(thisMachine, needs, (text) => process.stdout.write(`${text}\n`))) process.exitCode = 1;
  return Promise.resolve();
});
