import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { WordPart, WordPicture, WordReport, ReportTable } from './wordReport';

/** The faces of official documents; a machine without one of them shows its own in its place. */
const FACES = {
  title: '方正小标宋简体',
  commonTitle: '宋体',
  head: '黑体',
  body: '仿宋',
  latin: 'Times New Roman',
} as const;
/** 二号, 三号, 四号 and 五号 in half points. */
const SIZE = { title: 44, head: 32, body: 28, small: 21 } as const;
/** Lines of a fixed height, as official documents have them, in twentieths of a point. */
const LINE = { body: 520, title: 680 } as const;
/** A4 and the margins of official documents, in twentieths of a point: 3.7, 3.5, 2.8 and 2.6 cm. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1985, left: 1587, right: 1474, footer: 1418 },
} as const;
const ROOM = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
/** Two characters of the body. */
const INDENT = SIZE.body * 20;
const POINT = 20;
/** A picture's size is told in pixels of 96 to the inch. */
const PIXELS = 96 / 72;

/** The bytes of a .docx file: plain paragraphs, one real table a table, pictures with their words; all of it can be edited. */
export async function wordFile(report: WordReport): Promise<Uint8Array> {
  const file = new Document({
    creator: '',
    title: report.title,
    styles: { default: { document: { run: runOf('body') } } },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: new Footer({ children: [pageLine()] }) },
        children: [titleLine(report), ...report.parts.flatMap(partOf), ...report.signed.map(signature)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function runOf(face: 'title' | 'commonTitle' | 'head' | 'body', size: number = SIZE.body) {
  const eastAsia = FACES[face];
  return { size, font: { ascii: FACES.latin, hAnsi: FACES.latin, cs: FACES.latin, eastAsia } };
}

function exactly(line: number) {
  return { line, lineRule: LineRuleType.EXACT } as const;
}

function titleLine({ title, commonTitle = false }: WordReport): Paragraph {
  const face = commonTitle ? 'commonTitle' : 'title';
  const run: IRunOptions = { ...runOf(face, SIZE.title), bold: commonTitle, text: title };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...exactly(LINE.title), after: LINE.body },
    children: [new TextRun(run)],
  });
}

function partOf(part: WordPart): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'head':
      return [paragraph(part.text, 'head', SIZE.head, true)];
    case 'text':
      return [paragraph(part.text, 'body', SIZE.body)];
    case 'note':
      return [paragraph(part.text, 'body', SIZE.small)];
    case 'table':
      return [caption(part.title, true), tableOf(part)];
    case 'picture':
      return [pictureLine(part), caption(part.title, false)];
  }
}

function paragraph(text: string, face: 'head' | 'body', size: number, keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: exactly(LINE.body),
    indent: { firstLine: size * POINT },
    children: [new TextRun({ ...runOf(face, size), text })],
  });
}

/** The words of a table stand above it, those of a picture below. */
function caption(text: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 120 },
    children: [new TextRun({ ...runOf('head', SIZE.small), text })],
  });
}

function pictureLine({ title, png, width, height }: WordPicture): Paragraph {
  return new Paragraph({
    keepNext: true,
    alignment: AlignmentType.CENTER,
    spacing: { before: 240 },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: width * PIXELS, height: height * PIXELS },
        altText: { name: title, title, description: title },
      }),
    ],
  });
}

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };

function tableOf({ heads, rows }: ReportTable): Table {
  const widths = columnWidths(heads, rows);
  const line = (cells: readonly string[], face: 'head' | 'body') =>
    new TableRow({
      tableHeader: face === 'head',
      cantSplit: true,
      children: heads.map((_, column) => cell(cells[column] ?? '', { face, column, width: widths[column] ?? 0 })),
    });
  return new Table({
    alignment: AlignmentType.CENTER,
    width: { size: ROOM, type: WidthType.DXA },
    columnWidths: widths,
    rows: [line(heads, 'head'), ...rows.map((row) => line(row, 'body'))],
  });
}

/** The first column has the words; all of them share the page by what stands in them. */
function columnWidths(heads: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const longest = heads.map((head, column) =>
    Math.max(...[head, ...rows.map((row) => row[column] ?? '')].map((text) => Math.min(18, Math.max(5, text.length)))),
  );
  const all = longest.reduce((sum, own) => sum + own, 0);
  return longest.map((own) => Math.floor((ROOM * own) / all));
}

function cell(
  text: string,
  { face, column, width }: { readonly face: 'head' | 'body'; readonly column: number; readonly width: number },
): TableCell {
  const isWord = column === 0 && face === 'body';
  return new TableCell({
    borders: EDGES,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: isWord ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [new TextRun({ ...runOf(face, SIZE.small), text })],
      }),
    ],
  });
}

function signature(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: exactly(LINE.body),
    indent: { right: INDENT * 2 },
    children: [new TextRun({ ...runOf('body'), text })],
  });
}

function pageLine(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ ...runOf('body'), text: '— ' }),
      new TextRun({ ...runOf('body'), children: [PageNumber.CURRENT] }),
      new TextRun({ ...runOf('body'), text: ' —' }),
    ],
  });
}
