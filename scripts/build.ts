import { build } from './build/build';
import { parseBuildOptions, type BuildOptions } from './build/options';
import { runCommand } from './run-command';

/** `npm run build -- --origin https://host/path --office-js cdn|21vianet|self [--workbench] [--out folder]` */
await runCommand(async () => {
  const options: BuildOptions = parseBuildOptions(process.argv.slice(2));
  await build(options);
  process.stdout.write(`已生成 ${options.out}/ (built): ${options.origin}, office.js = ${options.officeJs}\n`);
});
