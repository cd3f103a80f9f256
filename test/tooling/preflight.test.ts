import { describe, expect, it } from 'vitest';
import type { Machine, Ran } from '../../scripts/preflight/machine';
import { NEEDS, nodeNeed } from '../../scripts/preflight/needs';
import { preflight } from '../../scripts/preflight/preflight';

type Answer = string | Ran | ((machine: FakeMachine) => Ran);

const fine = (said = ''): Ran => ({ status: 0, said });
const failing = (said: string): Ran => ({ status: 100, said });

/** A machine of files and answers: a call's answer is found by the longest beginning of its line; without one there is no such program. */
class FakeMachine {
  readonly files: Set<string>;
  readonly ran: string[] = [];
  readonly machine: Machine;

  constructor(
    files: readonly string[],
    private readonly answers: Readonly<Record<string, Answer>>,
    own: Partial<Machine> = {},
  ) {
    this.files = new Set(files);
    this.machine = {
      ...{ platform: 'linux', node: '20.11.0', isRoot: false, env: { PATH: '/usr/bin' } },
      exists: (file) => this.files.has(file),
      realPath: (file) => (file === '/usr/bin/soffice' ? '/usr/lib/libreoffice/program/soffice' : file),
      run: (program, ...args) => this.run([program, ...args].join(' ')),
      ...own,
    };
  }

  private run(line: string): Ran {
    this.ran.push(line);
    const known = Object.keys(this.answers).filter((start) => line.startsWith(start));
    const [longest = ''] = known.toSorted((a, b) => b.length - a.length);
    const answer = this.answers[longest];
    if (answer === undefined) return { status: undefined, said: 'ENOENT' };
    if (typeof answer === 'function') return answer(this);
    return typeof answer === 'string' ? fine(answer) : answer;
  }
}

const PROGRAMS = ['chromium', 'soffice', 'xmllint', 'pdftoppm', 'pdftotext', 'pdfinfo'].map(
  (name) => `/usr/bin/${name}`,
);
const CALC = '/usr/lib/libreoffice/program/libsclo.so';
const DEBIAN = ['/usr/bin/apt-get'];
const VERSIONS = {
  '/usr/bin/chromium --version': 'Chromium 140.0.1 built on Debian',
  '/usr/bin/soffice --version': 'LibreOffice 7.4.7.2 40(Build:2)',
  'fc-list': '/usr/share/fonts/NotoSansCJK.ttc: Noto Sans CJK SC',
  'cat /etc/os-release': 'NAME="Debian GNU/Linux"\nID=debian\n',
};
const APT = 'env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -q';
const COMMAND =
  'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium libreoffice-calc libxml2-utils poppler-utils';

function flown({ machine }: FakeMachine, least = '20.11') {
  const told: string[] = [];
  const isReady = preflight(machine, [nodeNeed(least), ...NEEDS], (text) => told.push(text));
  return { isReady, told: told.join('\n') };
}

/** After the packages are installed the programs are there. */
const installs = (fake: FakeMachine): Ran => {
  for (const file of [...PROGRAMS, CALC]) fake.files.add(file);
  return fine();
};

describe('on a machine that has everything', () => {
  it('says so in one line and runs nothing but questions', () => {
    const fake = new FakeMachine([...PROGRAMS, CALC], VERSIONS);
    const { isReady, told } = flown(fake);
    expect(isReady).toBe(true);
    expect(told.split('\n')).toHaveLength(1);
    expect(told).toContain('LibreOffice Calc 7.4.7.2');
    expect(fake.ran.every((line) => line.includes('--version') || line.startsWith('fc-list'))).toBe(true);
  });
});

