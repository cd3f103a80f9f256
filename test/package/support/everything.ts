import { MAIN, oneSheet, RELATIONS, relationships, worksheet, type PartTexts } from './makePackage';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

/** What stands before a sheet's cells. */
export const BEFORE_CELLS =
  '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr>\n<dimension ref="A1:C4"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols><col min="1" max="4" width="11" style="1"/></cols>';

/** What stands after them: all that a careless writer loses. */
export const AFTER_CELLS = `<sheetProtection sheet="1" objects="1"/><autoFilter ref="A2:C4"/><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><conditionalFormatting sqref="B2:B4"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>表!$C$2</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="C2:C9"><formula1>"是,否"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A2" location="表!A4" display="x"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0" footer="0"/><pageSetup paperSize="9" orientation="landscape" r:id="rId4"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="{1}"><x14:dataBar/></x14:cfRule><xm:sqref>B2:B4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;

/** Cells with rich text, a shared formula and an array formula. */
export const CELLS =
  '<row r="1" spans="1:3"><c r="A1" t="s" s="1"><v>0</v></c></row><row r="2" spans="1:3"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" ref="B2:B4" si="0">A2*2</f><v>2</v></c><c r="C2" t="s"><v>1</v></c></row><row r="4" spans="1:3"><c r="A4"><v>3</v></c><c r="B4"><f t="shared" si="0"/><v>6</v></c><c r="C4"><f t="array" ref="C4:C5">A1:A2</f><v>7</v></c></row>';

const types = (list: Readonly<Record<string, string>>) =>
  Object.entries(list).map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A macro workbook with a part of every kind that must survive, and two sheets. */
export function everything(): PartTexts {
  const base = oneSheet('');
  return {
    ...base,
    '[Content_Types].xml': String(base['[Content_Types].xml'])
      .replace(`${SHEETML}.sheet.main+xml`, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')
      .replace(
        '</Types>',
        [
          '<Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
          ...types({
            'xl/worksheets/sheet2.xml': `${SHEETML}.worksheet+xml`,
            'xl/sharedStrings.xml': `${SHEETML}.sharedStrings+xml`,
            'xl/styles.xml': `${SHEETML}.styles+xml`,
            'xl/calcChain.xml': `${SHEETML}.calcChain+xml`,
            'xl/comments1.xml': `${SHEETML}.comments+xml`,
            'xl/printerSettings/printerSettings1.bin': `${SHEETML}.printerSettings`,
            'xl/charts/chart1.xml': 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
            'xl/drawings/drawing1.xml': 'application/vnd.openxmlformats-officedocument.drawing+xml',
          }),
          '</Types>',
        ].join(''),
      ),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr codeName="x"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/><sheet name="参数" sheetId="5" state="hidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">表!$A$1:$C$4</definedName><definedName name="局部" localSheetId="1" hidden="1">参数!$A$1</definedName><definedName name="税线" comment="留">表!$B$2</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: 'worksheet worksheets/sheet1.xml',
      rId2: 'worksheet worksheets/sheet2.xml',
      rId3: 'sharedStrings sharedStrings.xml',
      rId4: 'styles styles.xml',
      rId5: 'calcChain calcChain.xml',
      rId6: 'vbaProject vbaProject.bin',
      rId7: 'customXml ../customXml/item1.xml',
    }),
    'xl/worksheets/sheet1.xml': worksheet(`${BEFORE_CELLS}<sheetData>${CELLS}</sheetData>${AFTER_CELLS}`),
    'xl/worksheets/sheet2.xml': worksheet(
      '<sheetData><row r="1"><c r="A1"><f>表!A2+1</f><v>2</v></c></row></sheetData>',
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': relationships({
      rId1: 'drawing ../drawings/drawing1.xml',
      rId2: 'vmlDrawing ../drawings/vmlDrawing1.vml',
      rId3: 'comments ../comments1.xml',
      rId4: 'printerSettings ../printerSettings/printerSettings1.bin',
    }),
    'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="urn:xdr"><xdr:sp textlink="表!$A$1"/></xdr:wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': relationships({
      rId1: 'chart ../charts/chart1.xml',
      rId2: 'image ../media/image1.png',
    }),
    'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape/></xml>',
    'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="urn:c"><c:f>表!$A$2:$A$4</c:f></c:chartSpace>',
    'xl/media/image1.png': Uint8Array.from({ length: 300 }, (_, i) => (i * 37) % 256),
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author/></authors><commentList><comment ref="A2" authorId="0"><text><t>批注</t></text></comment></commentList></comments>`,
    'xl/printerSettings/printerSettings1.bin': Uint8Array.from({ length: 64 }, (_, i) => i),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="2" uniqueCount="2"><si><r><rPr><b/></rPr><t>亩均</t></r><r><t>台账</t></r></si><si><t>是</t></si></sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><strike/><sz val="11"/><color theme="1"/><name val="宋体"/><charset val="134"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs><dxfs count="1"><dxf/></dxfs></styleSheet>`,
    'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="B2" i="1"/></calcChain>`,
    'xl/vbaProject.bin': Uint8Array.from({ length: 500 }, (_, i) => (i * 91) % 256),
    'customXml/item1.xml': '<a xmlns="urn:a"/>',
    'customXml/_rels/item1.xml.rels': relationships({ rId1: 'customXmlProps itemProps1.xml' }),
    'customXml/itemProps1.xml':
      '<ds:datastoreItem ds:itemID="{AAAAAAAA-0000-0000-0000-000000000001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
  };
}
