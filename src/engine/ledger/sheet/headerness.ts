import { cellText, isBlank, isMissingMark, type Cell } from '../cell';
import { familyOf, type Family } from '../words/families';
import { FETCHED, headerOf } from '../words/header';
import { RATE } from '../words/kinds';

/** A name that ends as companies' do. */
export const COMPANY = /(?:公司|厂|集团|合作社|商行|经营部|工厂|分公司|企业|中心|店|所|园|部)(?:[(（].*[)）])?$/;
/** The same, where nothing else ends so. */
export const SURE_COMPANY = /(?:公司|厂|集团|合作社|商行|经营部)(?:[(（].*[)）])?$/;

/** Most of what stands in a column is surely a company. */
export function areCompanies(cells: readonly Cell[]): boolean {
  const texts = cells.flatMap((cell) => (typeof cell === 'string' && !isBlank(cell) ? [cellText(cell)] : []));
  return texts.length > 1 && texts.filter((text) => SURE_COMPANY.test(text)).length > texts.length / 2;
}

const MEASURE =
  /(?:率|数|额|量|名称|编号|日期|时间|情况|类型|类别|等级|性质|人|方式|原因|年限|金额|用途|位置|地址|备注|标准|强度|范围|级别|说明|意见|代码|电话)$/;
const PART = /合计|小计|累计|本[月年期]|上年|自有|租赁|承诺|实际|季度|月$|国税|地税|[央省市县区]级/;
const WORD_OF_DATA = /^(?:[是否√×✓✗有无]|[ABCDE][类档级+]?|正常|规[上下]|[内外])$/;
const NUMBER_OR_CODE = /^[-\d.,]*\d[\d.,%-]*$|^\d{4}[年.\-/]\d{1,2}|^[0-9A-Z]{15,18}$/;
const FORM_LINE = /^(?!其中|[(（])[^（(]{0,12}[:：]./;
const LONGEST = 45;

const SPACED = /^\s*-?\d{1,3}(?:\s\d{3})+(?:\.\d+)?\s*$/;

/** 1 234 567: no word, though it may be more than one number. */
export function isSpaced(cell: Cell): boolean {
  return typeof cell === 'string' && SPACED.test(cell);
}

/** 一, (二), 三、: the number of a group in a list. */
export const GROUP_NUMBER = /^\(?[一二三四五六七八九十]{1,3}\)?[、.]?$/;

/** How much a cell looks like a column's name (above 0) or like what stands in a column (below 0). */
export function headerness(cell: Cell): number {
  if (typeof cell === 'number') return cell >= 1990 && cell <= 2100 ? 0.3 : -3;
  if (typeof cell !== 'string') return -2;
  const text = cellText(cell);
  if (isMissingMark(text) || WORD_OF_DATA.test(text)) return -1.5;
  if (NUMBER_OR_CODE.test(text)) return -2;
  if (SURE_COMPANY.test(text) && text.length > 4 && !/^(?:所属|所在|主要|关联)/.test(text)) return -3;
  const header = headerOf(cell);
  if (header.field) return 2;
  if (text.length > LONGEST) return -2;
  if (FORM_LINE.test(text)) return isFetched(text) ? 2 : -2;
  if (familyOf(header) !== 'none') return 2;
  if (header.unit || header.year !== undefined || RATE.test(text) || MEASURE.test(text)) return 1;
  return PART.test(text) ? 0.6 : 0;
}

const FIGURES: readonly Family[] = ['area', 'tax', 'perMu', 'floor', 'code'];

/** 匹配：用地面积: where a column was fetched from, and its name. */
function isFetched(text: string): boolean {
  return FETCHED.test(text) && FIGURES.includes(familyOf(headerOf(text)));
}

/** The ten stems count columns of words, before or behind the numbers. */
const STEM = '[甲乙丙丁戊己庚辛壬癸]';
/** The number of a column: 3, 3=2/1 or a stem. */
const NUMBERED = new RegExp(`^(?:\\d{1,2}(?:=.*)?|${STEM})$`);
const SENTENCE = 6;
/** What stands before the numbers. */
const BEFORE_NUMBERS = new RegExp(`^(?:栏次|列次|序号|${STEM})$`);

/** 栏次 below the names: 1, 2, 3 ..., or 甲, 乙, 1, 2 ..., or with how a column is worked out (3=2/1). */
export function isNumbering(row: readonly Cell[]): boolean {
  const filled = row
    .filter((cell) => !isBlank(cell))
    .map((cell) =>
      String(cell)
        .normalize('NFKC')
        .replace(/[\s()]/g, ''),
    );
  if (filled.length < 3) return false;
  // 甲 | 0 | 乙 | 2: whoever numbers columns may pass over some.
  // A sentence beside the table may stand in the row too.
  const marks = filled.filter((text) => NUMBERED.test(text) || text.length < SENTENCE);
  const [lead = '', ...others] = marks;
  const isMarked = others.length > 1 && others.every((text) => NUMBERED.test(text));
  if (isMarked && /^(?:栏次|列次)$/.test(lead)) return true;
  const isOfStems = marks.includes('甲') && marks.includes('乙') && marks.length >= 3;
  if (isOfStems && marks.every((text) => NUMBERED.test(text))) return true;
  const first = filled.indexOf('1');
  if (first < 0 || first > 3 || filled.length - first < (first > 0 ? 2 : 4)) return false;
  const labels = filled.slice(0, first).every((text) => BEFORE_NUMBERS.test(text));
  const numbers = filled.slice(first).map((text) => Number(/^(\d{1,2})(?:=.*)?$/.exec(text)?.[1] ?? NaN));
  return (
    labels &&
    numbers.every(
      (number, at) => at === 0 || number > (numbers[at - 1] ?? NaN) || (first > 0 && number === numbers[at - 1]),
    )
  );
}

/** Names of columns in some database: qymc, sjss. */
export function isDatabaseNames(row: readonly Cell[]): boolean {
  const filled = row.filter((cell) => !isBlank(cell));
  const isName = (cell: Cell) => typeof cell === 'string' && /^[A-Za-z_][A-Za-z0-9_]*$/.test(cell.trim());
  return filled.length >= 2 && filled.every(isName);
}
