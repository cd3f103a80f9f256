import { createRequire } from 'node:module';
import path from 'node:path';
import type { Machine } from './machine';
import { install, planFor, type Trouble } from './managers';
import type { Need } from './needs';
import { adviceText, lackText, type Looked } from './sentences';

const require = createRequire(import.meta.url);
const playwright = path.join(path.dirname(require.resolve('playwright-core/package.json')), 'cli.js');

/**
 * Looks for everything at once, installs what is lacking where that needs nobody, and tells what is still lacking with the line to
 * type. True where all is there.
 */
export function preflight(machine: Machine, needs: readonly Need[], tell: (text: string) => void): boolean {
  const looked = look(machine, needs);
  const lacking = looked.filter(isLacking);
  if (lacking.length === 0) {
    tell(`测试所需齐备 (all there): ${looked.map(nameText).join('，')}`);
    return true;
  }
  tell(['测试还缺 (lacking):', ...lacking.map(lackText)].join('\n'));
  const trouble = installFor(machine, lacking, tell);
  const still = look(machine, needs).filter(isLacking);
  if (still.length === 0) tell('已装好 (installed)');
  else tell(['仍缺 (still lacking):', ...still.map(lackText), adviceFor(machine, still, trouble)].join('\n'));
  return still.length === 0;
}

function look(machine: Machine, needs: readonly Need[]): Looked[] {
  return needs.map((need) => ({ need, found: need.look(machine) }));
}

function isLacking({ found }: Looked): boolean {
  return found.kind !== 'there';
}

function nameText({ need, found }: Looked): string {
  return found.kind === 'there' && found.version !== undefined ? `${need.zh} ${found.version}` : need.zh;
}

/** By the package manager; then, for a browser that is still lacking, by playwright, which may need no root. */
function installFor(machine: Machine, lacking: readonly Looked[], tell: (text: string) => void): Trouble | undefined {
  const needs = lacking.map(({ need }) => need);
  const plan = planFor(machine, needs);
  if (typeof plan === 'object' && plan.packages.length > 0)
    tell(`正在安装，约需几分钟 (installing, a few minutes): ${plan.packages.flat().join(' ')}`);
  const trouble = typeof plan === 'object' ? install(machine, plan) : plan;
  const browser = needs.find((need) => need.byPlaywright);
  if (browser && isLacking({ need: browser, found: browser.look(machine) })) installBrowser(machine, tell);
  return trouble;
}

/** Into the person's own folder; the libraries a browser wants come along where root is to be had. */
function installBrowser(machine: Machine, tell: (text: string) => void): void {
  tell('正在下载浏览器 (downloading a browser)');
  const withLibraries = machine.platform === 'linux' && machine.isRoot ? ['--with-deps'] : [];
  machine.run(process.execPath, playwright, 'install', ...withLibraries, 'chromium');
}

function adviceFor(machine: Machine, still: readonly Looked[], trouble: Trouble | undefined): string {
  const plan = planFor(
    machine,
    still.map(({ need }) => need),
  );
  return adviceText(still, plan, trouble);
}
