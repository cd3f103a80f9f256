import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parsePort, serveOrExplain } from '../../scripts/port';
import { inRoot } from '../../scripts/root';
import { serve } from '../../scripts/serve';
import { rawRequest } from './support/rawRequest';
import { temporaryFolder } from './support/temporaryFolder';

const productionPage = inRoot('src/taskpane/index.html');

async function smallBuild(): Promise<string> {
  const dist = await temporaryFolder();
  await mkdir(path.join(dist, 'workbench'));
  await copyFile(productionPage, path.join(dist, 'taskpane.html'));
  await writeFile(path.join(dist, 'workbench/index.html'), '<title>workbench</title>');
  await writeFile(path.join(dist, 'engine.wasm'), 'wasm');
  return dist;
}

async function served(dist?: string): Promise<string> {
  const server = await serve({ port: 0, dist: dist ?? (await smallBuild()) });
  onTestFinished(() => server.close());
  return server.url;
}

describe('the workbench server', () => {
  it('shows the workbench at the root, under a policy that allows no other origin and no evaluated code', async () => {
    const reply = await fetch(`${await served()}/`);
    expect(await reply.text()).toBe('<title>workbench</title>');
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|'unsafe-eval'|\*/);
  });

  it('gives the pane the bridge before office.js, and changes nothing else of the production page', async () => {
    const page = await (await fetch(`${await served()}/taskpane.html`)).text();
    const bridge = '<script src="/workbench/pane-bridge.js"></script>';
    expect(page.indexOf(bridge)).toBeGreaterThan(0);
    expect(page.indexOf(bridge) + bridge.length).toBe(page.indexOf('<script src="/office/office.js"></script>'));
    const undone = page
      .replace(bridge, '')
      .replace('"/office/office.js"', '"https://appsforoffice.microsoft.com/lib/1/hosted/office.js"')
      .replace("script-src 'self' 'wasm", "script-src 'self' https://appsforoffice.microsoft.com 'wasm")
      .replace("frame-src 'self'", 'frame-src https://appsforoffice.microsoft.com');
    expect(undone).toBe(await readFile(productionPage, 'utf8'));
  });

  it('lets a browser keep what has its content’s hash in its name, and asks anew for everything else', async () => {
    const dist = await smallBuild();
    await mkdir(path.join(dist, 'js'));
    await writeFile(path.join(dist, 'js/taskpane.0123456789.js'), '');
    const url = await served(dist);
    const cached = async (asked: string) => (await fetch(`${url}${asked}`)).headers.get('cache-control');
    expect(await cached('/js/taskpane.0123456789.js')).toBe('public, max-age=31536000, immutable');
    for (const asked of ['/', '/taskpane.html', '/engine.wasm', '/none.0123456789.js'])
      expect(await cached(asked)).toBe('no-cache');
  });

  it('leaves no foreign address in the pane it serves', async () => {
    expect(await (await fetch(`${await served()}/taskpane.html`)).text()).not.toMatch(/https?:\/\//);
  });

  it('lets only its own pages frame the pane', async () => {
    const reply = await fetch(`${await served()}/taskpane.html`);
    expect(reply.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it.each(['/office/office.js', '/office/zh-cn/office_strings.js', '/office/excel-win32-16.01.js'])(
    'serves the unmodified %s of the package',
    async (file) => {
      const reply = await fetch((await served()) + file);
      expect(reply.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      const original = await readFile(inRoot('node_modules/@microsoft/office-js/dist', file.slice('/office/'.length)));
      expect(Buffer.from(await reply.arrayBuffer()).equals(original)).toBe(true);
    },
  );

  it('serves the sample ledger as a workbook', async () => {
    const reply = await fetch(`${await served()}/sample.xlsx`);
    expect(reply.headers.get('content-type')).toContain('spreadsheetml.sheet');
    const sample = await readFile(inRoot('assets/sample/示例台账.xlsx'));
    expect(Buffer.from(await reply.arrayBuffer()).equals(sample)).toBe(true);
  });

  it('names the type of WebAssembly, and forbids guessing types', async () => {
    const reply = await fetch(`${await served()}/engine.wasm`);
    expect(reply.headers.get('content-type')).toBe('application/wasm');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers HEAD without a body, and no other method than GET', async () => {
    const url = await served();
    const head = await fetch(`${url}/taskpane.html`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(`${url}/taskpane.html`, { method: 'POST' })).status).toBe(405);
  });
});

describe('what the server refuses', () => {
  it.each([
    '/../package.json',
    '/office/../../../../package.json',
    '/office/..%2f..%2f..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/taskpane.html%00.js',
    '/office/',
    '/workbench',
    '/%',
    '//package.json',
  ])('finds nothing at %s', async (asked) => {
    const reply = await rawRequest(await served(path.join(inRoot('test'), 'fixtures')), asked);
    expect(reply).toEqual({ status: 404, text: 'Not found' });
  });

  it('does not follow a link out of the build', async () => {
    const dist = await smallBuild();
    await symlink(inRoot('package.json'), path.join(dist, 'leak.json'));
    expect((await rawRequest(await served(dist), '/leak.json')).status).toBe(404);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', 'localhost@evil.example'])(
    'does not answer a page of %s',
    async (host) => {
      expect((await rawRequest(await served(), '/taskpane.html', { host })).status).toBe(421);
    },
  );

  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000'])('answers as %s', async (host) => {
    expect((await rawRequest(await served(), '/taskpane.html', { host })).status).toBe(200);
  });

  it('cannot be reached through an address of the network', async () => {
    const port = Number(new URL(await served()).port);
    const outside = Object.values(os.networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => !address.internal && address.family === 'IPv4');
    const answers = await Promise.all(outside.map(({ address }) => canConnect(address, port)));
    expect(answers).toEqual(outside.map(() => false));
  });
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = net.connect({ host, port, timeout: 2_000 });
    const end = (connected: boolean) => () => {
      socket.destroy();
      done(connected);
    };
    socket.on('connect', end(true)).on('error', end(false)).on('timeout', end(false));
  });
}

describe('the port', () => {
  it('says in both languages what to do when it is taken', async () => {
    const port = Number(new URL(await served()).port);
    await expect(serveOrExplain({ port })).rejects.toThrow(
      /端口 \d+ 已被其他程序占用[^]*PORT=\d+ npm start[^]*is in use/,
    );
  });

  it.each(['', '0', '65536', '3000x', '-1'])('refuses %j', (text) => {
    expect(() => parsePort(text)).toThrow(/PORT 应为/);
  });

  it.each(['8080', '8080 '])('accepts %j', (text) => {
    expect(parsePort(text)).toBe(8080);
  });
});
