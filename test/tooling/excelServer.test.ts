import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';
import { expect, it, onTestFinished } from 'vitest';
import { inRoot } from '../../scripts/root';
import { serve } from '../../scripts/serve';
import { temporaryFolder } from './support/temporaryFolder';

interface Secured {
  readonly url: string;
  readonly authority: Buffer;
}

/** As `npm run start:excel`, with certificates made for the test: the real ones ask to be trusted by the system. */
async function servedToExcel(): Promise<Secured> {
  const folder = await temporaryFolder();
  const [authority, cert, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => path.join(folder, name));
  if (authority === undefined || cert === undefined || key === undefined) throw new Error('three files');
  await generateCertificates(authority, cert, key, 1);
  await copyFile(inRoot('src/taskpane/index.html'), path.join(folder, 'taskpane.html'));
  await writeFile(path.join(folder, 'functions.json'), '{"functions":[]}');
  await mkdir(path.join(folder, 'icons'));
  await copyFile(inRoot('assets/icons/icon-32.png'), path.join(folder, 'icons/icon-32.png'));
  const credentials = { cert: await readFile(cert), key: await readFile(key) };
  const server = await serve({ port: 0, dist: folder, credentials });
  onTestFinished(() => server.close());
  return { url: server.url, authority: await readFile(authority) };
}

function fetchSecurely(
  { url, authority }: Secured,
  asked: string,
): Promise<{ text: string; headers: IncomingHttpHeaders }> {
  return new Promise((done, fail) => {
    get(url + asked, { ca: authority }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => done({ text, headers: response.headers }));
    }).on('error', fail);
  });
}

it('serves a real Excel the production pane as built, over https', async () => {
  const server = await servedToExcel();
  expect(server.url).toMatch(/^https:\/\/localhost:/);
  const { text } = await fetchSecurely(server, '/taskpane.html');
  expect(text).toBe(await readFile(inRoot('src/taskpane/index.html'), 'utf8'));
});

it('lets Excel on the web read the function metadata from its own origin', async () => {
  const { headers } = await fetchSecurely(await servedToExcel(), '/functions.json');
  expect(headers['access-control-allow-origin']).toBe('*');
});

it('lets icons be cached, as Office asks, and nothing else', async () => {
  const server = await servedToExcel();
  expect((await fetchSecurely(server, '/icons/icon-32.png')).headers['cache-control']).toBe('public, max-age=86400');
  for (const asked of ['/taskpane.html', '/functions.json'])
    expect((await fetchSecurely(server, asked)).headers['cache-control']).toBe('no-cache');
});
