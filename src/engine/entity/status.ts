import { plainText } from '../ledger/normalise';

/** `out`: gone, not of this place or excused; `other`: none of this, and not simply at work either (停产, 季节性). */
export type TakingPart = 'active' | 'other' | 'out';

const ACTIVE =
  /^(?:正常|在业|存续|在营|开业|营业|在产|生产|投产|运营|运行|经营|有效|在册|规上|规下|迁入(?!保护))|(?:正常|在业|存续|在营|在产|生产|经营|营业|运营|运行)(?:状态)?$|^(?:是|√|1|Y|YES)$/;
/** 二期在建: the first part of it is there. */
const LATER_PART = /^[二三四五]期/;
const GONE =
  /[注吊撤]销|迁出|外迁|已迁|搬迁|非本|破产|清算|解散|倒闭|关[停闭]|歇业|[走逃失]联?逃|失联|合并|拆除|征收|收[储回]/;
const EXCUSED = /保护|小于|低于|不足|剔除|退出|免[评于]|[在筹待拟新]建|不参|作废|重复|删除/;
/** Production rests, the land does not: such enterprises are what low-efficiency land is looked for among. */
const RESTS = /停[产工业]|季节|间歇|[限减转]产|检修|技改/;
const NEGATED = /不|未|非|停|无|待|拟|异常/;

/** What a status says of taking part; a blank one says nothing. An unknown word drops nobody. */
export function takesPart(status: string | undefined): TakingPart {
  if (status === undefined) return 'active';
  const text = plainText(status);
  if (LATER_PART.test(text)) return 'active';
  if (GONE.test(text) || EXCUSED.test(text)) return 'out';
  if (RESTS.test(text)) return 'other';
  if (NEGATED.test(text)) return 'out';
  return ACTIVE.test(text) ? 'active' : 'other';
}
