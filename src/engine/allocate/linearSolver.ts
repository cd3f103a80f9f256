/** Greatest sum of value * x, with columns between 0 and their upper bound and rows between their ends. */
export interface LinearProgram {
  readonly value: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** The matrix by columns: entries of column c are first[c] .. first[c + 1]. */
  readonly first: Int32Array;
  readonly row: Int32Array;
  readonly coefficient: Float64Array;
  /** Columns that must be whole numbers: the first `whole` ones. */
  readonly whole: number;
}

/** How long and how exactly. */
export interface Effort {
  /** Seconds. */
  readonly seconds?: number;
  /** Stop when the best is proven to be at most this far from the optimum, in the value's unit. */
  readonly gap?: number;
}

/** What a solver found. A limit of time with an answer in hand is 'found'. */
export type LinearAnswer =
  | {
      readonly kind: 'optimal' | 'found';
      readonly x: Float64Array;
      readonly value: number;
      /** What one more unit of a row's upper end is worth (whole columns: not given). */
      readonly rowPrice?: Float64Array;
    }
  | { readonly kind: 'infeasible' | 'none' };

/** Solves linear and integer programs; blocks while it does. */
export interface LinearSolver {
  solve(program: LinearProgram, effort?: Effort): LinearAnswer;
}
