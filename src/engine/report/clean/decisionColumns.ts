import { ALWAYS, type CleanColumn } from './cleanColumn';
import type { CleanLedgerInput } from './cleanLedgerInput';
import type { SheetFormat } from '../../../sheet/sheet';
import { cellName } from '../../../sheet/address';

/** Heads of the columns of 标准台账 that people type in, and of what follows from them. */
export const DECIDED = {
  status: '认定状态',
  tier: '人工档位',
  path: '人工结论',
  adoptedTier: '采用档位',
  adoptedPath: '采用路径',
  source: '结论来源',
} as const;

/** The words of 认定状态. */
export const IDENTIFIED = ['待认定', '已认定', '不予认定'] as const;
export const BY_PEOPLE = '人工认定';
const BY_SYSTEM = '系统研判';

const TYPED: SheetFormat = { horizontal: 'Center', columnWidth: 72, fill: '#FFF9E5', fontColor: '#000000' };
const WORD: SheetFormat = { horizontal: 'Center', columnWidth: 72 };

/**
 * 认定状态 and 人工结论 behind the system's tier and path: people's word goes before the system's, in 采用档位 and 采用路径, and
 * 结论来源 says so. `from` is the column of the first verdict.
 */
export function decisionColumns({ tiers, paths }: CleanLedgerInput, from: number): CleanColumn[] {
  const tierAt = from;
  const pathAt = from + (tiers ? 1 : 0);
  const first = pathAt + (paths ? 1 : 0);
  const typedTier = first + 1;
  const typedPath = typedTier + (tiers ? 1 : 0);
  const end = typedPath + (paths ? 1 : 0);
  const typed = [...(tiers ? [typedTier] : []), ...(paths ? [typedPath] : [])];
  return [
    { header: DECIDED.status, format: TYPED, choices: IDENTIFIED },
    ...(tiers ? [{ header: DECIDED.tier, format: TYPED, choices: tiers.answers }] : []),
    ...(paths ? [{ header: DECIDED.path, format: TYPED, choices: paths.answers }] : []),
    ...(tiers ? [adopted(DECIDED.adoptedTier, typedTier, tierAt)] : []),
    ...(paths ? [adopted(DECIDED.adoptedPath, typedPath, pathAt)] : []),
    ...(end === typedTier ? [] : [sourceColumn(typed)]),
  ];
}

function adopted(header: string, typed: number, own: number): CleanColumn {
  return {
    ...{ header, format: WORD, follows: ALWAYS },
    formula: (_, line) => `=IF(${cellName(line, typed)}="",${cellName(line, own)},${cellName(line, typed)})`,
  };
}

function sourceColumn(typed: readonly number[]): CleanColumn {
  return {
    ...{ header: DECIDED.source, format: WORD, follows: ALWAYS },
    formula: (_, line) => {
      const blank = typed.map((column) => `${cellName(line, column)}=""`).join(',');
      return `=IF(AND(${blank}),"${BY_SYSTEM}","${BY_PEOPLE}")`;
    },
  };
}
