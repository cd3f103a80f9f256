import { nextIndex } from '../../formula/tokenWalk';
import { tokenize } from '../../formula/tokens';

/** How programs without the add-in spell its functions: _xldudf_MUJUN_TIER, _xlfn._xludf.MUJUN_TIER, mujun_tier, @MUJUN_TIER. */
const PREFIXES = String.raw`(?:_xlfn\.|_xlws\.|_xludf\.|_xldudf_|_xll\.)*`;

/** A formula with our functions' names as Excel knows them; undefined where it calls none of them. */
export function repairFormula(formula: string, functions: readonly string[]): string | undefined {
  const own = new RegExp(`^${PREFIXES}(${functions.join('|')})$`, 'iu');
  const tokens = tokenize(formula);
  const called = tokens.map(({ kind, text }, at) => {
    const isCall = kind === 'name' && tokens[nextIndex(tokens, at + 1)]?.text === '(';
    return isCall ? own.exec(text)?.[1]?.toUpperCase() : undefined;
  });
  if (called.every((name) => name === undefined)) return undefined;
  const isSign = (at: number) => tokens[at]?.text === '@' && called[at + 1] !== undefined;
  return tokens.map(({ text }, at) => called[at] ?? (isSign(at) ? '' : text)).join('');
}
