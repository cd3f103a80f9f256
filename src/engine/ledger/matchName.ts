import { FIELDS, type Field } from './fields';
import { plainText, type HeaderText } from './normalise';

/** A field for a header's name. `contains` and `near` are shown to the person for a look. */
export interface NameMatch {
  readonly field: Field;
  readonly confidence: 'exact' | 'contains' | 'near';
  /** The header says the opposite of the field: 不符合规划. */
  readonly negated: boolean;
}

interface Known {
  readonly text: string;
  readonly field: Field;
}

const KNOWN: readonly Known[] = FIELDS.flatMap((field) =>
  field.headers.map((header) => ({ text: plainText(header), field })),
);
const EXACT: ReadonlyMap<string, Field> = new Map(KNOWN.toReversed().map(({ text, field }) => [text, field]));
const LONGEST_FIRST = KNOWN.filter(({ text }) => text.length >= 3).toSorted((a, b) => b.text.length - a.text.length);

/** Words that turn a header into something else than the name it contains: 实缴税收增长率 is no tax, 闲置用地面积 not the parcel. */
const QUALIFIERS =
  /上上?年|前年|去年|同期|上期|同比|环比|增长|增幅|增速|占比|比重|比例|排名|名次|得分|分值|权重|目标|承诺|约定|预计|预期|差额|缺口|未缴|欠|减免|退税|留抵|拟|备注|说明|来源|依据|时间|日期|地址|电话|个数|户数|宗数|数量/;
/** In a column of amounts these too say that it is another amount: 人均税收, 闲置用地面积, 规划容积率. */
const OTHER_AMOUNTS = /人均|单位|亩均|地均|计划|标准|新增|剩余|闲置|空闲|租|违|地下|规划|合同|建筑|基底|绿地|道路/;
const WORD_KINDS: readonly string[] = ['text', 'code', 'choice', 'yesNo', 'date'];
const NEGATORS = /不|未|无法|无|非|没有/;
/** A yes/no header may ask or assert; both mean the field. */
const ASKING = /^(?:是否属于|是否位于|是否在|是否为|是否|能否|有无|属于|位于|处于|在)/;

/** The field that a header's name means: exactly, then by the longest name contained, then within one typing error. */
export function matchName(header: HeaderText): NameMatch | undefined {
  const qualified = bracketMatch(header);
  if (qualified !== undefined) return qualified === 'other' ? undefined : qualified;
  for (const name of spellings(header)) {
    const field = EXACT.get(name);
    if (field) return { field, confidence: 'exact', negated: false };
  }
  return negatedMatch(header.name) ?? containedMatch(header.name) ?? nearMatch(header.name);
}

/** Words in brackets that make another amount of it: 容积率(规划), 税收(上年), 投资强度(承诺). */
const IN_BRACKETS =
  /^(.+)[(](规划|约定|承诺|合同|目标|计划|拟改|拟建|改造后|上年度?|前年|预计|应缴|欠缴|同期|上期|增长|增幅|增速|占比|排名)[)]$/;

/** 税收(上年) is 上年税收; what has no field of its own is not taken for the thing itself. */
function bracketMatch({ bracketed }: HeaderText): NameMatch | 'other' | undefined {
  const match = IN_BRACKETS.exec(bracketed);
  if (!match) return undefined;
  const field = EXACT.get(bracketed) ?? EXACT.get(`${match[2] ?? ''}${match[1] ?? ''}`);
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
  const field = EXACT.get(positive) ?? EXACT.get(`${positive}内`) ?? containedMatch(positive)?.field;
  if (!field) return undefined;
  const boundary = field.id === 'urbanBoundary' || field.id === 'industrialLine';
  return field.kind === 'yesNo' || boundary ? { field, confidence: 'contains', negated: true } : undefined;
}

function containedMatch(name: string): NameMatch | undefined {
  const hit = LONGEST_FIRST.find(({ text }) => text.length * 2 >= name.length && name.includes(text));
  if (!hit) return undefined;
  const around = name.replace(hit.text, '|');
  return isQualified(around, hit.field) ? undefined : { field: hit.field, confidence: 'contains', negated: false };
}

function isQualified(text: string, { kind }: Field): boolean {
  return QUALIFIERS.test(text) || (!WORD_KINDS.includes(kind) && OTHER_AMOUNTS.test(text));
}

/** One letter wrong, missing or too many, in names of four letters or more that begin alike. */
function nearMatch(name: string): NameMatch | undefined {
  if (name.length < 4 || QUALIFIERS.test(name) || OTHER_AMOUNTS.test(name)) return undefined;
  const near = KNOWN.filter(({ text }) => text.length >= 4 && text[0] === name[0] && withinOne(text, name));
  const [first] = near;
  const agree = first && near.every(({ field }) => field === first.field);
  return agree ? { field: first.field, confidence: 'near', negated: false } : undefined;
}

function withinOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
