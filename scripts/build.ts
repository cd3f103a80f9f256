import path from 'node:path';
import { build } from './build/build';
import { parseBuildOptions, type BuildOptions } from './build/options';
import { packStandalone } from './build/standalone';
import { root } from './root';
import { runCommand } from './run-command';

/**
 * `npm run build -- --origin https://host/path --office-js cdn|21vianet|self [--workbench] [--out folder]`, or
 * `npm run build -- --standalone [--out folder]`: the edition for machines without Excel, as a folder and a .zip.
 */
await runCommand(async () => {
  const options: BuildOptions = parseBuildOptions(process.argv.slice(2));
  if (options.standalone) {
    const zip = await packStandalone(path.resolve(root, options.out));
    process.stdout.write(`已生成独立版 (built): ${zip}\n`);
    return;
  }
  await build(options);
  process.stdout.write(`已生成 ${options.out}/ (built): ${options.origin}, office.js = ${options.officeJs}\n`);
});
