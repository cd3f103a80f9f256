import type { Header } from './header';

/** What a column may be about, of the things that decide a ledger; all others are `other` or, where nothing is known, `none`. */
export type Family =
  | 'area'
  | 'tax'
  | 'perMu'
  | 'floor'
  | 'name'
  | 'code'
  | 'parcel'
  | 'sequence'
  | 'town'
  | 'year'
  | 'count'
  | 'other'
  | 'none';

const OF_FIELD: Readonly<Record<string, Family>> = {
  landArea: 'area',
  ownedArea: 'area',
  rentedInArea: 'area',
  rentedOutArea: 'area',
  idleArea: 'area',
  taxPaid: 'tax',
  localTax: 'tax',
  previousTax: 'tax',
  taxTwoYearsAgo: 'tax',
  taxPerMu: 'perMu',
  floorArea: 'floor',
  industrialFloorArea: 'floor',
  enterprise: 'name',
  creditCode: 'code',
  parcelId: 'parcel',
  sequence: 'sequence',
  township: 'town',
  evaluationYear: 'year',
};

/** What belongs to a building is no land, whatever stands behind it. */
const FLOOR = /建筑|厂房|房屋|车间|计容|建面|楼层/;
/** A Chinese compound ends with its head: 应纳|税额, 地块|面积. */
const HEADS: readonly (readonly [Family, RegExp])[] = [
  ['perMu', /(?:亩均|地均|亩产|每亩|单位用地|单位面积|单位土地).*税|(?:亩均|亩产)效益(?:值|\(.*\))?$/],
  [
    'town',
    /(?:镇街|街道|乡镇|镇乡|区镇|属地|镇|区划|区县|园区|片区|行政区)(?:名称|单位)?(?:\(.*\))?$|^(?:属地|项目属地|属地单位)$/,
  ],
  ['count', /(?:户数|家数|企业数|企业个数|宗数|个数|数量)$/],
  ['code', /(?:信用代码|识别号|税号|机构代码)/],
  ['parcel', /(?:宗地|地块|不动产单元).*(?:编号|编码|号|代码)$|监管号$/],
  [
    'tax',
    /税收?入库$|^(?:年度?|全年|当年|本年|累计)?(?:实缴|实纳|实交|已缴|入库|完税)(?:数|额|数额|金额|合计|总额)?$|税(?:收|额|金|款|费)?(?:总额|合计|小计|总计|数|额|金额|收入|贡献|情况|完成数|实绩|累计|入库数|留存){0,2}$|税[收额金款费]?(?:实际|已)?(?:缴纳|上缴|入库|实缴|实纳)(?:数|额|金额|合计|情况)?$|(?:税收|纳税|缴税|入库税).*(?:总额|合计|额|数|累计|贡献|情况|平均)$/,
  ],
  [
    'area',
    /^(?:证载|无证|有证|实测|实占)(?:数|合计)?$|(?:面积|用地|占地|土地|亩数|用地量|占地规模|用地规模)(?:合计|小计|总计|数|数据|数值|情况)?$/,
  ],
  [
    'name',
    /(?:企业|单位|公司|主体|业主|使用权人|使用者|权利人|受让人|竞得人|承租人|纳税人|户名|厂名|项目)(?:名称|全称|名)?(?:\(.*\))?$|(?:企业|单位|公司|主体)[\u4e00-\u9fff]{0,2}(?:名称|全称)$|^(?:详细|法定|规范)名称$|(?:开发区|平台|载体|园区)名称$/,
  ],
];
/** Whoever is in charge of something is not the enterprise. */
const NO_NAME =
  /牵头|责任|配合|主管|管理单位|填报|实施|审批|联系|监管|建设项目类|单位类型|项目类型|法人(?!单位|企业)|是否|类别|规模/;

/** What a header text speaks of by itself. */
export function familyOf({ name, text, field }: Header): Family {
  if (name === '') return 'none';
  if (field) return OF_FIELD[field.id] ?? 'other';
  if (FLOOR.test(name) && /面积|㎡/.test(text)) return 'floor';
  for (const [family, head] of HEADS) {
    if (head.test(name) && !(family === 'name' && NO_NAME.test(name))) return family;
  }
  return 'none';
}
