import { wordAt } from '../../../engine/column/index';
import type { Fix } from '../../../engine/ledger/index';
import { paneText, type PaneCode } from '../../../text/pane';
import type { CellValue, WritePlan } from '../../../workbook/port';
import { nameAt, type Assessment } from '../../model/verdict/assessment';
import type { Severity } from '../../../text/findings';
import type { FindingGroup, FoundCell } from '../../model/findings/findingGroup';
import { groupTitle } from '../../model/findings/findingText';
import { addressAt, sheetPrefix, sheetRow } from '../../model/reading/places';
import type { Source } from '../../model/reading/source';
import { afterText, FIX_TEXTS } from '../../model/findings/fixText';
import { planListSheet } from './listSheet';
import { cellName } from '../../../sheet/address';

/** Severities in words. */
export const SEVERITY_TEXTS: Readonly<Record<Severity, PaneCode>> = {
  error: 'severityError',
  warning: 'severityWarning',
  note: 'severityNote',
};

interface Given {
  readonly source: Source;
  readonly assessment: Assessment;
  readonly findings: readonly FindingGroup[];
  readonly fixes: readonly Fix[];
}

/** The plan for the sheet 发现问题清单: every finding with its cell, what was read, what is proposed, and why. */
export function planFindings(given: Given): WritePlan {
  const lines = findingLines(given);
  const { source } = given;
  return planListSheet({
    name: '发现问题清单',
    title: `${source.contents.sheet.name} 发现问题清单`,
    note: `共 ${lines.length.toLocaleString('en-US')} 条。系统初步核对，须经责任单位确认；原表没有改动。`,
    columns: [
      { header: '序号', width: 40 },
      { header: '程度', width: 50 },
      { header: '单元格', width: 55 },
      { header: '企业名称', width: 180 },
      { header: '问题', width: 280, format: { wrap: true } },
      { header: '原文', width: 120 },
      { header: '读作', width: 90 },
      { header: '建议', width: 170, format: { wrap: true } },
      { header: '核对结果', width: 80 },
    ],
    lines: lines.map((line, index) => [index + 1, ...line, '']),
  });
}

/** How many lines the list has. */
export function findingLines({ source, assessment, findings, fixes }: Given): CellValue[][] {
  const t = paneText('zh-CN');
  const found = findings.flatMap((group) => {
    const severity = t(SEVERITY_TEXTS[group.severity]);
    const title = groupTitle(group, t);
    if (group.cells.length === 0) return [[severity, '', '', title, '', '', '']];
    return group.cells.map((cell) => [severity, ...cellLine(group, cell, { source, assessment }, title)]);
  });
  const tidy = fixes.map((fix) => [
    t('severityNote'),
    addressOf(source, fix),
    nameAt(assessment.read, fix.row) ?? '',
    t(FIX_TEXTS[fix.kind]),
    String(fix.before),
    readAs(assessment, fix),
    `改为 ${afterText(fix)}`,
  ]);
  return [...found, ...tidy];
}

type About = Pick<Given, 'source' | 'assessment'>;

function cellLine(group: FindingGroup, cell: FoundCell, { source, assessment }: About, title: string): CellValue[] {
  const name = cell.row < 0 ? '' : (cell.name ?? nameAt(assessment.read, cell.row) ?? '');
  const text = originalText(source, cell);
  return [addressOf(source, cell), name, title, text, readAs(assessment, cell), adviceOf(group, cell)];
}

/** The cell as it stands; a finding of a computed number (a reading at a line) gives that number. */
function originalText({ rows }: Source, { row, column, text }: FoundCell): string {
  const cell = column === undefined ? undefined : rows[row]?.[column];
  return cell === undefined || cell === null || cell === '' ? text : String(cell);
}

function addressOf(source: Source, { row, column }: { readonly row: number; readonly column?: number }): string {
  if (row < 0) return cellName(source.body.row + row, source.body.column + (column ?? 0));
  if (column !== undefined) return addressAt(source, row, column);
  return `${sheetPrefix(source, row)}第${String(sheetRow(source, row))}行`;
}

/** What the cell was taken for: a number in the ledger's units, a word, or 缺失. */
function readAs({ read }: Assessment, { row, column }: { readonly row: number; readonly column?: number }): CellValue {
  const match = column === undefined ? undefined : read.headers.columns[column];
  const values =
    match && read.headers.byField.get(match.field.id)?.column === column ? read.columns.get(match.field.id) : undefined;
  if (!values || read.kinds[row] !== 'data') return '';
  if (values.kind === 'word') return wordAt(values, row) ?? '缺失';
  const value = values.values[row] ?? NaN;
  return Number.isNaN(value) ? '缺失' : value;
}

const ADVICE: Partial<Record<FindingGroup['code'], string>> = {
  unreadable: '补填可以识别的数或文字',
  areaNotPositive: '补填实际用地面积',
  equalsSum: '是合计行的，在名称处写“合计”；是企业的，补填序号或信用代码',
  unlikeOthers: '是企业的，补填名称、序号或信用代码；不是的，删去这一行',
  wordsForNumbers: '核对是否另一张表的表头',
  takenBack: '不再算的，删去这一行；仍算的，改正备注',
  noFirm: '已有企业的，补填企业名称；作废的，删去这一行',
  slip: '核对单位，改正数值',
  sameName: '补填信用代码；是同一家企业的，在“一户怎么算”里合并',
  hiddenRow: '不应计入的，删去或取消筛选后核对',
  columnMissing: '在“列的含义”里指定，或补一列',
  columnEmpty: '公式的重新计算后保存，没有填的补填',
  missing: '补填',
  errorCell: '改正公式或补填数值',
  range: '补填一个数',
  negativeTax: '核对是否留抵退税',
  codeCheck: '核对后改正',
  codeLength: '核对后改正',
  codeCharacters: '核对后改正',
  codeLost: '重新取数，单元格先设为文本',
  codeOrganisation: '补填 18 位统一社会信用代码',
  codeTaxNumber: '补填 18 位统一社会信用代码',
  inactive: '核对状态；确需参评的，在“一户怎么算”里计入',
  otherStatus: '核对状态；不应参评的，状态写“不参评”',
  otherName: '核对是否更名',
  otherCode: '核对信用代码',
  sameParcel: '一地多企的，可在“一户怎么算”里合并计算',
  sameCode: '一企多地的，可在“一户怎么算”里合并',
  sameCodeOtherTax: '一企多地的，可在“一户怎么算”里合并',
  sameCodeSameTax: '核对税收是否重复填报',
  nearLine: '核对原值',
};

function adviceOf({ code }: FindingGroup, { expected, meant, sameAs }: FoundCell): string {
  if (expected !== undefined) return `应为 ${expected}`;
  const other = sameAs === undefined ? '' : `（同第 ${String(sameAs)} 行）`;
  if (meant === undefined) return (ADVICE[code] ?? '核对') + other;
  if (code === 'ownUnit') return `已按${meant}换算`;
  if (code === 'tooLarge') return `若为平方米，应为 ${meant} 亩`;
  return code === 'remarkAmount' ? `核对是否影响面积或税收：${meant}` : `可能是 ${meant}`;
}
