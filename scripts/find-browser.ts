import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
const windowsPrograms = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
];

const usualPaths: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...windowsFolders.flatMap((folder) => windowsPrograms.map((program) => path.join(folder, program))),
];

/**
 * The Chromium-family browser to test with: MUJUN_BROWSER when set (it must exist), else an installed one, else the one
 * playwright-core manages; undefined when there is none.
 */
export function findBrowser(): string | undefined {
  const chosen = process.env['MUJUN_BROWSER'];
  if (chosen === undefined) return [...usualPaths, chromium.executablePath()].find((file) => existsSync(file));
  if (existsSync(chosen)) return chosen;
  throw new Error(`MUJUN_BROWSER 指向的文件不存在 (no such file): ${chosen}`);
}
