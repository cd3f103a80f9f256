import type { AppliedPolicy } from '../assess/context';
import type { Basis, PackRule } from '../policy/pack';
import { entryOn } from '../policy/standing';
import type { NewSheet, SheetCell, SheetFormat } from '../../sheet/sheet';
import { STAMP_TITLE } from './copyWords';
import type { Provenance } from './provenance';
import type { ShareLevel } from './sentBatch';

export const GROUNDS_SHEET = '依据';
export const LEVEL_NAMES: Readonly<Record<ShareLevel, string>> = {
  live: '函数版',
  classic: '公式版',
  values: '数值版',
};

const HEAD: SheetFormat = { bold: true, wrap: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000' };
const TEXT: SheetFormat = { wrap: true, vertical: 'Top' };
const COLUMNS = [90, 150, 200, 90, 330] as const;

/** Where the answers and their clauses stand on the sheet, rows from 0: what the copy's formulas look clauses up in. */
export interface ClausePlace {
  readonly firstRow: number;
  readonly rows: number;
  readonly answerColumn: number;
  readonly clauseColumn: number;
}

/** 依据: what the answers stand on, word for word, and what was computed from what. */
export function groundsSheet(
  provenance: Provenance,
  given: { readonly policy?: AppliedPolicy; readonly note: string; readonly status: string },
): { readonly sheet: NewSheet; readonly clauses: ClausePlace } {
  const facts = factsOf(provenance, given);
  const rules = given.policy ? ruleLines(given.policy) : [];
  const values = given.policy ? valueLines(given.policy) : [];
  const top = facts.length + 4;
  const valuesTop = top + rules.length + 3;
  const block = (row: number, lines: readonly (readonly SheetCell[])[], format: SheetFormat) =>
    lines.length === 0 ? [] : [{ row, column: 0, values: lines, format }];
  const sheet: NewSheet = {
    name: GROUNDS_SHEET,
    freezeRows: 0,
    blocks: [
      { row: 0, column: 0, values: [['依据']], format: { bold: true, fontSize: 14 } },
      { row: 1, column: 0, values: [[given.note]] },
      { row: 2, column: 0, values: facts, format: { vertical: 'Top' } },
      ...block(top - 1, rules.length === 0 ? [] : [['类别', '结果', '条件', '条款', '原文或假设']], HEAD),
      ...block(top, rules, TEXT),
      ...block(valuesTop - 1, values.length === 0 ? [] : [['参数', '取值', '单位', '条款', '原文或假设']], HEAD),
      ...block(valuesTop, values, TEXT),
      ...COLUMNS.map((columnWidth, column) => ({
        row: 0,
        column,
        values: [[column === 0 ? '依据' : '']],
        format: { columnWidth },
      })),
    ],
    print: {
      landscape: true,
      area: { row: 0, column: 0, rows: valuesTop + values.length, columns: COLUMNS.length },
      margins: { top: 1.5, bottom: 1.5, left: 1.2, right: 1.2 },
      footer: '第 &P 页，共 &N 页',
    },
    protect: true,
  };
  return { sheet, clauses: { firstRow: top, rows: rules.length, answerColumn: 1, clauseColumn: 3 } };
}

function factsOf(
  provenance: Provenance,
  { policy, status }: { readonly policy?: AppliedPolicy; readonly status: string },
): SheetCell[][] {
  const { packHash, ledgerHash, scenario, seed, version, time, copy, level } = provenance;
  return [
    ['级别', LEVEL_NAMES[level]],
    ...(policy ? [['政策', `${policy.pack.title}（${policy.pack.short}，${status}）`]] : []),
    ...(policy?.asOf === undefined ? [] : [['基准日', policy.asOf]]),
    ...(packHash === undefined ? [] : [['核对码（政策）', packHash]]),
    ['核对码（台账）', ledgerHash],
    ...(scenario === undefined ? [] : [['核对码（方案）', scenario]]),
    ...(seed === undefined ? [] : [['复算编号', seed]]),
    ['软件版本', version],
    ['生成时间', time.slice(0, 16).replace('T', ' ')],
    [STAMP_TITLE, copy],
  ];
}

function ruleLines({ pack }: AppliedPolicy): SheetCell[][] {
  const lines = (kind: string, rules: readonly PackRule[] = []) =>
    rules.map(({ answer, when, basis }) => [kind, answer, when, clauseOrNone(basis), quoteOf(basis)]);
  return [...lines('档位', pack.tiers), ...lines('路径', pack.paths)];
}

function valueLines({ pack, values, asOf }: AppliedPolicy): SheetCell[][] {
  return [...pack.values].map(([name, value]) => {
    const { basis } = entryOn(value, asOf);
    return [name, values.get(name) ?? '', value.unit, clauseOrNone(basis), quoteOf(basis)];
  });
}

/** The place of a clause, or that there is none. */
export function clauseOrNone(basis: Basis): string {
  if (basis.kind === 'cited') return basis.citation.place;
  return basis.kind === 'assumed' ? '假设（见“依据”）' : '转引，未见原文';
}

function quoteOf(basis: Basis): string {
  if (basis.kind === 'assumed') return basis.assumption;
  if (basis.kind === 'reported') return `${basis.source}（${basis.note}）`;
  const { quote, document } = basis.citation;
  const source = document === undefined ? '' : `据《${document}》：`;
  return `${source}“${quote}”${basis.assumption === undefined ? '' : `（${basis.assumption}）`}`;
}
