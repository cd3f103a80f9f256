import { areaBalance, type BalanceVerdict } from '../../assess/checks/areaBalance';
import { all, any, binary, call, cell, no, number, text, when, type FormulaTree } from '../../rule/formula/formulaTree';
import { limitCell, type CheckColumn } from './checkColumns';
import { sumInPark } from './parkTotals';

/** What is read of the parcels, by row of the ledger: 亩, and a lower limit's own ratio; NaN where missing. */
export interface BalanceRows {
  readonly rows: readonly number[];
  readonly area: (row: number) => number;
  readonly ratio: (row: number) => number;
  readonly park: (row: number) => string;
}

/** The ratio, its name, the limit, and the words that the answers are said in. */
export interface BalanceAsk {
  readonly ratio: '容积率' | '绿地率';
  readonly limit: string;
  readonly floor: number | undefined;
  readonly words: { readonly own: string; readonly park: string; readonly all: string; readonly short: string };
  readonly unresolved: (missing: readonly string[]) => string;
}

/** The names of the columns that stand on the sheet already. */
export const READ = { area: '面积', park: '园区' } as const;
/** What keeps a place open although the parcel's own figures are there. */
const OTHERS = '同范围其他地块的数';
const WIDE = { horizontal: 'Center', columnWidth: 110 } as const;

/**
 * A parcel below a lower limit balanced within its 园区, else with all parcels: the answer and the shortfall in ㎡ as formulas, with
 * the two columns that they stand on.
 */
export function balanceColumns({ rows, area, ratio, park }: BalanceRows, ask: BalanceAsk): CheckColumn[] {
  const { words, floor, unresolved } = ask;
  const parcels = rows.map((row) => ({
    area: area(row),
    ratio: ratio(row),
    ...(park(row) === '' ? {} : { park: park(row) }),
  }));
  const verdicts = floor === undefined ? [] : areaBalance(parcels, floor);
  const of = new Map(rows.map((row, at) => [row, { verdict: verdicts[at], at }]));
  const own = (row: number): string => {
    const { verdict, at = -1 } = of.get(row) ?? {};
    if (!verdict) return '';
    if (verdict.kind !== 'unresolved') return textOf(verdict, words);
    const labels = verdict.missing.map((one) => (one === 'area' ? '面积' : ask.ratio));
    return unresolved(verdict.parcel === at ? labels : [OTHERS]);
  };
  const [product, open, answer] = [...summedFor(ask.ratio), `${ask.ratio}核对`] as const;
  const trees = new Balance(ask, { product, open, answer });
  const asValues = hasPatterns(rows.map(park));
  const columns: CheckColumn[] = [
    { name: product, header: product, format: { columnWidth: 80 }, tree: trees.product() },
    { name: open, header: open, format: { horizontal: 'Center', columnWidth: 60 }, tree: trees.open() },
    { name: answer, header: answer, format: WIDE, tree: trees.answer(), own },
    {
      name: `${ask.ratio}差额`,
      header: `${ask.ratio}差额（㎡）`,
      format: { numberFormat: '#,##0', columnWidth: 80 },
      tree: trees.shortfall(),
      own: (row) => {
        const verdict = of.get(row)?.verdict;
        return verdict?.kind === 'short' ? verdict.shortfall : '';
      },
    },
  ];
  return columns.map(({ tree, ...column }) => {
    if (asValues && column.own) return { ...column, value: column.own };
    return tree ? { ...column, tree } : column;
  });
}

/** The columns of a ratio that are summed by 园区. */
export const summedFor = (ratio: BalanceAsk['ratio']) => [`${ratio}×面积`, `${ratio}缺数`] as const;

/** Whether SUMIFS would read a name as a pattern: then there are values. */
export function hasPatterns(parks: readonly string[]): boolean {
  return parks.some((park) => /[*?~]|^[<>=]/.test(park));
}

function textOf(verdict: Exclude<BalanceVerdict, { kind: 'unresolved' }>, words: BalanceAsk['words']): string {
  if (verdict.kind === 'own') return words.own;
  if (verdict.kind === 'short') return words.short;
  return verdict.level === 'park' ? words.park : words.all;
}

class Balance {
  private readonly limit: FormulaTree;

  constructor(
    private readonly ask: BalanceAsk,
    private readonly names: { readonly product: string; readonly open: string; readonly answer: string },
  ) {
    this.limit = cell(limitCell(ask.limit));
  }

  product(): FormulaTree {
    return when(this.isOpen, text(''), binary(cell(this.ask.ratio), '*', cell(READ.area)));
  }

  open(): FormulaTree {
    return when(this.isOpen, number(1), number(0));
  }

  answer(): FormulaTree {
    const { words, unresolved, ratio } = this.ask;
    const hasArea = binary(cell(READ.area), '>', number(0));
    const lacks = when(
      all(no(this.hasArea), this.isBlank(ratio)),
      text(unresolved(['面积', ratio])),
      when(no(all(this.hasArea, hasArea)), text(unresolved(['面积'])), text(unresolved([ratio]))),
    );
    const place = when(
      binary(sumInPark(this.names.open), '>', number(0)),
      text(unresolved([OTHERS])),
      when(
        this.isMet(binary(sumInPark(this.names.product), '/', sumInPark(READ.area))),
        when(this.hasPark, text(words.park), text(words.all)),
        text(words.short),
      ),
    );
    const judged = when(this.isOpen, lacks, when(this.isMet(cell(ratio)), text(words.own), place));
    return when(this.isBlank(limitCell(this.ask.limit)), text(''), judged);
  }

  shortfall(): FormulaTree {
    const short = binary(cell(this.names.answer), '=', text(this.ask.words.short));
    const lacking = binary(binary(this.limit, '*', sumInPark(READ.area)), '-', sumInPark(this.names.product));
    return when(short, binary(binary(lacking, '*', number(2000)), '/', number(3)), text(''));
  }

  private isMet(ratio: FormulaTree): FormulaTree {
    return binary(call('ROUND', ratio, number(9)), '>=', this.limit);
  }

  private get hasPark(): FormulaTree {
    return binary(cell(READ.park), '<>', text(''));
  }

  private get hasArea(): FormulaTree {
    return binary(cell(READ.area), '<>', text(''));
  }

  private get isOpen(): FormulaTree {
    return any(no(this.hasArea), binary(cell(READ.area), '<=', number(0)), this.isBlank(this.ask.ratio));
  }

  private isBlank(name: string): FormulaTree {
    return binary(cell(name), '=', text(''));
  }
}
