import { OFFICIAL_FONTS, officialLooks } from '../../layout/officialLooks';
import { textHeight } from '../../layout/textHeight';
import type { NewSheet, SheetBlock, SheetCell, SheetChoice } from '../../../../sheet/sheet';
import type { Area } from '../../../../sheet/area';

/** A part of a card: its label, and what stands beside it; `wide` takes the whole width. */
export interface CardItem {
  readonly label: string;
  readonly value: SheetCell;
  readonly format?: string;
  readonly wide?: boolean;
  /** In points, for what is to be written by hand. */
  readonly height?: number;
  readonly choices?: readonly string[];
}

/** One page: a title, the line below it, and its items. */
export interface Card {
  readonly title: string;
  readonly subtitle: string;
  readonly items: readonly CardItem[];
  readonly signatures: string;
  readonly note: string;
}

/** Label, value, label, value: A4 standing up. */
const WIDTHS = [92, 150, 92, 150] as const;
const WIDE = WIDTHS[1] + WIDTHS[2] + WIDTHS[3];
const COLUMNS = WIDTHS.length;
const LOOKS = officialLooks(OFFICIAL_FONTS);

/** A line of a card: one wide item, or two side by side. */
type CardLine = readonly [CardItem, CardItem?];

/** Cards under one another, one a page. */
export function cardSheet(name: string, cards: readonly Card[]): NewSheet {
  const blocks: SheetBlock[] = [];
  const merges: Area[] = [];
  const choices: SheetChoice[] = [];
  const breaks: number[] = [];
  let row = 0;
  for (const card of cards) {
    if (row > 0) breaks.push(row);
    const lines = cardLines(card.items);
    blocks.push(
      { row, column: 0, values: [[card.title, '', '', '']], format: LOOKS.title },
      { row: row + 1, column: 0, values: [[card.subtitle, '', '', '']], format: { ...LOOKS.line, rowHeight: 22 } },
    );
    merges.push(whole(row), whole(row + 1));
    lines.forEach((line, index) => {
      const at = row + 2 + index;
      blocks.push(...lineBlocks(line, at));
      if (line[0].wide === true) merges.push({ row: at, column: 1, rows: 1, columns: COLUMNS - 1 });
      choices.push(...lineChoices(line, at));
    });
    row += 2 + lines.length;
    const noteHeight = textHeight(card.note, WIDE + WIDTHS[0]);
    blocks.push(
      { row, column: 0, values: [[card.signatures]], format: { ...LOOKS.line, rowHeight: 34 } },
      { row: row + 1, column: 0, values: [[card.note]], format: { ...LOOKS.note, rowHeight: noteHeight } },
    );
    merges.push(whole(row), whole(row + 1));
    row += 2;
  }
  return {
    ...{ name, freezeRows: 0, blocks, merges, choices },
    print: {
      landscape: false,
      area: { row: 0, column: 0, rows: Math.max(1, row), columns: COLUMNS },
      margins: { top: 2.5, bottom: 2, left: 2.5, right: 2 },
      footer: '第 &P 页 共 &N 页',
      centred: true,
      breaks,
    },
  };
}

const whole = (row: number): Area => ({ row, column: 0, rows: 1, columns: COLUMNS });

function cardLines(items: readonly CardItem[]): CardLine[] {
  const lines: CardLine[] = [];
  let open: CardItem | undefined;
  for (const item of items) {
    if (item.wide === true) {
      if (open) lines.push([open]);
      open = undefined;
      lines.push([item]);
    } else if (open) {
      lines.push([open, item]);
      open = undefined;
    } else open = item;
  }
  return open ? [...lines, [open]] : lines;
}

function lineBlocks([first, second]: CardLine, row: number): SheetBlock[] {
  const width = first.wide === true ? WIDE : WIDTHS[1];
  const texts = [textHeight(String(first.value), width), second ? textHeight(String(second.value), WIDTHS[3]) : 0];
  const rowHeight = Math.max(26, first.height ?? 0, second?.height ?? 0, ...texts);
  const label = (text: string, column: number): SheetBlock => ({
    ...{ row, column, values: [[text]], format: { ...LOOKS.head, rowHeight, columnWidth: WIDTHS[column] ?? 92 } },
  });
  const value = (item: CardItem | undefined, column: number, columns: number): SheetBlock => ({
    ...{ row, column, values: [[item?.value ?? '', ...Array.from({ length: columns - 1 }, () => '')]] },
    format: {
      ...LOOKS.word,
      ...(columns === 1 ? { columnWidth: WIDTHS[column] ?? 150 } : {}),
      ...(item?.format === undefined ? {} : { numberFormat: item.format }),
    },
  });
  if (first.wide === true) return [label(first.label, 0), value(first, 1, COLUMNS - 1)];
  return [label(first.label, 0), value(first, 1, 1), label(second?.label ?? '', 2), value(second, 3, 1)];
}

function lineChoices([first, second]: CardLine, row: number): SheetChoice[] {
  return [first, second].flatMap((item, index): SheetChoice[] =>
    item?.choices && item.choices.length > 0
      ? [{ area: { row, column: index * 2 + 1, rows: 1, columns: 1 }, list: item.choices }]
      : [],
  );
}
