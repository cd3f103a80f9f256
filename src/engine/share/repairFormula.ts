/** How programs without the add-in spell its functions: _xldudf_MUJUN_TIER, _xlfn._xludf.MUJUN_TIER, mujun_tier, @MUJUN_TIER. */
const PREFIXES = String.raw`@?(?:_xlfn\.|_xlws\.|_xludf\.|_xldudf_|_xll\.)*`;

/** A text in quotes, or a sheet's name: nothing in them is a call. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/** A formula with our functions' names as Excel knows them; undefined where it calls none of them. */
export function repairFormula(formula: string, functions: readonly string[]): string | undefined {
  const call = new RegExp(String.raw`(?<![\p{L}\p{N}_.])${PREFIXES}(${functions.join('|')})(?=\s*\()`, 'giu');
  let calls = 0;
  const mended = outsideQuotes(formula, (part) =>
    part.replace(call, (_, name: string) => {
      calls += 1;
      return name.toUpperCase();
    }),
  );
  return calls === 0 ? undefined : mended;
}

function outsideQuotes(formula: string, change: (part: string) => string): string {
  let result = '';
  let at = 0;
  for (const { 0: quoted, index } of formula.matchAll(QUOTED)) {
    result += change(formula.slice(at, index)) + quoted;
    at = index + quoted.length;
  }
  return result + change(formula.slice(at));
}
