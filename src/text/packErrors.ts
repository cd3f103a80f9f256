import type { PackError } from '../engine/policy/index';
import { ruleTroubleText } from './ruleTroubles';

/** Why a policy's file cannot be used: the file, the line and column, the item, and what was expected. */
export function packErrorText({ place, expected, rule, code }: PackError): string {
  const item = place.path === '' ? '' : `（${place.path}）`;
  const words =
    rule === undefined
      ? code === 'cycle'
        ? `这些数值互相引用，成了循环：${expected}`
        : expected
      : ruleTroubleText(rule, 'zh-CN');
  return `${place.file} 第 ${place.line} 行第 ${place.column} 列${item}：${words}`;
}
