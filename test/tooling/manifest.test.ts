import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/root';
import { schemaFaults } from './support/schemaFaults';
import { xmlElements, type XmlElement } from './support/xmlElements';

const origin = 'https://localhost:3000';
const manifest = await readFile(inRoot('manifest.xml'), 'utf8');
const elements = xmlElements(manifest);
const named = (name: string): readonly XmlElement[] => elements.filter((element) => element.name === name);
const attributesOf = (name: string, attribute: string): readonly string[] =>
  named(name).map((element) => element.attributes[attribute] ?? '');
const texts = (name: string): readonly string[] => named(name).map((element) => element.text);

describe('the manifest', () => {
  it("follows Microsoft's published schemas", () => {
    expect(schemaFaults(inRoot('manifest.xml'))).toEqual([]);
  });

  it('would be found out by them: a word of ours in the place of theirs is a fault', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mujun-manifest-'));
    const file = path.join(folder, 'manifest.xml');
    await writeFile(file, manifest.replace('<Permissions>ReadWriteDocument<', '<Permissions>Everything<'));
    expect(schemaFaults(file).join()).toContain('Everything');
    await rm(folder, { recursive: true });
  });

  it("reads as an Excel add-in with Microsoft's own reader", async () => {
    const info = await OfficeAddinManifest.readManifestFile(inRoot('manifest.xml'));
    expect(info).toMatchObject({ displayName: '亩均推演', hosts: ['Workbook'], permissions: 'ReadWriteDocument' });
    expect(info.defaultLocale).toBe('zh-CN');
    expect(info.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('carries the version of package.json', async () => {
    const { version } = JSON.parse(await readFile(inRoot('package.json'), 'utf8')) as { version: string };
    expect(texts('Version')).toEqual([`${version}.0`]);
  });

  it('names the functions without a namespace', () => {
    expect(named('Namespace')).toEqual([]);
  });

  it('runs the pane and the functions in one lasting runtime', () => {
    expect(named('Runtime').map(({ attributes }) => attributes)).toEqual([{ resid: 'Taskpane.Url', lifetime: 'long' }]);
    const pages = elements.filter(
      ({ path }) => path.endsWith('Page/SourceLocation') || path.endsWith('Action/SourceLocation'),
    );
    expect(pages.map(({ attributes }) => attributes['resid'])).toEqual(['Taskpane.Url', 'Taskpane.Url']);
  });

  it('lets no pane open by itself: an action of a lasting runtime has no TaskpaneId (ADR 7)', () => {
    expect(named('TaskpaneId')).toEqual([]);
  });

  it('demands what an Excel with a pane has, and no more', () => {
    const sets = named('Set').map(({ attributes }) => [attributes['Name'], attributes['MinVersion']]);
    expect(sets).toEqual([
      ['SharedRuntime', '1.1'],
      ['ExcelApi', '1.14'],
    ]);
  });

  it('is reached at one origin and trusts no other', () => {
    expect(named('AppDomain')).toEqual([]);
    const urls = manifest.match(/"https?:[^"]+"/g)?.map((quoted) => quoted.slice(1, -1)) ?? [];
    const outside = urls.filter((url) => !url.startsWith(`${origin}/`));
    expect(outside.filter((url) => !/^http:\/\/(schemas\.microsoft\.com|www\.w3\.org)\//.test(url))).toEqual([]);
  });

  it('defines every resource once, with an id of at most 32 characters, and uses them all', () => {
    const defined = ['bt:Image', 'bt:Url', 'bt:String']
      .flatMap((name) => attributesOf(name, 'id'))
      .filter((id) => id !== '');
    const used = elements.flatMap(({ attributes }) => attributes['resid'] ?? []);
    expect(defined).toHaveLength(new Set(defined).size);
    expect(defined.filter((id) => id.length > 32)).toEqual([]);
    expect(new Set(used)).toEqual(new Set(defined));
  });
});

describe('the languages of the manifest', () => {
  const localised = ['DisplayName', 'Description', 'bt:String'];

  it('gives every sentence in Chinese by default and in English by override', () => {
    const sentences = elements.filter(
      ({ name, attributes }) => localised.includes(name) && 'DefaultValue' in attributes,
    );
    expect(sentences.length).toBeGreaterThanOrEqual(7);
    expect(sentences.filter(({ attributes }) => !/\p{Script=Han}/u.test(attributes['DefaultValue'] ?? ''))).toEqual([]);
    const overrides = elements.filter(({ path }) => /(DisplayName|Description|bt:String)\/(bt:)?Override$/.test(path));
    expect(overrides).toHaveLength(sentences.length * 2);
    expect(overrides.filter(({ attributes }) => /\p{Script=Han}/u.test(attributes['Value'] ?? ''))).toEqual([]);
  });

  it('describes the functions in the language of the reader', () => {
    const metadata = named('bt:Url').find(({ attributes }) => attributes['id'] === 'Functions.Metadata.Url');
    expect(metadata?.attributes['DefaultValue']).toBe(`${origin}/functions-zh-cn.json`);
    const overrides = elements.filter(({ path }) => path.endsWith('bt:Url/bt:Override'));
    expect(overrides.map(({ attributes }) => [attributes['Locale'], attributes['Value']])).toEqual([
      ['zh-CN', `${origin}/functions-zh-cn.json`],
      ['en-US', `${origin}/functions.json`],
      ['en-GB', `${origin}/functions.json`],
    ]);
  });
});

describe('the icons', () => {
  it.each([16, 32, 64, 80, 128])('include one of %i pixels', async (size) => {
    const png = await readFile(inRoot(`assets/icons/icon-${size}.png`));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  it('are named by the manifest at their own size', () => {
    const sizes = new Map(
      named('bt:Image').flatMap(({ attributes: { size, resid } }) => (size && resid ? [[resid, size]] : [])),
    );
    const files = named('bt:Image').flatMap(({ attributes: { id, DefaultValue } }) => (id ? [[id, DefaultValue]] : []));
    expect(files.map(([id, url]) => [id, url])).toEqual(
      [...sizes].map(([resid, size]) => [resid, `${origin}/icons/icon-${size}.png`]),
    );
    expect([...sizes.values()]).toEqual(['16', '32', '64', '80']);
  });
});
