import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { address } from '../../scripts/build/build';
import { isFresh, stampBuild } from '../../scripts/build/freshness';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { officeSources, type OfficeSource } from '../../scripts/build/office-source';
import { developmentBuild, parseBuildOptions } from '../../scripts/build/options';
import { inRoot } from '../../scripts/root';
import { schemaFaults } from './support/schemaFaults';
import { temporaryFolder } from './support/temporaryFolder';

const origin = 'https://addins.example.gov/mujun';
const read = (folder: string, name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');
const addresses = (text: string): readonly string[] => text.match(/https?:\/\/[^"'<\s;]+/g) ?? [];

async function addressed(officeJs: OfficeSource): Promise<string> {
  const folder = await temporaryFolder();
  await copyFile(inRoot('src/taskpane/index.html'), path.join(folder, 'taskpane.html'));
  await address(folder, { origin, officeJs });
  return folder;
}

describe('a build for an origin', () => {
  it('moves every address of the manifest there', async () => {
    const manifest = await read(await addressed('cdn'), 'manifest.xml');
    const used = addresses(manifest).filter((url) => !/schemas\.microsoft\.com|www\.w3\.org/.test(url));
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((url) => !url.startsWith(`${origin}/`) && url !== origin)).toEqual([]);
  });

  it.each(officeSources)('gives a manifest that the schemas and the reader of Microsoft take: %s', async (source) => {
    const file = path.join(await addressed(source), 'manifest.xml');
    const info = await OfficeAddinManifest.readManifestFile(file);
    expect(info).toMatchObject({ displayName: '亩均推演', hosts: ['Workbook'], permissions: 'ReadWriteDocument' });
    const addressesOfIt = [
      info.iconUrl,
      info.highResolutionIconUrl,
      info.supportUrl,
      info.defaultSettings?.sourceLocation,
    ];
    expect(addressesOfIt.map((url) => url?.startsWith(`${origin}/`))).toEqual([true, true, true, true]);
    expect(schemaFaults(file)).toEqual([]);
  });

  it("loads office.js from Microsoft's network by default", async () => {
    const page = await read(await addressed('cdn'), 'taskpane.html');
    expect(page).toBe(await readFile(inRoot('src/taskpane/index.html'), 'utf8'));
    expect(new Set(addresses(page).map((url) => new URL(url).origin))).toEqual(
      new Set(['https://appsforoffice.microsoft.com']),
    );
  });

  it('loads office.js from 21Vianet, and lets the policy name no other place', async () => {
    const page = await read(await addressed('21vianet'), 'taskpane.html');
    expect(page).toContain(
      '<script src="https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js"></script>',
    );
    expect(new Set(addresses(page).map((url) => new URL(url).origin))).toEqual(
      new Set(['https://appsforoffice.cdn.partner.office365.cn']),
    );
    expect(page).toContain("script-src 'self' https://appsforoffice.cdn.partner.office365.cn 'wasm-unsafe-eval'");
  });

  it('loads a self-hosted office.js from beside the page, and tells the administrator to supply it', async () => {
    const folder = await addressed('self');
    const page = await read(folder, 'taskpane.html');
    expect(page).toContain('<script src="office/office.js"></script>');
    expect(addresses(page)).toEqual([]);
    expect(page).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(await readdir(path.join(folder, 'office'))).toEqual(['请管理员放置office.js.txt']);
  });

  it('allows evaluated code from nowhere, whatever the source', async () => {
    for (const source of ['cdn', '21vianet', 'self'] as const) {
      const page = await read(await addressed(source), 'taskpane.html');
      expect(page).toContain("default-src 'none'");
      expect(page).not.toMatch(/'unsafe-eval'|'unsafe-inline'/);
    }
  });
});

describe('the options of a build', () => {
  it('are the development ones, without the workbench, when nothing is given', () => {
    expect(parseBuildOptions([])).toEqual({ ...developmentBuild, workbench: false, standalone: false });
  });

  it('take an origin with a path and drop its last slash', () => {
    expect(parseBuildOptions(['--origin', `${origin}/`, '--office-js', '21vianet'])).toMatchObject({
      origin,
      officeJs: '21vianet',
    });
  });

  it.each([
    [['--origin', 'http://addins.example.gov'], /https/],
    [['--origin', 'addins.example.gov'], /不是网址/],
    [['--origin', 'https://addins.example.gov/?a=1'], /host and path only/],
    [['--office-js', 'elsewhere'], /cdn, 21vianet, self/],
    [['--nonsense'], /nonsense/],
  ])('refuse %j', (args, said) => {
    expect(() => parseBuildOptions(args)).toThrow(said);
  });
});

describe('a finished build', () => {
  const options = { ...developmentBuild, out: '.cache/test-freshness' };

  async function stamped(date: Date): Promise<void> {
    await mkdir(inRoot(options.out), { recursive: true });
    onTestFinished(() => rm(inRoot(options.out), { recursive: true, force: true }));
    await stampBuild(options, date);
  }

  it('is used again while every source is older', async () => {
    await stamped(new Date(Date.now() + 60_000));
    expect(isFresh(options)).toBe(true);
  });

  it('is out of date once a source is newer', async () => {
    await stamped(new Date('2001-01-01'));
    expect(isFresh(options)).toBe(false);
  });

  it('is not taken for a build with other options', async () => {
    await stamped(new Date(Date.now() + 60_000));
    expect(isFresh({ ...options, officeJs: 'self' })).toBe(false);
  });
});

describe('npm run build', () => {
  it('writes a folder that holds the add-in, every file its manifest names, and nothing of the workbench', async () => {
    const out = '.cache/test-build';
    onTestFinished(() => rm(inRoot(out), { recursive: true, force: true }));
    const args = ['scripts/build.ts', '--origin', origin, '--office-js', '21vianet', '--out', out];
    const run = spawnSync(process.execPath, ['--import', 'tsx', ...args], { cwd: inRoot(), encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    const named = addresses(await read(inRoot(out), 'manifest.xml'))
      .filter((url) => url.startsWith(`${origin}/`))
      .map((url) => url.slice(origin.length + 1));
    expect(named.filter((file) => !existsSync(inRoot(out, file)))).toEqual([]);
    const scripts = (await read(inRoot(out), 'taskpane.html')).match(/src="(js\/[^"]+)"/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(existsSync(inRoot(out, 'workbench'))).toBe(false);
  }, 180_000);
});
