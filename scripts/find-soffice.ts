import path from 'node:path';
import { onPath, thisMachine, type Machine } from './preflight/machine';

/** The LibreOffice that tests recalculate with: MUJUN_SOFFICE when set (it must exist), else an installed one; undefined when there is none. */
export function findSoffice(machine: Machine = thisMachine): string | undefined {
  const { env, exists } = machine;
  const chosen = env['MUJUN_SOFFICE'];
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => env[name] ?? []);
  if (chosen === undefined)
    return [
      onPath(machine, 'soffice') ?? '/usr/bin/soffice',
      '/usr/bin/libreoffice',
      '/opt/libreoffice/program/soffice',
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      ...folders.map((folder) => path.join(folder, 'LibreOffice/program/soffice.exe')),
    ].find(exists);
  if (exists(chosen)) return chosen;
  throw new Error(`MUJUN_SOFFICE 指向的文件不存在，请改正 (no such file; correct it): ${chosen}`);
}

/** The LibreOffice to test with; throws what to do where there is none. Tests never skip for it. */
export function requireSoffice(): string {
  const found = findSoffice();
  if (found !== undefined) return found;
  throw new Error(`找不到 LibreOffice，此项测试需要它。请运行 npm run preflight
LibreOffice was not found and this test needs it: npm run preflight`);
}
