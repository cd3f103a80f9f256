import { formulaHazard } from './formulaHazards';
import { repairFormula } from './repairFormula';

/** The name under which a workbook keeps its own policy: the only name that a formula we enter may refer to. */
const POLICY_NAME = '亩均政策';

/** Functions that compute from their arguments alone: what may stand around ours in a formula that we enter. */
const PLAIN: ReadonlySet<string> = new Set(
  (
    'IF IFS IFERROR IFNA AND OR NOT XOR SWITCH CHOOSE TRUE FALSE NA INDEX MATCH XMATCH XLOOKUP VLOOKUP HLOOKUP LOOKUP FILTER SORT ' +
    'SORTBY UNIQUE TAKE DROP CHOOSECOLS CHOOSEROWS HSTACK VSTACK TOCOL TOROW EXPAND TRANSPOSE SEQUENCE ROW ROWS COLUMN COLUMNS ' +
    'COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS SUM SUMIF SUMIFS SUMPRODUCT AVERAGE AVERAGEIF AVERAGEIFS MAX MAXIFS MIN MINIFS LARGE ' +
    'SMALL MEDIAN RANK RANK.EQ SUBTOTAL AGGREGATE PRODUCT ROUND ROUNDUP ROUNDDOWN INT TRUNC MOD ABS POWER SQRT SIGN CEILING FLOOR ' +
    'TEXT VALUE LEFT RIGHT MID LEN FIND SEARCH SUBSTITUTE REPLACE TRIM CLEAN CONCAT CONCATENATE TEXTJOIN TEXTBEFORE TEXTAFTER ' +
    'TEXTSPLIT UPPER LOWER EXACT REPT N T ISNUMBER ISTEXT ISBLANK ISERROR ISNA ISLOGICAL DATE YEAR MONTH DAY TODAY NOW EDATE EOMONTH ' +
    'DATEDIF DATEVALUE LET SINGLE'
  ).split(' '),
);

const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)/g;
const MARKS = /_xl(?:fn|ws|udf|l)\.|_xldudf_/gi;
/** A word, and what stands behind it: "(" makes it a call, "!" a sheet, "[" a table. */
const WORD = /(?<![\p{L}\p{N}_.$])([\p{L}_\\$][\p{L}\p{N}_.$?\\]*)(\s*[([!]|(?=:))?/gu;
const CELL = /^\$?[A-Z]{1,3}(?:\$?\d{1,7})?$/i;

/**
 * The formula as we may enter it: it calls a function of ours, and nothing in it is anything but that, plain functions, cells, sheets,
 * tables and 亩均政策. Undefined for any other, whoever says that it was ours: a workbook's parts and lists can be written by anybody.
 */
export function ownFormula(formula: string, functions: readonly string[]): string | undefined {
  const mended = repairFormula(formula, functions);
  if (mended === undefined || !mended.startsWith('=') || mended.length > 8_192) return undefined;
  if (mended.normalize('NFKC') !== mended.replace(/[（），：；]/g, (sign) => sign.normalize('NFKC'))) return undefined;
  if (formulaHazard(mended) !== undefined) return undefined;
  const code = mended.replace(QUOTED, (text) => (text.startsWith("'") ? 'Q' : '""')).replace(MARKS, '');
  const ours = new Set(functions.map((name) => name.toUpperCase()));
  return [...code.matchAll(WORD)].every(([, word = '', behind = '']) => isHarmless(word, behind.trim(), ours))
    ? mended
    : undefined;
}

function isHarmless(word: string, behind: string, ours: ReadonlySet<string>): boolean {
  const name = word.toUpperCase();
  if (behind === '(') return ours.has(name) || PLAIN.has(name);
  // A sheet of this workbook or a table; other files and macros are hazards already.
  if (behind === '!' || behind === '[') return !name.includes('.');
  return CELL.test(word) || name === 'TRUE' || name === 'FALSE' || word === POLICY_NAME;
}
