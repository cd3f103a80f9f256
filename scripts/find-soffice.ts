import { existsSync } from 'node:fs';
import path from 'node:path';

const onPath = (process.env['PATH'] ?? '').split(path.delimiter).flatMap((folder) => path.join(folder, 'soffice'));
const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => process.env[name] ?? []);

const usualPaths: readonly string[] = [
  ...onPath,
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ...windowsFolders.map((folder) => path.join(folder, 'LibreOffice/program/soffice.exe')),
];

/** The LibreOffice that tests recalculate with (MUJUN_SOFFICE overrides); throws the command to install it. Never skips. */
export function requireSoffice(): string {
  const found = [process.env['MUJUN_SOFFICE'] ?? '', ...usualPaths].find((file) => file !== '' && existsSync(file));
  if (found !== undefined) return found;
  throw new Error(
    `找不到 LibreOffice，此项测试需要它。请先安装：sudo apt-get install -y libreoffice-calc（或设置 MUJUN_SOFFICE）
LibreOffice was not found and this test needs it: sudo apt-get install -y libreoffice-calc (or set MUJUN_SOFFICE)`,
  );
}
