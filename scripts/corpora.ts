import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tryWorkbook, type Tried } from '../test/support/corpora/tryWorkbook';

/**
 * `npm run corpora -- folder`: every workbook below a folder is opened, one blank cell of it is filled, saved and opened again. Prints
 * by subfolder how many were tried, opened, refused and why, and every file in which anything else came out otherwise.
 */
const [, , folder] = process.argv;
if (folder === undefined) {
  console.error('npm run corpora -- <folder of workbooks>');
  process.exitCode = 1;
} else run(folder);

function run(root: string): void {
  const groups = new Map<string, (Tried & { readonly file: string })[]>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!/\.(?:xls[xm]|xlt[xm]|xlam)$/i.test(file)) continue;
    const group = file.includes(path.sep) ? (file.split(path.sep)[0] ?? '') : '.';
    const tried = { ...tryWorkbook(new Uint8Array(readFileSync(path.join(root, file)))), file };
    groups.set(group, [...(groups.get(group) ?? []), tried]);
    for (const why of tried.wrong) console.info(`${file}: ${why}`);
  }
  console.info('| corpus | tried | opened | refused | wrong | cells |\n|---|---|---|---|---|---|');
  for (const [group, all] of groups) console.info(lineOf(group, all));
  if ([...groups.values()].flat().some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
}

function lineOf(group: string, all: readonly Tried[]): string {
  const refused = all.filter(({ ended }) => ended !== 'opened');
  const codes = [...new Set(refused.map(({ ended }) => ended))].map(
    (code) => `${String(refused.filter(({ ended }) => ended === code).length)} ${code}`,
  );
  const cells = all.reduce((sum, one) => sum + one.cells, 0);
  const wrong = all.filter((one) => one.wrong.length > 0).length;
  const opened = String(all.length - refused.length);
  return `| ${group} | ${String(all.length)} | ${opened} | ${[String(refused.length), ...codes].join(', ')} | ${String(wrong)} | ${String(cells)} |`;
}
