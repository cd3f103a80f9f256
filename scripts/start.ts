import { parseArgs } from 'node:util';
import { ensureBuilt } from './build/build';
import { developmentBuild } from './build/options';
import { openBrowser } from './open-browser';
import { parsePort, serveOrExplain } from './port';
import { runCommand } from './run-command';

/** `npm start`: builds what is out of date, serves the workbench on this machine and opens it (not with --no-open). */
await runCommand(async () => {
  const { values } = parseArgs({ options: { 'no-open': { type: 'boolean', default: false } } });
  const port = parsePort(process.env['PORT'] ?? '3000');
  process.stdout.write('正在准备 (building if needed)…\n');
  await ensureBuilt(developmentBuild);
  const { url } = await serveOrExplain({ port });
  process.stdout.write(
    `亩均推演工作台 (workbench): ${url}\n独立版 (stand-alone edition): ${url}/standalone/\n按 Ctrl+C 结束 (stop with Ctrl+C)\n`,
  );
  if (!values['no-open'] && process.env['CI'] === undefined) openBrowser(url);
});
