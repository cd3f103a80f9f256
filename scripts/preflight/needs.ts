import path from 'node:path';
import { findBrowser } from '../find-browser';
import { findSoffice } from '../find-soffice';
import { onPath, type Machine } from './machine';

/** What was found of a need: there (with its version, where it tells one), not there, too old, or there and not able to start. */
export type Found =
  | { readonly kind: 'there'; readonly version?: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooOld'; readonly version: string; readonly least: string }
  | { readonly kind: 'broken'; readonly said: string };

export type Manager = 'apt' | 'brew' | 'winget';

/** Something that the tests use beside npm packages. */
export interface Need {
  readonly zh: string;
  readonly en: string;
  readonly look: (machine: Machine) => Found;
  /** What brings it, by the machine's package manager; none where that manager has no package for it. */
  readonly packages: Readonly<Partial<Record<Manager, readonly string[]>>>;
  readonly link: string;
  /** Playwright can bring it where the package manager cannot. */
  readonly byPlaywright?: true;
}

/** LibreOffice writes all sheets of a book as CSV since this version, and the tests read them so. */
const LEAST_OFFICE = '7.2';

/** The Node to run on, as package.json says. */
export const nodeNeed = (least: string): Need => ({
  ...{ zh: 'Node', en: 'Node', packages: {}, link: 'https://nodejs.org' },
  look: ({ node }) => atLeast(node, least),
});

/** What `npm test` needs beside Node. A part that another document needs (LibreOffice Writer, say) is one line more here. */
export const NEEDS: readonly Need[] = [
  {
    ...{ zh: '浏览器（Chrome、Edge 或 Chromium）', en: 'a browser (Chrome, Edge or Chromium)' },
    look: browser,
    packages: { apt: ['chromium'], brew: ['--cask', 'google-chrome'], winget: ['Google.Chrome'] },
    link: 'https://www.google.com/chrome/',
    byPlaywright: true,
  },
  {
    ...{ zh: 'LibreOffice Calc', en: 'LibreOffice Calc' },
    look: office,
    packages: {
      apt: ['libreoffice-calc'],
      brew: ['--cask', 'libreoffice'],
      winget: ['TheDocumentFoundation.LibreOffice'],
    },
    link: 'https://www.libreoffice.org/download/',
  },
  {
    ...{ zh: 'xmllint', en: 'xmllint' },
    look: programs('xmllint'),
    packages: { apt: ['libxml2-utils'], brew: ['libxml2'] },
    link: 'https://gitlab.gnome.org/GNOME/libxml2/-/wikis/home',
  },
  {
    ...{ zh: 'poppler（读 PDF）', en: 'poppler (reads PDF)' },
    look: programs('pdftoppm', 'pdftotext', 'pdfinfo'),
    packages: { apt: ['poppler-utils'], brew: ['poppler'], winget: ['oschwartz10612.Poppler'] },
    link: 'https://poppler.freedesktop.org',
  },
  {
    ...{ zh: '中文字体', en: 'Chinese fonts' },
    look: chineseFonts,
    packages: { apt: ['fontconfig', 'fonts-noto-cjk'] },
    link: 'https://github.com/notofonts/noto-cjk',
  },
];

/** Chrome on Windows answers --version with a window, so that it is only looked for there. */
function browser(machine: Machine): Found {
  const found = findBrowser(machine);
  if (found === undefined) return { kind: 'missing' };
  return machine.platform === 'win32' ? { kind: 'there' } : started(machine, found);
}

function office(machine: Machine): Found {
  const found = findSoffice(machine);
  if (found === undefined || !hasCalc(machine, found)) return { kind: 'missing' };
  // On Windows soffice.exe has no console; soffice.com beside it has.
  const answer = started(machine, machine.platform === 'win32' ? found.replace(/\.exe$/i, '.com') : found);
  return answer.kind === 'there' && answer.version !== undefined ? atLeast(answer.version, LEAST_OFFICE) : answer;
}

/** Debian has LibreOffice in parts: where its folder of parts can be seen, the part for sheets must be among them. */
function hasCalc(machine: Machine, soffice: string): boolean {
  const folder = path.dirname(machine.realPath(soffice));
  return machine.platform !== 'linux' || !folder.endsWith('/program') || machine.exists(`${folder}/libsclo.so`);
}

function programs(...names: readonly string[]): Need['look'] {
  return (machine) => ({ kind: names.every((name) => onPath(machine, name) !== undefined) ? 'there' : 'missing' });
}

/** macOS and Windows bring theirs. */
function chineseFonts(machine: Machine): Found {
  const isThere = machine.platform !== 'linux' || machine.run('fc-list', ':lang=zh').said.includes(':');
  return { kind: isThere ? 'there' : 'missing' };
}

function started(machine: Machine, file: string): Found {
  const { status, said } = machine.run(file, '--version');
  const version = /\d+(?:\.\d+)+/.exec(said)?.[0];
  if (status !== 0) return { kind: 'broken', said: said.trim().split('\n')[0] ?? '' };
  return { kind: 'there', ...(version === undefined ? {} : { version }) };
}

function atLeast(version: string, least: string): Found {
  const parts = (text: string) => text.split('.').map(Number);
  const [wanted, given] = [parts(least), parts(version)];
  const at = wanted.findIndex((part, index) => part !== (given[index] ?? 0));
  const isOld = at >= 0 && (given[at] ?? 0) < (wanted[at] ?? 0);
  return isOld ? { kind: 'tooOld', version, least } : { kind: 'there', version };
}
