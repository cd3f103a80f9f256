import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot } from '../../../scripts/root';

const schemas = inRoot('../shared/xsd/all.xsd');

/** What Microsoft's published schemas have against a manifest; nothing, and a line that says so, where they are not on this machine. */
export function schemaFaults(file: string): readonly string[] {
  if (!existsSync(schemas)) {
    process.stdout.write(`${file} was not checked against the schemas: ../shared/xsd is not there\n`);
    return [];
  }
  const check = spawnSync('xmllint', ['--noout', '--schema', schemas, file], { encoding: 'utf8' });
  if (check.error !== undefined) throw new Error('xmllint is needed: apt-get install -y libxml2-utils');
  return check.stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
}
