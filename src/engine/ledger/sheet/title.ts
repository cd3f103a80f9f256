import { cellText, isBlank, type Cell, type Rows } from '../cell';
import { parseHeader } from '../normalise';

/** Lines of a form: 填报单位：, 统计时间：, 数据来源：. */
const FORM =
  /^[(]?(?:(?:填报|填表|制表|编制|报送|上报|主管)?(?:单位|部门|日期|时间|人)|统计时间|数据时间|截[止至](?:时间|日期)?|审核人?|负责人|联系(?:人|电话|方式)|数据来源|资料来源|来源|统计口径|口径|金额单位|面积单位|计量单位)(?:[:：]|为|$)/;
/** A note explains; a title names: 注, 说明, or a sentence. */
const NOTE = /^[(]?(?:注|说明|备注|填[报表]说明|填写说明|本表|依据|根据|按照|截至|截止|要求|附注|\d+[.、])/;
const SENTENCE = /[。；;]/;
const IN_BRACKETS = /[(（][^()（）]*[)）]/g;
const LONGEST = 60;

/** 一、规模以上企业, （二）规下, 附：企业明细: the name of a part, which a title above it is about as well. */
const PART =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十]{1,3}[)]|附[:：]|(?:企业|分户|逐户)?(?:明细|清单)表?$)/;

/** Whether a table has no title but the name of a part of its sheet. */
export function isOfWhole(title: string | undefined): boolean {
  return title === undefined || PART.test(cellText(title));
}

/** The first title of a sheet above a row. */
export function sheetTitle(lines: Rows): string | undefined {
  return lines.map((line) => titleOf([line])).find((title) => title !== undefined && !isOfWhole(title));
}

/** 公示期：7月3日—7月9日: a short word and what it is, where some other line may be the title. */
const LABELLED = /^(?!附|表|关于)[^:：]{1,8}[:：]./;

/** The nearest line above the names that names the table: no unit line, no line of a form, no note. */
export function titleOf(lines: Rows): string | undefined {
  const titles = lines.toReversed().flatMap(titleIn);
  return titles.find((title) => !LABELLED.test(cellText(title))) ?? titles[0];
}

function titleIn(line: readonly Cell[]): string[] {
  const filled = line.filter((cell) => !isBlank(cell));
  const [only] = filled;
  if (filled.length !== 1 || typeof only !== 'string') return [];
  const text = cellText(only);
  const isSentence = SENTENCE.test(text.replace(IN_BRACKETS, ''));
  if (FORM.test(text) || NOTE.test(text) || isSentence || text.length > LONGEST || parseHeader(only).name === '')
    return [];
  // 附件1, 表三 stand above titles.
  return /^(?:附件|附表|表)[\d一二三四五六七八九十]*[:：]?$/.test(text) ? [] : [only.trim()];
}
