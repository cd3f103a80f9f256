import { plainText } from '../ledger/normalise';

const ACTIVE =
  /^(?:正常|在业|存续|在营|开业|营业|在产|生产|投产|运营|运行|经营|有效|在册|规上|规下|迁入(?!保护))|(?:正常|在业|存续|在营|在产|生产|经营|营业|运营|运行)(?:状态)?$|^(?:是|√|1|Y|YES)$/;
/** 二期在建: the first part of it is there. */
const LATER_PART = /^[二三四五]期/;
const NEGATED = /不|未|非|停|无|待|拟|异常/;

/** Whether an enterprise's status is anything but 正常 (注销, 迁出, 非本街道, 停产 ...); a blank one says nothing. */
export function isInactive(status: string | undefined): boolean {
  if (status === undefined) return false;
  const text = plainText(status);
  if (LATER_PART.test(text)) return false;
  return NEGATED.test(text) || !ACTIVE.test(text);
}
