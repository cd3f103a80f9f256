import path from 'node:path';
import { chromium } from 'playwright-core';
import { thisMachine, type Machine } from './preflight/machine';

const windowsPrograms = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
];

function usualPaths({ env }: Machine): readonly string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
  return [
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
    ...folders.flatMap((folder) => windowsPrograms.map((program) => path.join(folder, program))),
  ];
}

/**
 * The Chromium-family browser to test with: MUJUN_BROWSER when set (it must exist), else an installed one, else the one
 * playwright-core manages; undefined when there is none.
 */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const chosen = machine.env['MUJUN_BROWSER'];
  if (chosen === undefined) return [...usualPaths(machine), chromium.executablePath()].find(machine.exists);
  if (machine.exists(chosen)) return chosen;
  throw new Error(`MUJUN_BROWSER 指向的文件不存在，请改正 (no such file; correct it): ${chosen}`);
}

/** The browser to test with; throws what to do where there is none. Tests never skip for it. */
export function requireBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  throw new Error(`找不到 Chrome、Edge 或 Chromium。请运行 npm run preflight
No Chrome, Edge or Chromium was found: npm run preflight`);
}
