/** What a formula of a returned file would reach for outside its workbook. */
export type FormulaHazard = 'externalLink' | 'dde' | 'webService' | 'hyperlink' | 'macro';

const TEXT = /"(?:[^"]|"")*"/g;
/** =cmd|'/c calc'!A0, and the same typed after another formula. */
const DDE = /(?:^|[=+\-*/&(,;])\s*'?[\p{L}\w.]+'?\s*\|\s*(?:'(?:[^']|'')*'|[\w"]+)\s*!?/u;
const EXTERNAL =
  /\[\d+\]|\[[^\]\n]*\.(?:xl\w{1,3}|ods|csv|et|dbf)\]|(?:file|https?|ftp|smb):\/\/|\\\\[\w.$-]+\\|[A-Za-z]:\\/i;
/** [a]表!A1 and a.xlsx!名称: other files that are open. A table's column stands behind the table's name. */
const FILE = /(?<![\p{L}\p{N}_\]])\[[^\][\n]*\][^\s,;()+*/^&=<>"\][]*!|\.(?:xl\w{1,3}|ods|et)'?!/iu;
const WEB =
  /\b(?:WEBSERVICE|FILTERXML|ENCODEURL|IMAGE|IMPORTXML|IMPORTDATA|IMPORTHTML|IMPORTRANGE|STOCKHISTORY|RTD|CUBE\w+|PY|COPILOT|TRANSLATE|DETECTLANGUAGE|FIELDVALUE)\s*\(/i;
const LINK = /\bHYPERLINK\s*\(/i;
const MACRO = /\b(?:CALL|REGISTER(?:\.ID)?|EXEC|EVALUATE|DDE|SQL\.REQUEST|FOPEN|RUN)\s*\(|\.xl\w{1,3}'?!\w+\s*\(/i;

/** Characters that no other spelling of a word is made of; any other may stand for a letter. */
const PLAIN = /^[\t\n\r -~\u3001\u3002\u3008-\u3011\u4e00-\u9fff\u201c\u201d\uff08\uff09\uff0c\uff1a\uff1b]*$/;
/** What every hazard has something of. */
const SUSPECT =
  /[|[\\]|\/\/|_xl|WEBS|FILTERX|ENCODEU|IMAGE|IMPORT|STOCKH|RTD|CUBE|HYPERL|CALL|REGIST|EXEC|EVALUA|DDE|SQL|FOPEN|RUN|\.xl|\.ods|\.et|PY|COPILOT|TRANSL|DETECTL|FIELDV/i;

/** The worst a formula does outside its workbook; undefined for one that stays inside. Texts within it count for links only. */
export function formulaHazard(formula: string): FormulaHazard | undefined {
  return PLAIN.test(formula) && !SUSPECT.test(formula) ? undefined : hazardPlainly(formula);
}

/** The same, looked through piece by piece. */
export function hazardPlainly(formula: string): FormulaHazard | undefined {
  const bare = formula.normalize('NFKC').replace(/_xl(?:fn|ws|udf)\.?/gi, '');
  const code = bare.replace(TEXT, '""');
  if (MACRO.test(code)) return 'macro';
  if (DDE.test(code)) return 'dde';
  if (WEB.test(code)) return 'webService';
  if (LINK.test(code)) return 'hyperlink';
  return EXTERNAL.test(bare) || FILE.test(code) ? 'externalLink' : undefined;
}

/** A text that a spreadsheet would take for a formula when it is typed or read from a CSV file. */
export function looksLikeFormula(text: string): boolean {
  return /^[\s\p{Cf}\u0000-\u0020\u00a0]*[=+\-@＝＋－＠−]/u.test(text) || /^[\t\r\n]/.test(text);
}
