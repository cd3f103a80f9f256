import type { SheetFormat } from '../../sheet/sheet';
import type { Area } from '../../sheet/area';

type Side = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

/** Queues the look of a range, sizes of columns and rows apart; only what is given is set. */
export function applyLook({ format }: Excel.Range, area: Area, look: SheetFormat): void {
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.fontName !== undefined) format.font.name = look.fontName;
  if (look.fontSize !== undefined) format.font.size = look.fontSize;
  if (look.fontColor !== undefined) format.font.color = look.fontColor;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
  if (look.locked !== undefined) format.protection.locked = look.locked;
  if (look.border === true) for (const side of sidesOf(area)) format.borders.getItem(side).style = 'Continuous';
}

/** A single row or column has no lines inside. */
function sidesOf({ rows, columns }: Area): Side[] {
  const edges: Side[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
  return [
    ...edges,
    ...(rows > 1 ? (['InsideHorizontal'] as const) : []),
    ...(columns > 1 ? (['InsideVertical'] as const) : []),
  ];
}
