import type { Unit } from '../../quantity/unit';
import { fieldOf, type Field } from '../fields';
import type { HeaderText } from '../normalise';
import { exactField, LONG_NAMES } from './exactNames';
import { familyOf } from './families';
import { ASKING, type Header } from './header';
import { HEADING, isElsewhere } from './kinds';

/** A field for a header's name. `contains`: the name with words around it that change nothing. */
export interface NameMatch {
  readonly field: Field;
  readonly confidence: 'exact' | 'contains';
  /** The header says the opposite of the field: 不符合规划. */
  readonly negated: boolean;
}

/** Words that turn a header into something else than the name it holds: 实缴税收增长率 is no tax. */
const QUALIFIERS =
  /上上?年|前年|去年|同期|上期|同比|环比|增长|增幅|增速|占比|比重|比例|排名|名次|得分|分值|权重|目标|承诺|约定|预计|预期|差额|缺口|未缴|欠|减免|退税|留抵|拟|备注|说明|来源|依据|时间|日期|地址|电话|个数|户数|宗数|数量|下限|上限/;
/** In a column of amounts these too say that it is another amount: 人均税收, 闲置用地面积, 规划容积率. */
const OTHER_AMOUNTS = /人均|单位|亩均|地均|计划|标准|新增|剩余|闲置|空闲|租|违|地下|规划|合同|建筑|基底|绿地|道路/;
/** Words around a name that leave it what it is. */
const AROUND =
  /亩均效益|亩均论英雄|绩效|所属|所在|企业|单位|公司|本|现状?|目前|当前|主要|具体|情况|信息|数据|地块|宗地|土地|用地|名称|明细|内容|结果|主管|评价|值|数|额|量|合计|总|年度?|最终|综合|平均|全部|实际|情形|类型|类|性|的|及|和|与|等|\d+|[-/、,:：.()]/g;
const WORD_KINDS: readonly string[] = ['text', 'code', 'choice', 'yesNo', 'date'];
const NEGATORS = /不|未|无法|无|非|没有/;

/** The field that a header's name means: exactly, or by a name it holds with nothing around it that changes its meaning. */
export function matchName(header: HeaderText): NameMatch | undefined {
  const qualified = bracketMatch(header);
  if (qualified !== undefined) return qualified === 'other' ? undefined : qualified;
  for (const name of spellings(header)) {
    const field = exactField(name);
    if (field) return { field, confidence: 'exact', negated: false };
  }
  return negatedMatch(header.name) ?? heldMatch(header.name);
}

/** Words in brackets that make another amount of it: 容积率(规划), 税收(上年), 投资强度(承诺). */
const IN_BRACKETS =
  /^(.+)[(](规划|约定|承诺|合同|目标|计划|拟改|拟建|改造后|上年度?|前年|预计|应缴|欠缴|同期|上期|增长|增幅|增速|占比|排名)[)]$/;

/** 税收(上年) is 上年税收; what has no field of its own is not taken for the thing itself. */
function bracketMatch({ bracketed }: HeaderText): NameMatch | 'other' | undefined {
  const match = IN_BRACKETS.exec(bracketed);
  if (!match) return undefined;
  const field = exactField(bracketed) ?? exactField(`${match[2] ?? ''}${match[1] ?? ''}`);
  return field ? { field, confidence: 'exact', negated: false } : 'other';
}

function spellings({ name, bracketed }: HeaderText): string[] {
  const bare = name.replace(ASKING, '');
  return [bracketed, name, bare, bare.replace(/情况$/, '')].filter((text) => text.length > 0);
}

/** 不符合规划, 未纳入征收范围, 开发边界外: the field with yes and no changed over. Only for yes/no and boundary columns. */
function negatedMatch(name: string): NameMatch | undefined {
  const bare = name.replace(ASKING, '');
  const positive =
    /外$/.test(bare) && !/内外$/.test(bare) ? bare.replace(/[范围以之]*外$/, '') : bare.replace(NEGATORS, '');
  if (positive === bare) return undefined;
  const field = exactField(positive) ?? exactField(`${positive}内`) ?? heldMatch(positive)?.field;
  if (!field) return undefined;
  const boundary = field.id === 'urbanBoundary' || field.id === 'industrialLine';
  return field.kind === 'yesNo' || boundary ? { field, confidence: 'contains', negated: true } : undefined;
}

