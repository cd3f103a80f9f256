import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { openWorkbench, type OpenWorkbench, type WithWorkbench } from './support/openWorkbench';

const LEDGER = '嵊越市亩均效益评价台账.xlsx';
const SHEET = '亩均评价台账';

/** The real office.js in the pane, against this host. */
describe('the host, asked by the real office.js', () => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench({ query: '?theme=dark' });
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.openFile(LEDGER));

  it('is Excel on Windows, in Chinese, with the theme that was asked for', async () => {
    const told = await bench.pane.evaluate(async () => {
      const info = await Office.onReady();
      const { displayLanguage, officeTheme, requirements } = Office.context;
      const sets = [requirements.isSetSupported('ExcelApi', '1.17'), requirements.isSetSupported('ExcelApi', '1.18')];
      return { host: info.host, displayLanguage, body: officeTheme.bodyBackgroundColor, sets };
    });
    expect(told).toMatchObject({ host: 'Excel', displayLanguage: 'zh-CN', body: '#262626', sets: [true, false] });
  });

  it('reads cells as Excel does: values, formulas, shown text, formats, types', async () => {
    const read = await bench.pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const range = sheet.getRange('AE1:AE5');
        range.numberFormat = [['0.00'], ['@'], ['0.0%'], ['yyyy-mm-dd'], ['General']];
        range.formulas = [[1.5], ['00120'], ['=1/8'], ['2024-03-05'], ['=1/0']];
        await context.sync();
        range.load('values,formulas,text,numberFormat,valueTypes,address');
        await context.sync();
        return [range.values, range.formulas, range.text, range.valueTypes, range.address, range.numberFormat];
      }),
    );
    expect(read).toEqual([
      [[1.5], ['00120'], [0.125], [45_356], ['#DIV/0!']],
      [[1.5], ['00120'], ['=1/8'], [45_356], ['=1/0']],
      [['1.50'], ['00120'], ['12.5%'], ['2024-03-05'], ['#DIV/0!']],
      [['Double'], ['String'], ['Double'], ['Double'], ['Error']],
      `${SHEET}!AE1:AE5`,
      [['0.00'], ['@'], ['0.0%'], ['yyyy-mm-dd'], ['General']],
    ]);
  });

  it('shows the next request what formulas made of the last one, and formats keep formulas', async () => {
    const read = await bench.pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('试算');
        const range = sheet.getRange('A1:A3');
        range.formulas = [[2], ['=A1*3'], ['=A2*4']];
        await context.sync();
        range.format.font.bold = true;
        range.format.fill.color = '#DDEBF7';
        sheet.getRange('A1').values = [[5]];
        await context.sync();
        range.load('values,formulas,format/fill/color');
        await context.sync();
        return [range.values, range.formulas, range.format.fill.color];
      }),
    );
    expect(read).toEqual([[[5], [15], [60]], [[5], ['=A1*3'], ['=A2*4']], '#DDEBF7']);
  });

  it('has null objects, and codes for what does not exist or is not implemented', async () => {
    const codes = await bench.pane.evaluate(async () => {
      const code = (work: (context: Excel.RequestContext) => void) =>
        Excel.run(async (context) => {
          work(context);
          await context.sync();
          return 'done';
        }).catch((error: unknown) => (error as { code?: string }).code ?? String(error));
      const missing = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject('没有');
        const name = context.workbook.names.getItemOrNullObject('没有');
        await context.sync();
        return [sheet.isNullObject, name.isNullObject];
      });
      const active = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet();
      return {
        missing,
        codes: [
          await code((context) => context.workbook.worksheets.getItem('没有').load('name')),
          await code((context) => active(context).pivotTables.load('items')),
          await code((context) => (active(context).getRange('A1:B2').values = [[1]])),
          await code((context) => active(context).getRange('2:3').insert('Down')),
          await code((context) => active(context).getRange('A:A').delete('Left')),
          await code((context) => (active(context).pageLayout.draftMode = true)),
        ],
      };
    });
    expect(codes.missing).toEqual([true, true]);
    expect(codes.codes).toEqual([
      'ItemNotFound',
      'ApiNotFound',
      'InvalidArgument',
      'NotImplemented',
      'NotImplemented',
      'ApiNotFound',
    ]);
  });

  it('knows tables, structured references and names', async () => {
    const made = await bench.pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('表');
        sheet.getRange('A1:B3').values = [
          ['企业', '税收'],
          ['甲', 3],
          ['乙', 4],
        ];
        const table = sheet.tables.add('A1:B3', true);
        table.name = '台账表';
        context.workbook.names.add('合计', sheet.getRange('D1'));
        sheet.getRange('D1:D2').formulas = [['=SUM(台账表[税收])'], ['=合计*10']];
        await context.sync();
        const cells = sheet.getRange('D1:D2').load('values');
        const body = table.getDataBodyRange().load('address');
        table.columns.load('items/name');
        const name = context.workbook.names.getItem('合计').load('formula,type,scope');
        await context.sync();
        return [cells.values, body.address, table.columns.items.map((column) => column.name), name.toJSON()];
      }),
    );
    expect(made.slice(0, 3)).toEqual([[[7], [70]], '表!A2:B3', ['企业', '税收']]);
    expect(made[3]).toMatchObject({ formula: '=表!$D$1', type: 'Range', scope: 'Workbook' });
  });

  it('knows spills, merges, frozen panes, hidden rows', async () => {
    await bench.putFormulas(SHEET, 'AC5', [['=MUJUN_TIER(J5:J20,G5:G20,"嵊州2021")']]);
    const known = await bench.pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const spill = sheet.getRange('AC5').getSpillingToRangeOrNullObject().load('address');
        const parent = sheet.getRange('AC9').getSpillParentOrNullObject().load('address');
        const none = sheet.getRange('A5').getSpillParentOrNullObject();
        const merged = sheet.getRange('A1:B3').getMergedAreasOrNullObject().load('address');
        const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
        const rows = sheet.getRange('7:8');
        rows.rowHidden = true;
        const hidden = sheet.getRange('A7:A9').load('rowHidden');
        await context.sync();
        return [spill.address, parent.address, none.isNullObject, merged.address, frozen.address, hidden.rowHidden];
      }),
    );
    expect(known.slice(0, 3)).toEqual([`${SHEET}!AC5:AC20`, `${SHEET}!AC5`, true]);
    expect(known[3]).toContain(`${SHEET}!A1:AA1`);
    expect(known.slice(4)).toEqual([`${SHEET}!A1:B4`, null]);
  });

  it('tells a person’s edits from the add-in’s own, and what happens to sheets', async () => {
    await bench.pane.evaluate(() =>
      Excel.run(async (context) => {
        const seen: string[] = [];
        Object.assign(globalThis, { seen });
        const { worksheets } = context.workbook;
        const note = (text: string) => {
          seen.push(text);
          return Promise.resolve();
        };
        worksheets.onChanged.add((event) => note(`${event.address} ${event.triggerSource}`));
        worksheets.onAdded.add((event) => note(event.type));
        worksheets.onNameChanged.add((event) => note(`${event.nameBefore} > ${event.nameAfter}`));
        worksheets.onDeleted.add((event) => note(event.type));
        await context.sync();
        const sheet = worksheets.add('甲');
        sheet.name = '乙';
        worksheets.getActiveWorksheet().getRange('AE2').values = [['文字']];
        sheet.delete();
        await context.sync();
      }),
    );
    await bench.page.evaluate((sheet) => (globalThis as WithWorkbench).workbench?.select(sheet, 'AE3'), SHEET);
    await bench.page.locator('#grid canvas').first().focus();
    await bench.page.keyboard.type('77.5');
    await bench.page.keyboard.press('Enter');
    await bench.settled();
    const seen = await bench.pane.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(seen).toEqual(['WorksheetAdded', '甲 > 乙', 'AE2 ThisLocalAddin', 'WorksheetDeleted', 'AE3 Unknown']);
  });

  it('keeps settings and custom XML in the file', async () => {
    await bench.pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.settings.add('政策', { id: '嵊州&<2021>' });
        context.workbook.customXmlParts.add('<audit xmlns="urn:test:audit"><run n="1"/></audit>');
        await context.sync();
      }),
    );
    await bench.openFile('改过.xlsx', await saved(bench));
    const kept = await bench.pane.evaluate(() =>
      Excel.run(async (context) => {
        const setting = context.workbook.settings.getItem('政策').load('value');
        const parts = context.workbook.customXmlParts.getByNamespace('urn:test:audit');
        const xml = parts.getOnlyItem().getXml();
        const count = context.workbook.customXmlParts.getCount();
        await context.sync();
        return [setting.value as unknown, xml.value, count.value];
      }),
    );
    expect(kept).toEqual([{ id: '嵊州&<2021>' }, '<audit xmlns="urn:test:audit"><run n="1"/></audit>', 1]);
  });

  it('gives the saved file slice by slice', async () => {
    const bytes = await bench.pane.evaluate(
      () =>
        new Promise<number[]>((done, fail) => {
          Office.context.document.getFileAsync(
            Office.FileType.Compressed,
            { sliceSize: 65_536 },
            ({ value: file, error }) => {
              if ((file as Office.File | undefined) === undefined) {
                fail(new Error(error.message));
                return;
              }
              const slices: number[][] = [];
              const next = (index: number): void =>
                file.getSliceAsync(index, ({ value: slice }) => {
                  slices.push(slice.data as number[]);
                  if (index + 1 < file.sliceCount) next(index + 1);
                  else file.closeAsync(() => done(slices.flat()));
                });
              next(0);
            },
          );
        }),
    );
    const { model } = openPackage(Uint8Array.from(bytes));
    expect(model.sheets.map(({ name }) => name)).toEqual([SHEET, '汇总', '参数']);
  });

  it('opens a copy the add-in made, after asking about unsaved changes', async () => {
    await bench.putFormulas(SHEET, 'AE1', [['=1+1']]);
    const copy = Buffer.from(await saved(bench)).toString('base64');
    await bench.pane.evaluate((base64) => Excel.createWorkbook(base64), copy);
    const discard = bench.page.getByRole('button', { name: '放弃更改并打开' });
    await discard.waitFor();
    expect(await bench.page.locator('#name').textContent()).toBe(LEDGER);
    await discard.click();
    await bench.page.getByText('新工作簿.xlsx').waitFor();
    await bench.settled();
    expect(await bench.values(SHEET, 'AE1')).toEqual([[2]]);
  });

  it('refuses writes to a protected sheet', async () => {
    const code = await bench.pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.protection.protect();
        sheet.getRange('A1').values = [['x']];
        await context.sync();
        return 'written';
      }).catch((error: unknown) => (error as { code?: string }).code),
    );
    expect(code).toBe('AccessDenied');
  });

  it('complains of nothing and asks only its own origin', () => {
    expect(bench.errors).toEqual([]);
    expect(bench.foreign).toEqual([]);
  });
});

async function saved({ page }: OpenWorkbench): Promise<Uint8Array> {
  const bytes = await page.evaluate(() => [...((globalThis as WithWorkbench).workbench?.save() ?? [])]);
  return Uint8Array.from(bytes);
}
