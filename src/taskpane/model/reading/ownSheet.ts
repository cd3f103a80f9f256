import type { SheetContents } from '../../../workbook/port';

/** What every written sheet or column says of itself. */
export const PRELIMINARY = '系统初步研判，须经认定';

/** A sheet that this add-in wrote: its note stands in the first column, or its name says so. */
export function isOwnSheet({ sheet, values }: SheetContents): boolean {
  const isNoted = values.slice(0, 6).some(([first]) => typeof first === 'string' && first.includes(PRELIMINARY));
  return isNoted || isOwnName(sheet.name);
}

/** A name that no sheet but ours bears. */
export function isOwnName(name: string): boolean {
  return OWN_SHEETS.test(name);
}

const OWN_SHEETS =
  /^(?:标准台账|判定结果|发现问题清单|修改记录|对账表|公式替换清单|合并记录|方案结果|方案依据|推演结果|推演回看|推演明细|收回记录|两期比对|核对表|测算表|政策参数|判定表|政策全文)/;
