import type { PackError } from '../engine/policy/index';
import { ruleTroubleText } from './ruleTroubles';

/** No sentence tells of more places than a person mends at a time. */
const MOST_TOLD = 5;

/** Why a policy's file cannot be used: the file, the line and column, the item, what was expected, and what else is wrong. */
export function packErrorText(error: PackError): string {
  const { more, place } = error;
  const others = more.slice(0, MOST_TOLD).map(placeText);
  const some = more.length > others.length ? `，先列 ${others.length} 处` : '';
  const rest = others.length === 0 ? '' : `。另有 ${more.length} 处${some}：${others.join('；')}`;
  return `${place.file} ${placeText(error)}${rest}`;
}

function placeText(error: PackError): string {
  const { place } = error;
  const item = place.path === '' ? '' : `（${place.path}）`;
  return `第 ${place.line} 行第 ${place.column} 列${item}：${packProblemText(error)}`;
}

/** The same without its place. */
export function packProblemText({ expected, rule, code }: PackError): string {
  if (rule !== undefined) return ruleTroubleText(rule, 'zh-CN');
  return code === 'cycle' ? `这些数值互相引用，成了循环：${expected}` : expected;
}
