import { isBlankArgument, type Cell } from '../engine/ledger/index';
import { areaBalance, type BalanceParcel, type BalanceVerdict } from '../engine/assess/index';
import { balanceText } from '../text/checks';
import { functionText } from '../text/functions';
import { matrixOf, scalarOf, type Argument } from './arguments';
import { cellsOf, type CellAnswer } from './broadcast';
import { FunctionFailure, invalid, notAvailable } from './failure';
import { numberCell, shareCell } from './numberCell';
import { optional, required, type CustomFunction } from './customFunction';

/**
 * MUJUN_AREA_BALANCE: of each parcel 达标, 园区内统筹达标, 片区内统筹达标, 未达标 or 待核实：缺 …, the ratio that decided, and the
 * shortfall in ㎡. A place with a parcel whose area or ratio is missing cannot be balanced. #VALUE! names text that is no number.
 */
export const mujunAreaBalance = {
  name: 'MUJUN_AREA_BALANCE',
  help: {
    zh: '容积率、绿地率不足下限的地块，能否在园区、片区内统筹平衡',
    en: 'Whether parcels below a lower limit are balanced within their park or precinct',
  },
  shape: { zh: '每个地块 3 列：结论、统筹值、差额（㎡）', en: 'n x 3: verdict, balanced ratio, shortfall in m2' },
  parameters: [
    required('area', '用地面积，单位亩', 'land area in mu'),
    required('ratio', '各地块的容积率或绿地率', 'plot ratio or green ratio of each parcel'),
    required('floor', '规划下限，如 1.5 或 15%', 'lower limit of the plan, such as 1.5 or 15%'),
    optional('park', '所属园区，与面积同样大小', 'park of each parcel, the size of area'),
    optional(
      'precinct',
      '所属片区，与面积同样大小；园区、片区都不填，全部地块算一个片区',
      'precinct of each parcel; without park and precinct all parcels are one',
    ),
  ],
  answer(area: Argument, ratio: Argument, floor: Argument, park?: Argument, precinct?: Argument): CellAnswer[][] {
    const least = floorOf(floor);
    const given = { park: matrixOf(park, 'park').length > 0, precinct: matrixOf(precinct, 'precinct').length > 0 };
    const rows = cellsOf({ area, ratio, ...(given.park ? { park } : {}), ...(given.precinct ? { precinct } : {}) });
    const kept = rows.flatMap((cells, row) => (cells ? [{ row, parcel: parcelOf(cells, row, given) }] : []));
    const verdicts = areaBalance(
      kept.map(({ parcel }) => parcel),
      least,
    );
    const answers = rows.map((): CellAnswer[] => ['', '', '']);
    kept.forEach(({ row }, index) => {
      const verdict = verdicts[index];
      if (verdict) answers[row] = answerOf(verdict, kept[index]?.row === kept[parcelAt(verdict, index)]?.row, kept);
    });
    return answers.length > 0 ? answers : [['', '', '']];
  },
} satisfies CustomFunction;

function parcelAt(verdict: BalanceVerdict, own: number): number {
  return verdict.kind === 'unresolved' ? verdict.parcel : own;
}

function answerOf(verdict: BalanceVerdict, isOwn: boolean, kept: readonly { readonly row: number }[]): CellAnswer[] {
  const other = verdict.kind === 'unresolved' && !isOwn ? kept[verdict.parcel]?.row : undefined;
  const text = balanceText(verdict, other === undefined ? undefined : other + 1);
  if (verdict.kind === 'unresolved') return [text, '', ''];
  return [text, verdict.ratio, verdict.kind === 'short' ? verdict.shortfall : 0];
}

function floorOf(argument: Argument): number {
  const cell = scalarOf(argument, 'floor');
  if (cell === undefined) throw notAvailable(functionText('missingNumber', { name: '规划下限' }));
  const floor = shareCell(cell, '规划下限');
  if (floor instanceof FunctionFailure) throw floor;
  if (floor > 0) return floor;
  throw invalid(functionText('notPositive', { name: '规划下限', text: String(cell) }));
}

/** A text that is no number is refused: left out, it would change what the others are balanced with. */
function parcelOf(
  [area, ratio, ...places]: readonly Cell[],
  row: number,
  given: { readonly park: boolean; readonly precinct: boolean },
): BalanceParcel {
  const [first, second] = places;
  const precinct = given.precinct ? (given.park ? second : first) : undefined;
  const park = given.park ? first : undefined;
  return {
    area: numberOf(numberCell(area, '面积'), row, area),
    ratio: numberOf(shareCell(ratio, '容积率或绿地率'), row, ratio),
    ...(isBlankArgument(park) ? {} : { park: String(park).trim() }),
    ...(isBlankArgument(precinct) ? {} : { precinct: String(precinct).trim() }),
  };
}

function numberOf(reading: number | FunctionFailure, row: number, cell: Cell): number {
  if (typeof reading === 'number') return reading;
  if (reading.code === 'notAvailable') return NaN;
  throw invalid(
    functionText('unreadableInRow', { row: String(row + 1), name: '面积或容积率、绿地率', text: String(cell) }),
  );
}
