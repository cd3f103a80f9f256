import type { CellFormat } from '../port';

/** Queues the look of a range, column width apart; only what is given is set. */
export function applyLook({ format }: Excel.Range, look: CellFormat): void {
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.fontColor !== undefined) format.font.color = look.fontColor;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
}