function heldMatch(name: string): NameMatch | undefined {
  const hit = LONG_NAMES.find(([text]) => text.length * 2 >= name.length && name.includes(text));
  if (!hit) return undefined;
  const [text, field] = hit;
  const around = name.replace(text, '|');
  const isAmount = !WORD_KINDS.includes(field.kind);
  if (QUALIFIERS.test(around) || (isAmount && OTHER_AMOUNTS.test(around))) return undefined;
  const rest = around
    .replace(/[(][^()]*[)]/g, '')
    .replace(AROUND, '')
    .replace('|', '');
  return rest === '' ? { field, confidence: 'contains', negated: false } : undefined;
}

/** A column's field by its words: the bottom text alone, unless a parent makes it clearer (建筑情况/面积, 营业收入/累计). */
export function otherField(path: readonly Header[], unit: Unit | undefined): NameMatch | undefined {
  const named = path.filter(({ name }) => name !== '');
  const bottom = path.at(-1);
  const own = named.at(-1);
  if (!bottom || !own) return undefined;
  const parent = named.at(-2);
  if (own.name === '面积' && unit?.text !== '亩' && named.some(({ name }) => /建筑|厂房|房屋/.test(name))) {
    return { field: fieldOf('floorArea'), confidence: 'exact', negated: false };
  }
  const match = bottom.name === '' ? undefined : matchName(own);
  const found =
    match?.confidence === 'exact' || !parent
      ? (match ?? matchName(own))
      : (wholeOf(own, parent) ?? matchName(joined(parent, own)) ?? match ?? ofParents(named));
  const isOf = (header: Header) => header !== own && !HEADING.test(header.text) && isElsewhere(header.text);
  // 承诺指标 over 营业收入 is no revenue; 规划 over 容积率 has been joined to a name of its own.
  const qualified =
    found !== undefined && match === found && !WORD_KINDS.includes(found.field.kind) && named.some(isOf);
  return qualified ? undefined : (found ?? byHead(own));
}

function wholeOf(own: Header, parent: Header): NameMatch | undefined {
  const isWhole = /^(?:合计|小计|总计|总面积|总额|数值|金额|数据|累计|本年累计|本年|全年)$/.test(own.name);
  return isWhole ? matchName(parent) : undefined;
}

function joined(parent: HeaderText, child: HeaderText): HeaderText {
  return { name: parent.name + child.name, bracketed: parent.bracketed + child.bracketed };
}

/** 税收/2023年: the child is only a year, so its name is gone and the parent speaks. Anything else says what it is itself. */
function ofParents(named: readonly Header[]): NameMatch | undefined {
  const [bottom, first] = [named.at(-1), named[0]];
  return bottom && first && /^(?:年度?|全年|本年|当年)$/.test(bottom.name) ? matchName(first) : undefined;
}

const BY_HEAD: Readonly<Record<string, string>> = { code: 'creditCode', parcel: 'parcelId', town: 'township' };
const FLOOR_WORDS = /建筑|使用|总|厂房|房屋|面积|建面|合计|现状?|实际|情况|数/g;

/** Codes, parcels, townships and whole floors are told by the word they end with. */
function byHead(own: Header): NameMatch | undefined {
  const family = familyOf(own);
  if (family === 'floor') {
    const isWhole = own.name.replace(FLOOR_WORDS, '') === '';
    return isWhole ? { field: fieldOf('floorArea'), confidence: 'contains', negated: false } : undefined;
  }
  const id = BY_HEAD[family];
  return id === undefined || isElsewhere(own.text)
    ? undefined
    : { field: fieldOf(id), confidence: 'contains', negated: false };
}
