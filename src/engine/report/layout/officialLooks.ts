import type { SheetFormat, SheetPrint } from '../../../sheet/sheet';

/** The fonts of an official table. A machine without one of them shows a substitute, so no width may depend on it. */
export interface OfficialFonts {
  readonly title: string;
  readonly head: string;
  readonly body: string;
  readonly number: string;
}

/** Fonts of official documents (target-sheet.md, 0). */
export const OFFICIAL_FONTS: OfficialFonts = {
  title: '方正小标宋简体',
  head: '黑体',
  body: '仿宋',
  number: 'Times New Roman',
};

/** For machines without the first set: what every Chinese Windows has. */
export const COMMON_FONTS: OfficialFonts = { ...OFFICIAL_FONTS, title: '宋体' };

/** 五号, 小二 and 三号 in points. */
const [BODY, TITLE, LARGE] = [10.5, 22, 16];

/** How the parts of an official table look; black on white, so that any printer does. */
export function officialLooks(fonts: OfficialFonts) {
  const middle = { vertical: 'Center' } as const;
  const cell = { ...middle, wrap: true, border: true, fontSize: BODY } as const;
  return {
    attachment: { ...middle, fontName: fonts.head, fontSize: LARGE, rowHeight: 28 },
    title: {
      ...middle,
      fontName: fonts.title,
      fontSize: TITLE,
      bold: fonts.title === COMMON_FONTS.title,
      horizontal: 'Center',
      rowHeight: 40,
      wrap: true,
    },
    line: { ...middle, fontName: fonts.body, fontSize: BODY },
    head: { ...cell, fontName: fonts.head, horizontal: 'Center' },
    total: { ...cell, fontName: fonts.head },
    word: { ...cell, fontName: fonts.body, horizontal: 'Left' },
    number: { ...cell, fontName: fonts.number, horizontal: 'Center', wrap: false },
    note: { ...middle, vertical: 'Top', wrap: true, fontName: fonts.body, fontSize: BODY, horizontal: 'Left' },
  } as const satisfies Record<string, SheetFormat>;
}

/** A4 lying down, one page wide, the header rows on every page and the page in the footer; room to bind at the left. */
export function officialPrint(
  area: NonNullable<SheetPrint['area']>,
  titleRows: NonNullable<SheetPrint['titleRows']>,
): SheetPrint {
  return {
    landscape: true,
    area,
    titleRows,
    margins: { top: 2.5, bottom: 2, left: 2.8, right: 2 },
    footer: '第 &P 页 共 &N 页',
    centred: true,
  };
}
