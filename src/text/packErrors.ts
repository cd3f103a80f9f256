import type { PackError } from '../engine/policy/index';
import { ruleTroubleText } from './ruleTroubles';

/** Why a policy's file cannot be used: the file, the line and column, the item, and what was expected. */
export function packErrorText(error: PackError): string {
  const { place } = error;
  const item = place.path === '' ? '' : `（${place.path}）`;
  return `${place.file} 第 ${place.line} 行第 ${place.column} 列${item}：${packProblemText(error)}`;
}

/** The same without its place. */
export function packProblemText({ expected, rule, code }: PackError): string {
  if (rule !== undefined) return ruleTroubleText(rule, 'zh-CN');
  return code === 'cycle' ? `这些数值互相引用，成了循环：${expected}` : expected;
}
