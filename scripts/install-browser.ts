import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from './find-browser';

const require = createRequire(import.meta.url);
const playwright = path.join(path.dirname(require.resolve('playwright-core/package.json')), 'cli.js');

/** Finds a browser or installs one; throws the commands to run by hand when neither works. Tests never skip for it. */
export function requireBrowser(): string {
  const found = findBrowser() ?? installFromDebian() ?? installFromPlaywright();
  if (found !== undefined) return found;
  throw new Error(advice);
}

function installFromDebian(): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  spawnSync('apt-get', ['install', '-y', 'chromium'], { stdio: 'inherit' });
  return findBrowser();
}

function installFromPlaywright(): string | undefined {
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'inherit' });
  return findBrowser();
}

const advice = `找不到 Chrome、Edge 或 Chromium，也未能自动安装。请任选一项后重试：
No Chrome, Edge or Chromium was found and none could be installed. Do one of these and try again:
  npx playwright-core install chromium
  sudo apt-get install -y chromium
  MUJUN_BROWSER=/path/to/chrome npm test`;
