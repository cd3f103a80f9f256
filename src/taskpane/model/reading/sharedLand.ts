import { isBlank, readNumber, type Cell, type MergedSpan } from '../../../engine/ledger/index';
import { ownColumnsOf } from './behind';
import { SHARES, type Share } from './rowChoices';
import type { Source } from './source';

/** A ledger with land and tax that are merged over several enterprises, by a person's word on how they fall to them. */
export function withShared(source: Source, land: Share | undefined, tax: Share | undefined): Source {
  return withSharedTax(withSharedLand(source, land), tax);
}

/** 集团内汇总纳税: one tax for several enterprises is nobody's, or the first one's: what each has paid stands nowhere. */
function withSharedTax(source: Source, said: Share | undefined): Source {
  const spans = sharedSpans(source, 'taxPaid');
  if (spans.length === 0) return source;
  const ways: readonly Share[] = ['none', 'first'];
  const chosen = said !== undefined && ways.includes(said) ? said : 'none';
  const sharedTax = { ways, chosen, open: said === undefined };
  const amounts = chosen === 'none' ? source.amounts : source.amounts.filter((span) => !spans.includes(span));
  return { ...source, sharedTax, amounts };
}

function withSharedLand(source: Source, said: Share | undefined): Source {
  const spans = sharedSpans(source, 'landArea');
  if (spans.length === 0) return source;
  const floor = source.located.headers.byField.get('floorArea')?.column;
  const ways = SHARES.filter((way) => way !== 'byFloor' || floor !== undefined);
  const chosen = said !== undefined && ways.includes(said) ? said : 'none';
  const shared = { ways, chosen, open: said === undefined };
  if (chosen === 'none') return { ...source, shared };
  const amounts = source.amounts.filter((span) => !spans.includes(span));
  if (chosen === 'first' || floor === undefined) return { ...source, shared, amounts };
  return { ...divided(source, spans, floor), shared, amounts };
}

/** Merged cells of an amount's column beside which several enterprises stand. */
function sharedSpans({ amounts, located, rows }: Source, field: 'landArea' | 'taxPaid'): MergedSpan[] {
  const { byField } = located.headers;
  const [own, name] = [field, 'enterprise'].map((id) => byField.get(id)?.column);
  if (own === undefined || name === undefined) return [];
  return amounts.filter(({ row, column, rows: count }) => {
    const names = rows.slice(row, row + count).flatMap((cells) => (isBlank(cells[name]) ? [] : [cells[name]]));
    return column === own && new Set(names).size > 1;
  });
}

/** Each has of the land what it has of the floors; where a floor is missing nobody has any. */
function divided(source: Source, spans: readonly MergedSpan[], floor: number): Source {
  const changed = new Map<number, Cell[]>();
  for (const { row, column, rows: count } of spans) {
    const members = source.rows.slice(row, row + count);
    const floors = members.map((cells) => numberIn(cells[floor]));
    const whole = floors.reduce((sum, own) => sum + own, 0);
    const land = numberIn(members[0]?.[column]);
    members.forEach((cells, at) => {
      const own = (land * (floors[at] ?? NaN)) / whole;
      changed.set(row + at, Object.assign([...cells], { [column]: Number.isFinite(own) ? own : '' }));
    });
  }
  const put = (rows: Source['rows']) => rows.map((cells, row) => changed.get(row) ?? cells);
  const width = source.located.paths.length;
  const pieces = source.pieces.map((piece) => ({
    ...piece,
    ownColumns: ownColumnsOf(piece, width),
  }));
  return { ...source, pieces, rows: put(source.rows), cells: put(source.cells) };
}

function numberIn(cell: Cell): number {
  const reading = readNumber(cell, undefined, 'area');
  return reading.kind === 'value' ? reading.value : NaN;
}