describe('what is lacking', () => {
  it.each([
    ['no browser', '/usr/bin/chromium', /浏览器.*没有/],
    ['no LibreOffice', '/usr/bin/soffice', /LibreOffice Calc：没有/],
    ['LibreOffice without its sheets', CALC, /LibreOffice Calc：没有/],
    ['no xmllint', '/usr/bin/xmllint', /xmllint：没有/],
    ['part of poppler', '/usr/bin/pdfinfo', /poppler.*没有/],
  ])('%s', (_, file, said) => {
    const { isReady, told } = flown(
      new FakeMachine(
        [...PROGRAMS, CALC].filter((one) => one !== file),
        VERSIONS,
      ),
    );
    expect(isReady).toBe(false);
    expect(told).toMatch(said);
  });

  it('no Chinese font', () => {
    const { told } = flown(new FakeMachine([...PROGRAMS, CALC], { ...VERSIONS, 'fc-list': '' }));
    expect(told).toMatch(/中文字体：没有/);
  });

  it('a browser that does not start', () => {
    const broken: Ran = { status: 127, said: 'error while loading shared libraries: libnss3.so' };
    const fake = new FakeMachine([...PROGRAMS, CALC], { ...VERSIONS, '/usr/bin/chromium --version': broken });
    expect(flown(fake).told).toMatch(/浏览器.*不能启动.*libnss3/);
  });

  it('an old LibreOffice, with the version needed and where to get it', () => {
    const old = { ...VERSIONS, '/usr/bin/soffice --version': 'LibreOffice 6.4.7.2 40(Build:2)', sudo: fine() };
    const { isReady, told } = flown(new FakeMachine([...PROGRAMS, CALC, ...DEBIAN], old));
    expect(isReady).toBe(false);
    expect(told).toMatch(/LibreOffice Calc：版本 6\.4\.7\.2 太旧，至少要 7\.2/);
    expect(told).toContain('软件源里的版本太旧');
    expect(told).toContain('https://www.libreoffice.org/download/');
  });

  it('an old Node', () => {
    const { isReady, told } = flown(new FakeMachine([...PROGRAMS, CALC], VERSIONS), '22.4');
    expect(isReady).toBe(false);
    expect(told).toMatch(/Node：版本 20\.11\.0 太旧，至少要 22\.4/);
    expect(told).toContain('https://nodejs.org');
  });
});

describe('installing', () => {
  it('asks apt for an update first, as root', () => {
    const fake = new FakeMachine(
      DEBIAN,
      { ...VERSIONS, [`${APT} update`]: fine(), [`${APT} install`]: installs },
      { isRoot: true },
    );
    expect(flown(fake).isReady).toBe(true);
    const apt = fake.ran.filter((line) => line.startsWith(APT));
    expect(apt.map((line) => line.slice(APT.length + 1))).toEqual([
      'update',
      'install -y --no-install-recommends chromium libreoffice-calc libxml2-utils poppler-utils',
    ]);
  });

  it('uses sudo where it asks for no password', () => {
    const answers = {
      ...VERSIONS,
      'sudo -n true': fine(),
      [`sudo -n ${APT} update`]: fine(),
      [`sudo -n ${APT} install`]: installs,
    };
    expect(flown(new FakeMachine(DEBIAN, answers)).isReady).toBe(true);
  });

  it('leaves the browser to playwright on Ubuntu, where chromium is a snap', () => {
    const fake = new FakeMachine(
      DEBIAN,
      { ...VERSIONS, 'cat /etc/os-release': 'ID=ubuntu\n', [`${APT} update`]: fine(), [`${APT} install`]: fine() },
      { isRoot: true },
    );
    flown(fake);
    expect(fake.ran.find((line) => line.startsWith(`${APT} install`))).not.toContain('chromium');
    expect(fake.ran.find((line) => line.includes('playwright-core'))).toMatch(/install --with-deps chromium$/);
  });

  it('uses brew on a Mac, a cask where it is one', () => {
    const fake = new FakeMachine(
      ['/opt/homebrew/bin/brew', '/opt/homebrew/bin/xmllint'],
      { brew: fine() },
      { platform: 'darwin', env: { PATH: '/opt/homebrew/bin' } },
    );
    const { isReady } = flown(fake);
    expect(isReady).toBe(false);
    const brew = fake.ran.filter((line) => line.startsWith('brew'));
    expect(brew).toEqual([
      'brew install --cask google-chrome',
      'brew install --cask libreoffice',
      'brew install poppler',
    ]);
  });

  it('uses winget on Windows, and says that a new terminal is needed', () => {
    const own: Partial<Machine> = {
      platform: 'win32',
      env: { PATH: 'C:\\Apps' },
      exists: (file) => file.endsWith('winget.exe'),
    };
    const { told } = flown(new FakeMachine([], { winget: fine() }, own));
    expect(told).toMatch(/请关闭这个终端，重新打开，再运行 npm test/);
    expect(told).toContain('winget install --exact --id TheDocumentFoundation.LibreOffice');
    expect(told).toMatch(/xmllint \(xmllint\): https:/);
  });
});

