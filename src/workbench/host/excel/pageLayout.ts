import type { PrintModel } from '../../../package/model';
import type { Args } from '../wire/args';
import { badArgument, refuse } from '../wire/hostError';
import { rangeArgument } from './rangeAddress';
import { handle, type RangeThing } from './things';
import type { Definitions, HostWorld } from './world';

const POINTS_PER_CENTIMETRE = 72 / 2.54;
const PAPERS = { A4: 9, A3: 8 } as const;
const SIDES = { TopMargin: 'top', BottomMargin: 'bottom', LeftMargin: 'left', RightMargin: 'right' } as const;

/** Print set-up, as far as the add-in sets it. What the file had and nobody set is kept, and cannot be read. */
export function pageLayoutTypes(world: HostWorld): Definitions {
  const { extras } = world.book;
  const put = (sheetId: string, part: PrintModel): void => extras.setPrint(sheetId, part);
  const rangeOf = (sheetId: string, args: Args): RangeThing['area'] => {
    const range = rangeArgument(world.book, args, { index: 0, sheetId });
    return range.sheetId === sheetId ? range.area : badArgument('range of another sheet');
  };
  return {
    PageLayout: {
      properties: {
        Orientation: (id) => (known(extras.of(id).print.landscape) ? 'Landscape' : 'Portrait'),
        PaperSize: (id) => paperOf(known(extras.of(id).print.paperSize)),
        Zoom: (id) => {
          const { fitWidth, pagesWide = 1 } = extras.of(id).print;
          return known(fitWidth) ? { horizontalFitToPages: pagesWide } : { scale: 100 };
        },
        CenterHorizontally: (id) => known(extras.of(id).print.centred),
        ...margins((side) => (id: string) => known(extras.of(id).print.margins?.[side]) * POINTS_PER_CENTIMETRE),
      },
      setters: {
        Orientation: (id, value) => put(id, { landscape: orientation(value) }),
        PaperSize: (id, value) =>
          value === 'A4' || value === 'A3'
            ? put(id, { paperSize: PAPERS[value] })
            : refuse('NotImplemented', `paper size ${String(value)}`),
        Zoom: (id, value) => put(id, { fitWidth: true, pagesWide: pagesAcross(value) }),
        CenterHorizontally: (id, value) => put(id, { centred: value === true }),
        ...margins((side) => (id: string, value: unknown) => put(id, { margins: { [side]: centimetres(value) } })),
      },
      navigation: { HeadersFooters: (id) => handle('HeaderFooterGroup', id) },
      methods: {
        SetPrintArea: (id, args) => put(id, { area: rangeOf(id, args) }),
        SetPrintTitleRows: (id, args) => {
          const { row, rows } = rangeOf(id, args);
          put(id, { titleRows: { first: row, last: row + rows - 1 } });
        },
        SetPrintTitleColumns: (id, args) => {
          const { column, columns } = rangeOf(id, args);
          put(id, { titleColumns: { first: column, last: column + columns - 1 } });
        },
      },
    },
    HeaderFooterGroup: { navigation: { DefaultForAllPages: (id) => handle('HeaderFooter', id) } },
    HeaderFooter: {
      properties: { CenterFooter: (id) => known(extras.of(id).print.footer) },
      setters: {
        CenterFooter: (id, value) => put(id, { footer: typeof value === 'string' ? value : badArgument('footer') }),
      },
    },
    ...pageBreakTypes(world),
  };
}

function pageBreakTypes({ book }: HostWorld): Definitions {
  const rows = (sheetId: string): readonly number[] => book.extras.of(sheetId).print.breaks ?? [];
  return {
    PageBreakCollection: {
      items: (sheetId) => rows(sheetId).map((row) => handle('PageBreak', { sheetId, row })),
      methods: {
        Add: (sheetId, args) => {
          const { area } = rangeArgument(book, args, { index: 0, sheetId });
          book.extras.setPrint(sheetId, { breaks: [...new Set([...rows(sheetId), area.row])] });
          return handle('PageBreak', { sheetId, row: area.row });
        },
        GetCount: (sheetId) => rows(sheetId).length,
        RemovePageBreaks: (sheetId) => book.extras.setPrint(sheetId, { breaks: [] }),
      },
    },
    PageBreak: { id: ({ sheetId, row }) => `${sheetId} ${row}`, properties: { RowIndex: ({ row }) => row } },
  };
}

type Side = (typeof SIDES)[keyof typeof SIDES];

function margins<T>(make: (side: Side) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(SIDES).map(([name, side]) => [name, make(side)]));
}

function known<T>(value: T | undefined): T {
  return value ?? refuse('NotImplemented', "The file's own print set-up is kept, and not read.");
}

function orientation(value: unknown): boolean {
  return value === 'Landscape' || value === 'Portrait' ? value === 'Landscape' : badArgument('orientation');
}

function paperOf(size: number): 'A4' | 'A3' {
  if (size === PAPERS.A4) return 'A4';
  return size === PAPERS.A3 ? 'A3' : refuse('NotImplemented', 'paper');
}

/** The pages that a zoom asks for side by side. */
function pagesAcross(value: unknown): number {
  const [, pages] = /^\{"horizontalFitToPages":(\d+)\}$/.exec(JSON.stringify(value)) ?? [];
  return pages === undefined ? refuse('NotImplemented', 'zoom other than pages wide') : Number(pages);
}

function centimetres(value: unknown): number {
  return typeof value === 'number' && value >= 0 ? value / POINTS_PER_CENTIMETRE : badArgument('margin');
}
