import { commandFor, type planFor, type Trouble } from './managers';
import type { Found, Need } from './needs';

/** A need and what was found of it. */
export interface Looked {
  readonly need: Need;
  readonly found: Found;
}

/** One line about a need that is not met. */
export function lackText({ need, found }: Looked): string {
  return `  ${need.zh}：${foundText(found)}`;
}

function foundText(found: Found): string {
  switch (found.kind) {
    case 'there':
      return `有 (there)${found.version === undefined ? '' : `，${found.version}`}`;
    case 'missing':
      return '没有 (missing)';
    case 'tooOld':
      return `版本 ${found.version} 太旧，至少要 ${found.least} (too old, at least ${found.least})`;
    case 'broken':
      return `装了但不能启动 (does not start): ${found.said}`;
  }
}

/** Why what is lacking was not installed, and the next step: a sentence in Chinese, one in English, then what to type or where to go. */
export function adviceText(
  lacking: readonly Looked[],
  plan: ReturnType<typeof planFor>,
  trouble: Trouble | undefined,
): string {
  const isPlan = typeof plan === 'object';
  const isPackaged = ({ need }: Looked) => isPlan && need.packages[plan.manager] !== undefined;
  const byHand = lacking.filter((one) => !isPackaged(one) || one.found.kind === 'tooOld' || trouble === 'noPackage');
  return [
    ...troubleText(trouble),
    ...(isPlan && plan.packages.length > 0 ? [`  ${commandFor(plan)}`] : []),
    ...byHand.map(({ need }) => `  ${need.zh} (${need.en}): ${need.link}`),
  ].join('\n');
}

function troubleText(trouble: Trouble | undefined): readonly [zh: string, en: string] {
  if (typeof trouble === 'object')
    return [
      `自动安装没有成功（${trouble.failed}）。请照下面安装，再运行 npm test：`,
      `Installing failed (${trouble.failed}). Install as below, then run npm test again:`,
    ];
  return trouble === undefined ? STILL : SENTENCES[trouble];
}

/** The package manager was content, and yet something is not there: what it has is too old, say. */
const STILL = [
  '安装之后仍缺上面所列，多半是软件源里的版本太旧。请照下面安装，再运行 npm test：',
  'Installed, and yet the above is lacking; what the package source has may be too old. Install as below, then run npm test again:',
] as const;

const SENTENCES: Readonly<Record<Extract<Trouble, string>, readonly [zh: string, en: string]>> = {
  noRoot: [
    '没有管理员权限，也不能免密码使用 sudo，所以没有自动安装。请用管理员账号执行下面一行，再运行 npm test：',
    'Not root, and sudo asks for a password: nothing was installed. Type this line, then run npm test again:',
  ],
  locked: [
    '另一个程序正在安装软件（apt 已被锁定）。请等它结束后再运行 npm test，或届时执行下面一行：',
    'Another program is installing (apt is locked). Run npm test again when it has ended, or type this line then:',
  ],
  noNetwork: [
    '连不上软件源，没有装上。请检查网络或代理设置后再运行 npm test，或在能联网时执行下面一行：',
    'The package source cannot be reached. Check the network or the proxy and run npm test again, or type this line once it can:',
  ],
  noBrew: [
    '这台 Mac 没有 Homebrew，不能自动安装。请先装 Homebrew（https://brew.sh）再运行 npm test，或从下列网址下载安装：',
    'This Mac has no Homebrew. Install it (https://brew.sh) and run npm test again, or download from here:',
  ],
  noWinget: [
    '这台 Windows 没有 winget，不能自动安装。请从微软商店装“应用安装程序”后再运行 npm test，或从下列网址下载安装：',
    'This Windows has no winget. Install App Installer from the Microsoft Store and run npm test again, or download from here:',
  ],
  unknownSystem: [
    '没有找到 apt-get，不能自动安装。请用本机的软件管理器装上面所列，再运行 npm test；也可从下列网址下载：',
    "There is no apt-get here. Install the above with this system's own package manager, then run npm test again, or download from here:",
  ],
  reopen: [
    '已经安装，但要在新开的终端里才找得到。请关闭这个终端，重新打开，再运行 npm test；仍然找不到时照下面安装：',
    'Installed, but found only from a new terminal. Close this one, open another and run npm test again; if it is still lacking:',
  ],
  noPackage: [
    '这台机器的软件管理器没有上面所列，不能自动安装。请从下列网址下载安装，再运行 npm test：',
    "This machine's package manager does not have the above. Install from here, then run npm test again:",
  ],
};
