import { plainText } from './normalise';

const PROVINCES =
  '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾';
/** A province in full, or in short where a place of it follows. */
const PROVINCE = new RegExp(
  `^(?:(?:北京|天津|上海|重庆)市|(?:${PROVINCES})省|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区|(?<short>${PROVINCES}|内蒙古|广西|西藏|宁夏|新疆))`,
  'u',
);
/** How the name of a city, a county or a district ends. */
const ENDING = /自治[州县旗]|(?<=大兴安岭|阿克苏|喀什|和田|塔城|阿勒泰|阿里)地区|[市县区旗盟州]/uy;
/** 克孜勒苏柯尔克孜自治州, 积石山保安族东乡族撒拉族自治县: before the ending. */
const LONGEST = 18;
/** A development zone: its name, what it is for, and what it is. */
const ZONE =
  /^(?<name>\p{Script=Han}{0,10}?)(?<aim>(?:经济|技术|高新|产业|先进|制造业?|综合|保税|循环|旅游|出口|加工|边境|跨境|航空港|物流|科技|生态|现代|服务业|农业|工业|临港|临空|国家级?|省级)*)(?<kind>(?:开发|园|集聚|高新|经开|新|保税|示范|度假|合作|[试实]验|功能|管理)区)(?![域块位间划])/u;

/** Words of titles that no name of a place holds. */
const WORDS =
  /企业|工业|用地|土地|年度|台账|清单|亩均|低效|效益|项目|存量|评价|名单|情况|汇总|统计|重点|规模|产业|经济|城镇|建设|开发|处置|改造|数据|信息|面积|税|地块|闲置|中心|主城|老城|建成|行政|试点|示范|乡镇|街道|所属|[省市县]级|^[及与]/u;
/** 全市, 各县, 城市, 上市: what stands before these endings without being a name. */
const GENERAL = /^[全各我本该此两跨分外省地市县区州城都超上入门股夜集开]$/u;
/** What 区 ends that is no district: 厂区, 片区; and zones, which are read as such. */
const NO_DISTRICT = /(?:[园厂片校社街库]|集聚|开发|高新|经开|保税|示范|度假|合作|[试实]验|功能|管理|新)$/u;
/** Parts of a city that are named by one letter: 城区, 郊区, 东区. */
const PARTS_OF_CITIES = /^[城郊矿东西南北]区$/u;
/** 市场, 区域: the ending belongs to another word. */
const OTHER_WORDS = /^(?:市[场值盈]|区[域块位间划]|旗[下舰袍])/u;
/** 3, 十二: one number in one way of writing, so that 表3 before 六枝特区 and 附件二 before 六合区 leave the 六 alone. */
const NUMBER = '(?:\\d+|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';
/** What may stand before a place in a title: the number of an annex, a year, a quarter. */
const BEFORE = new RegExp(
  `^(?:附[件表]?${NUMBER}?|表${NUMBER}|关于|(?:[12]\\d{3}|二[〇零○]..)(?:-[12]\\d{3})?年?度?(?:[上下]半年|第?[一二三四1-4]季度|\\d{1,2}(?:-\\d{1,2})?月份?)?|[-:、.~])+`,
  'u',
);

/**
 * The place that a ledger is of, as the first of the texts that names one says it, at its head or at the head of a part of it:
 * 浙江省嵊州市 out of 附件1：浙 江 省 嵊 州 市2023年度…台账, 上海市嘉定区, 延边朝鲜族自治州, 鄂托克前旗, 太仓港经济技术开发区. '' where none
 * does. Blanks are left out.
 */
export function placeOf(...texts: readonly (string | undefined)[]): string {
  const parts = texts.flatMap((text = '') => plainText(text).split(/[()《》|/;,—·]|(?<=\p{Script=Han})-/u));
  return parts.map(placeAtHead).find((place) => place !== '') ?? '';
}

/** Several places one after the other (嵊州市、新昌县) are one: a heading must not leave the second out. */
function placeAtHead(part: string): string {
  const text = part.replace(BEFORE, '');
  let end = placeLength(text);
  while (end > 0 && /[、和及与]/.test(text.charAt(end))) {
    const more = placeLength(text.slice(end + 1));
    if (more === 0) break;
    end += 1 + more;
  }
  return text.slice(0, end);
}

/** How far a text is a place: a province, a city or what is like one, a county or a district, a zone, any of them left out. */
function placeLength(text: string): number {
  const province = PROVINCE.exec(text);
  const start = province?.[0].length ?? 0;
  let end = start;
  for (let more = -1; more !== 0 && !/(?:[县旗]|(?<!地)区)$/.test(text.slice(start, end)); end += more) {
    more = levelLength(text.slice(end), end > 0);
  }
  // 滨海新区经济技术开发区: a zone of a new area.
  for (let more = -1; more !== 0; end += more) more = zoneLength(text.slice(end), end > 0);
  // 浙江工业用地: a province in short that no place follows may be any word.
  return province?.groups?.['short'] !== undefined && end === start ? 0 : end;
}

/** How far a text is the name of one city, county or district: up to its first ending that may be one. */
function levelLength(text: string, inside: boolean): number {
  for (let end = 1; end <= LONGEST && /\p{Script=Han}/u.test(text.charAt(end - 1)); end++) {
    ENDING.lastIndex = end;
    const ending = ENDING.exec(text)?.[0];
    if (ending === undefined) continue;
    const [name, rest] = [text.slice(0, end), text.slice(end + ending.length)];
    if (isPartOfName(name, ending, rest)) continue;
    return isLevel(name, ending, { rest, inside }) ? end + ending.length : 0;
  }
  return 0;
}

/** 嵊州市, 东盟…; 沙市区, 津市市, 红旗区: an ending that has one letter before it and another ending behind it; 辉县市. */
function isPartOfName(name: string, ending: string, rest: string): boolean {
  const isFollowed = /^[市县区旗](?!级)/.test(rest) && !OTHER_WORDS.test(rest);
  if (/^[州盟]$/.test(ending)) return name.length === 1 || isFollowed;
  if (!isFollowed || GENERAL.test(name)) return false;
  return name.length === 1 || (ending === '县' && rest.startsWith('市'));
}

function isLevel(
  name: string,
  ending: string,
  { rest, inside }: { readonly rest: string; readonly inside: boolean },
): boolean {
  if (WORDS.test(name) || GENERAL.test(name) || OTHER_WORDS.test(ending + rest))
    return inside && PARTS_OF_CITIES.test(name + ending) && !OTHER_WORDS.test(ending + rest);
  if (ending === '区')
    return name.length === 1 ? inside && PARTS_OF_CITIES.test(name + ending) : !NO_DISTRICT.test(name);
  return name.length > 1 || /^[市县]$/.test(ending);
}

/** 开发区 alone is one where a ledger is headed so; a 园区 must be said of a place or for a purpose. */
function zoneLength(text: string, inside: boolean): number {
  const [zone = '', name = '', aim = '', kind = ''] = ZONE.exec(text) ?? [];
  if (zone === '' || WORDS.test(name) || GENERAL.test(name) || /[市县区旗]/.test(name)) return 0;
  const isNamed = name.length > 1 && (aim !== '' || kind !== '园区');
  return isNamed || (inside && name === '' && zone !== '园区') || /^(?:开发|高新|经开)区$/.test(kind) ? zone.length : 0;
}
