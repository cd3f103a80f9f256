import { parseUnit } from '../../quantity/unit';
import { isBlank, type Cell } from '../cell';
import type { Field } from '../fields';
import { exactField } from './exactNames';
import { parseHeader, plainText, withoutUnitBehind, type HeaderText } from '../normalise';

/** A header text taken apart: its words, what it names with unit and year taken off, and the field of that exact name. */
export interface Header extends HeaderText {
  readonly text: string;
  readonly field?: Field;
}

const NOTE_SIGNS = /[[（(【]\s*注\s*\d{0,2}[\])）】]|†|‡/g;
/** (≥万元/亩): a condition that names its unit. */
const CONDITION = /[(](?:≥|>=|>|不低于|不少于)(.+?)[)]/;
const SHORT_YEAR = /(?:^|[^\d])([1-3]\d)年/;
/** 企业 Company, 税收（百万元）⏎Tax: the same name in another language behind it. */
const TRANSLATED = /^(.*[\u4e00-\u9fff][）)]?)\s+([A-Za-z][A-Za-z .,/()-]+)$/s;
/** Company⏎企业名称: the other language before it. */
const TRANSLATED_BEFORE = /^(?=[^\u4e00-\u9fff]*[a-z])[A-Za-z][^\u4e00-\u9fff]*\s+(?=[\u4e00-\u9fff])(.+)$/s;
/** 匹配：用地面积, 税务局：实缴税收: where a column was fetched from, before its name. */
export const FETCHED =
  /^(?:匹配|比对|关联|带出|导入|取自|查询|[\u4e00-\u9fff]{1,8}(?:局|所|办|部门|公司|系统|平台|[台账数据]库|中心))[:：](?=.*[\u4e00-\u9fff])/;
/** 2023年度（新增）, 2023年（本次更新）: a bracket behind a year that says when the columns came, and nothing of their figures. */
const ADDED = /^((?:19|20)\d{2}年?度?)[(（](?:本次|新)?(?:新增|增[列加补]|补[充录]|更新|修订|加列)[列栏项]?[)）]$/;
const MOST_KNOWN = 20_000;
const known = new Map<string, Header>();

/** The header that a cell's text is; the same text is taken apart once. */
export function headerOf(cell: Cell): Header {
  const raw = isBlank(cell) ? '' : String(cell);
  const seen = known.get(raw);
  if (seen) return seen;
  const plain = raw.replace(NOTE_SIGNS, '').trim().replace(FETCHED, '').replace(ADDED, '$1');
  const header = takenApart(withoutTranslation(plain));
  if (known.size < MOST_KNOWN) known.set(raw, header);
  return header;
}

/** 用地面积 ha names a unit, no language. */
function withoutTranslation(text: string): string {
  const [, name, behind] = TRANSLATED.exec(text) ?? [];
  if (name === undefined) return TRANSLATED_BEFORE.exec(text)?.[1] ?? text;
  return parseUnit(behind ?? '') ? text : name;
}

function takenApart(raw: string): Header {
  const text = plainText(raw);
  let parsed = parseHeader(raw);
  if (!parsed.unit && !exactField(parsed.name)) parsed = withoutUnitBehind(parsed) ?? parsed;
  const unit = parsed.unit ?? parseUnit(CONDITION.exec(text)?.[1] ?? (parsed.name.endsWith('亩数') ? '亩' : ''));
  const short = SHORT_YEAR.exec(text)?.[1];
  const year = parsed.year ?? (short === undefined ? undefined : 2000 + Number(short));
  const field = [text, parsed.bracketed, parsed.name, parsed.name.replace(ASKING, '')]
    .map(exactField)
    .find((one) => one !== undefined);
  return {
    text,
    name: parsed.name,
    bracketed: parsed.bracketed,
    ...(unit ? { unit } : {}),
    ...(year === undefined ? {} : { year }),
    ...(field ? { field } : {}),
  };
}

/** A yes/no header may ask or assert; both mean the field. */
export const ASKING = /^(?:是否属于|是否位于|是否在|是否为|是否|能否|有无|属于|位于|处于|在|其中)/;

/** A unit on a line of its own belongs to the name above it; a line that is neither name nor year says nothing. */
export function headerPath(texts: readonly string[]): Header[] {
  const path: Header[] = [];
  for (const header of texts.map(headerOf)) {
    const last = path.at(-1);
    const isUnit = header.name === '' && header.unit !== undefined && header.year === undefined;
    if (isUnit && last) path[path.length - 1] = last.unit ? last : { ...last, unit: header.unit };
    else if (header.name !== '' || header.year !== undefined) path.push(header);
  }
  return path;
}
