import { definedOnly } from '../column/definedOnly';
import loadHighs, { type Highs } from 'highs';
import type { Effort, LinearAnswer, LinearProgram, LinearSolver } from './linearSolver';

/** Native codes of HiGHS (HighsModelStatus). */
const OPTIMAL = 7;
const INFEASIBLE = 8;
const UNBOUNDED_OR_INFEASIBLE = 9;
const FEASIBLE_POINT = 2;

/** Emscripten's own hook. The package's type offers `wasmBinary` instead, which its 1.15.3 build does not read. */
interface Instantiating {
  instantiateWasm(imports: object, receive: (instance: WebAssembly.Instance) => void): object;
}

/** HiGHS compiled to WebAssembly, from its bytes; rejects where they are not a WebAssembly module. */
export async function highsSolver(wasm: Uint8Array): Promise<LinearSolver> {
  const highs = await new Promise<Highs>((resolve, reject) => {
    const hook: Instantiating = {
      instantiateWasm: (imports, receive) => {
        WebAssembly.instantiate(wasm, imports).then(({ instance }) => receive(instance), reject);
        return {};
      },
    };
    loadHighs(hook as Parameters<typeof loadHighs>[0]).then(resolve, reject);
  });
  return { solve: (program, effort = {}) => solve(highs, program, effort) };
}

function solve(highs: Highs, program: LinearProgram, effort: Effort): LinearAnswer {
  const { value, upper, rowLower, rowUpper, first, row, coefficient, whole } = program;
  const columns = value.length;
  const rows = rowLower.length;
  const bounded = (ends: Float64Array) =>
    ends.map((end) => (Number.isFinite(end) ? end : Math.sign(end) * highs.infinity));
  return highs.withModel(
    {
      numCols: columns,
      numRows: rows,
      colCost: value.map((own) => -own),
      colLower: new Float64Array(columns),
      colUpper: bounded(upper),
      rowLower: bounded(rowLower),
      rowUpper: bounded(rowUpper),
      matrix: {
        format: 'csc' as const,
        numRows: rows,
        numCols: columns,
        starts: first,
        indices: row,
        values: coefficient,
      },
      ...(whole === 0 ? {} : { integrality: Array.from({ length: columns }, (_, at) => (at < whole ? 1 : 0)) }),
    },
    (model) => {
      model.options.set({ output_flag: false, ...optionsOf(effort, whole > 0) });
      model.run();
      const status = model.getModelStatus();
      if (status === INFEASIBLE || status === UNBOUNDED_OR_INFEASIBLE) return { kind: 'infeasible' as const };
      if (status !== OPTIMAL && model.info.get('primal_solution_status') !== FEASIBLE_POINT)
        return { kind: 'none' as const };
      const { colValue, rowDual } = model.getSolution();
      return {
        kind: status === OPTIMAL ? ('optimal' as const) : ('found' as const),
        x: colValue,
        value: -model.getObjectiveValue(),
        ...(whole === 0 ? { rowPrice: rowDual.map((price) => -price) } : {}),
      };
    },
  );
}

function optionsOf({ seconds, gap }: Effort, isWhole: boolean): Record<string, number> {
  return {
    ...definedOnly({ time_limit: seconds }),
    ...(isWhole ? { mip_rel_gap: 0, mip_abs_gap: gap ?? 1e-6, mip_feasibility_tolerance: 1e-9 } : {}),
    primal_feasibility_tolerance: 1e-9,
  };
}
