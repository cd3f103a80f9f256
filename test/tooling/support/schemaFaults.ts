import { spawnSync } from 'node:child_process';
import { inRoot } from '../../../scripts/root';

const schemas = inRoot('test/fixtures/manifest-schema/all.xsd');

/** What Microsoft's published schemas have against a manifest; they stand with the fixtures, so no network is needed. */
export function schemaFaults(file: string): readonly string[] {
  const check = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schemas, file], { encoding: 'utf8' });
  if (check.error !== undefined) throw new Error('xmllint is needed: apt-get install -y libxml2-utils');
  return check.stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
}