describe('where nothing can be installed: one sentence, one next step', () => {
  const locked = failing('E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 812 (apt-get)');
  const offline = failing("E: Failed to fetch http://deb.debian.org/x  Temporary failure resolving 'deb.debian.org'");

  it.each<[string, Readonly<Record<string, Answer>>, Partial<Machine>, readonly (string | RegExp)[]]>([
    [
      'no root',
      { 'sudo -n true': failing('sudo: a password is required') },
      {},
      [/没有管理员权限.*执行下面一行/, /sudo asks for a password/, COMMAND],
    ],
    ['no sudo at all', {}, {}, [/没有管理员权限/, COMMAND]],
    [
      'apt locked at the update',
      { [APT]: locked },
      { isRoot: true },
      [/apt 已被锁定.*等它结束后/, /apt is locked/, COMMAND],
    ],
    [
      'apt locked at the install',
      { [`${APT} update`]: fine(), [`${APT} install`]: locked },
      { isRoot: true },
      [/apt 已被锁定/, COMMAND],
    ],
    ['no network', { [APT]: offline }, { isRoot: true }, [/连不上软件源.*检查网络/, /cannot be reached/, COMMAND]],
    [
      'no network, and an update that ends well all the same',
      {
        [`${APT} update`]: fine(`W: ${offline.said}`),
        [`${APT} install`]: failing('E: Unable to locate package chromium'),
      },
      { isRoot: true },
      [/连不上软件源/, COMMAND],
    ],
    [
      'a full disk',
      { [`${APT} update`]: fine(), [`${APT} install`]: failing("Reading...\nE: You don't have enough free space") },
      { isRoot: true },
      [/没有成功（E: You don't have enough free space）/, COMMAND],
    ],
    [
      'a Mac without brew',
      {},
      { platform: 'darwin' },
      [/没有 Homebrew.*brew\.sh/, /no Homebrew/, 'https://www.libreoffice.org/download/'],
    ],
    [
      'Windows without winget',
      {},
      { platform: 'win32' },
      [/没有 winget.*应用安装程序/, /App Installer/, 'https://www.libreoffice.org/download/'],
    ],
    [
      'a Linux without apt',
      {},
      { exists: () => false },
      [/没有找到 apt-get/, /own package manager/, 'https://poppler.freedesktop.org'],
    ],
  ])('%s', (_, answers, own, said) => {
    const fake = new FakeMachine(DEBIAN, { ...VERSIONS, ...answers }, own);
    const { isReady, told } = flown(fake);
    expect(isReady).toBe(false);
    for (const one of said)
      expect(told).toEqual(typeof one === 'string' ? expect.stringContaining(one) : expect.stringMatching(one));
  });

  it('a MUJUN_SOFFICE that names no file', () => {
    const fake = new FakeMachine([], VERSIONS, { env: { PATH: '/usr/bin', MUJUN_SOFFICE: '/opt/none' } });
    expect(() => flown(fake)).toThrow('MUJUN_SOFFICE 指向的文件不存在，请改正 (no such file; correct it): /opt/none');
  });
});
