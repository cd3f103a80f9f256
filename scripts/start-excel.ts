import { spawn } from 'node:child_process';
import { getHttpsServerOptions } from 'office-addin-dev-certs';
import { ensureBuilt } from './build/build';
import { developmentBuild } from './build/options';
import { serveOrExplain } from './port';
import { inRoot } from './root';
import { runCommand } from './run-command';

/** The manifest names this port, so Excel cannot be shown another one. */
const port = 3000;

/** `npm run start:excel`: the add-in over https for a real Excel on this machine. Never tried by us: we have no Excel. */
await runCommand(async () => {
  await ensureBuilt(developmentBuild);
  const { key, cert } = await getHttpsServerOptions();
  const { url } = await serveOrExplain({ port, credentials: { key, cert } });
  process.stdout.write(`加载项 (add-in): ${url}\n按 Ctrl+C 结束 (stop with Ctrl+C)\n`);
  const args = ['--yes', 'office-addin-debugging@5.1.6', 'start', inRoot('dist/manifest.xml')];
  spawn('npx', args, { stdio: 'inherit', shell: process.platform === 'win32' });
});
