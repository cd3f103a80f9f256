import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { zipSync } from 'fflate';
import './policies.js';
import { inRoot } from '../root';
import { thirdPartyText } from './third-party';

/** The oldest browser for which what is written can be read. It knows private fields; written out, they made every cell slow. */
export const STANDALONE_TARGET = ['chrome86'];

const shared = {
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: STANDALONE_TARGET,
  charset: 'utf8',
  legalComments: 'none',
  jsx: 'automatic',
  loader: { '.yaml': 'text', '.wasm': 'binary' },
  define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '""' },
  logLevel: 'error',
} as const satisfies BuildOptions;

/** HiGHS asks for it in Node only. */
const noNode: Plugin = {
  name: 'no-node',
  setup(bundle) {
    bundle.onResolve({ filter: /^node:module$/ }, ({ path: name }) => ({ path: name, namespace: 'none' }));
    bundle.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default {}' }));
  },
};

/** What the folder is called: "亩均推演-独立版-0.1.0". */
export async function standaloneName(): Promise<string> {
  const { version } = JSON.parse(await readFile(inRoot('package.json'), 'utf8')) as { version: string };
  return `亩均推演-独立版-${version}`;
}

/** Writes the edition's files into a folder; the page opens by double click and from any web server alike. */
export async function buildStandalone(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'js'), { recursive: true });
  const workers = {
    simulate: await writeScript(folder, 'simulate', await workerScript('simulate')),
    allocate: await writeScript(folder, 'allocate', await workerScript('allocate')),
  };
  const define = { ...shared.define, WORKER_FILES: JSON.stringify(workers) };
  const app = await bundled({
    ...shared,
    define,
    plugins: [noNode],
    entryPoints: [inRoot('src/standalone/index.tsx')],
  });
  const page = await readFile(inRoot('src/standalone/index.html'), 'utf8');
  await writeFile(path.join(folder, 'index.html'), page.replace('APP_SCRIPT', await writeScript(folder, 'app', app)));
  await writeFile(path.join(folder, '打不开时看这里.txt'), `\uFEFF${HELP}`);
  await writeFile(path.join(folder, '许可.txt'), `\uFEFF${await licences()}`);
}

/** The folder and a .zip of it beside it, under `out`; gives the path of the .zip. */
export async function packStandalone(out: string): Promise<string> {
  const name = await standaloneName();
  const folder = path.join(out, name);
  await buildStandalone(folder);
  const files = Object.fromEntries(
    await Promise.all(
      (await filesUnder(folder)).map(async (file) => {
        const bytes = new Uint8Array(await readFile(path.join(folder, file)));
        return [`${name}/${file.replaceAll(path.sep, '/')}`, bytes] as const;
      }),
    ),
  );
  const zip = path.join(out, `${name}.zip`);
  await writeFile(zip, zipSync(files, { level: 9 }));
  return zip;
}

/** A worker as a function, so that its text makes a Blob and it can also run in the page (src/standalone/startWorker.ts). */
async function workerScript(name: string): Promise<string> {
  const entry = inRoot(`src/standalone/workers/${name}.ts`);
  const inject = [inRoot('src/standalone/polyfills.ts')];
  const code = await bundled({ ...shared, inject, plugins: [noNode], entryPoints: [entry] });
  return `(globalThis.mujunWorkers=globalThis.mujunWorkers||{}).${name}=function(self){${code}\n};\n`;
}

async function bundled(options: BuildOptions): Promise<string> {
  const { outputFiles = [] } = await build(options);
  return outputFiles[0]?.text ?? '';
}

/** A name that changes with the content: no page ever runs with the script of another version. */
async function writeScript(folder: string, name: string, code: string): Promise<string> {
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 10);
  const file = `js/${name}.${hash}.js`;
  await writeFile(path.join(folder, file), code);
  return file;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

async function licences(): Promise<string> {
  return `${await readFile(inRoot('LICENSE'), 'utf8')}\n${'-'.repeat(80)}\n\n${await thirdPartyText()}`;
}

const HELP = `打不开时看这里

一、怎么打开
1. 先把压缩包全部解压（右键—解压到文件夹），不要在压缩包里直接双击。
2. 进入解压出来的文件夹，双击 index.html。
3. 若用 WPS 或记事本打开了：右键 index.html—打开方式—选 Edge、Chrome 或 360 浏览器。

二、页面一直显示“若此处长时间没有变化”
1. 文件没有全部解压：index.html 旁边要有 js 文件夹。请重新解压。
2. 浏览器太旧：请换用 Edge、Chrome（86 以上）、360 安全浏览器（极速模式）、奇安信浏览器或统信浏览器。
   IE 和浏览器的“兼容模式”打不开。

三、台账打不开
1. .xls、.et 文件：请在 WPS 里用“文件—另存为”选“Excel 文件（*.xlsx）”，再打开。
2. 有密码的文件：请在 WPS 里去掉打开密码，另存一份。
3. 正被 WPS 打开着：可以读；要“存回原文件”，请先在 WPS 里关闭它。

四、数据安全
文件只在本机的页面里读写，不上传，也不访问网络。拔掉网线照样能用。
“本机留底”把没保存的台账存在本机浏览器里，保存或关闭后即删除；公用电脑请去掉勾选。

五、放到单位内网
把整个文件夹放到任何网页服务器上即可，不需要安装别的程序。
`;
