import { wordAt } from '../column/column';
import { CHOICES } from '../ledger/choices';
import { MISSING_MARKS, type Rows } from '../ledger/cell';
import { fieldOf } from '../ledger/fields';
import type { ColumnMatch } from '../ledger/matchHeaders';
import type { Ledger } from '../ledger/readLedger';
import { NO, YES } from '../ledger/word';
import type { NewSheet, SheetBlock, SheetCell } from '../../sheet/sheet';
import { alwaysQuoted, fixedCell } from '../../sheet/address';
import { quoted } from '../../formula/quoted';

export const WORD_SHEET = '填写用词';
const FIRST_ROW = 3;

type Reading = string | number;

interface FieldWords {
  readonly label: string;
  readonly words: ReadonlyMap<string, Reading>;
  readonly column: number;
}

/**
 * 填写用词: for every field, the texts that its cells may hold and what each is read as. Recipients see what they may write, and
 * the copy's formulas look cells up in it: it is how a √ or a １２０ is understood where the add-in is not.
 */
export class WordTable {
  private readonly fields = new Map<string, FieldWords>();

  private readonly marks: FieldWords = {
    label: '没有填的写法',
    words: new Map([...MISSING_MARKS].map((mark) => [mark, ''])),
    column: 0,
  };

  constructor(
    private readonly ledger: Ledger,
    private readonly rows: Rows,
    private readonly given: {
      /** The word a field's blank is read as, '' where it is unknown. */
      readonly blankOf: (field: string) => string;
      /** The name of its sheet, where it is not 填写用词. */
      readonly sheet?: string;
    },
  ) {}

  /** An expression for what a cell's text is read as, `unknown` where the list does not know it; `cell` is a reference. */
  lookUp(field: string, cell: string, match: ColumnMatch, unknown = '""'): string {
    const words = this.wordsOf(field, match);
    return words.words.size === 0
      ? unknown
      : `IFERROR(INDEX(${this.rangeOf(words, 1)},${this.matched(words, cell)}),${unknown})`;
  }

  /** Whether the list has a cell's text. */
  knows(field: string, cell: string, match: ColumnMatch): string {
    const words = this.wordsOf(field, match);
    return words.words.size === 0 ? 'FALSE' : `ISNUMBER(${this.matched(words, cell)})`;
  }

  /** The marks for a missing value. */
  isMark(cell: string): string {
    return `ISNUMBER(${this.matched(this.marks, cell)})`;
  }

  sheet(): NewSheet {
    return {
      name: this.name,
      freezeRows: FIRST_ROW,
      blocks: [
        { row: 0, column: 0, values: [['填写用词']], format: { bold: true, fontSize: 14 } },
        {
          row: 1,
          column: 0,
          values: [['左列是可以写的，右列是读成的；右列空白的按没有填。表中没有的写法按待核实处理。']],
        },
        ...[this.marks, ...this.fields.values()]
          .filter(({ words }) => words.size > 0)
          .flatMap(({ label, words, column }) => wordBlocks(label, words, column)),
      ],
      protect: true,
    };
  }

  private get name(): string {
    return this.given.sheet ?? WORD_SHEET;
  }

  /** The texts (0) or the readings (1) of a list. */
  private rangeOf({ words, column }: FieldWords, side: 0 | 1): string {
    const [first, last] = [fixedCell(FIRST_ROW, column + side), fixedCell(FIRST_ROW + words.size - 1, column + side)];
    return `${alwaysQuoted(this.name)}!${first}:${last}`;
  }

  /** ~, * and ? would be patterns. */
  private matched(words: FieldWords, cell: string): string {
    const escape = (text: string, mark: string) => `SUBSTITUTE(${text},${quoted(mark)},${quoted(`~${mark}`)})`;
    return `MATCH(${['~', '*', '?'].reduce(escape, `TRIM(${cell}&"")`)},${this.rangeOf(words, 0)},0)`;
  }

  private wordsOf(field: string, match: ColumnMatch): FieldWords {
    const known = this.fields.get(field);
    if (known) return known;
    const words = new Map(generalWords(match, this.given.blankOf(field)));
    for (const [text, reading] of this.ownWords(field, match)) if (!words.has(text)) words.set(text, reading);
    const used = [...this.fields.values()].filter((one) => one.words.size > 0).length;
    const made = { label: fieldOf(field).label, words, column: (used + 1) * 3 };
    this.fields.set(field, made);
    return made;
  }

  /** What this very ledger writes, each with the reading it got. */
  private ownWords(field: string, { column }: ColumnMatch): Map<string, Reading> {
    const words = new Map<string, Reading>();
    const read = this.ledger.columns.get(field);
    // A text that is read as it stands needs no entry.
    const isText = ['text', 'code'].includes(fieldOf(field).kind);
    this.rows.forEach((row, index) => {
      const cell = row[column];
      if (typeof cell !== 'string' || this.ledger.kinds[index] !== 'data') return;
      // TRIM makes runs of blanks one; a text of blanks alone is blank.
      const text = cell.replace(/ +/g, ' ').trim().toUpperCase();
      if (text === '' || text.length > 200) return;
      // A word that could not be read is not in the list: the formula says so, as for any other word it does not know.
      const value = read?.kind === 'number' ? (read.values[index] ?? NaN) : read && wordAt(read, index);
      if (value === undefined) return;
      if (isText && String(value).toUpperCase() === text) return;
      words.set(text, Number.isNaN(value) ? '' : value);
    });
    return words;
  }
}

/** What any ledger may write in a column of the kind. */
function generalWords({ field, negated }: ColumnMatch, blank: string): [string, Reading][] {
  const marks = [...MISSING_MARKS].map((mark): [string, Reading] => [mark, blank]);
  const yesNo = (yes: string, no: string): [string, Reading][] => [
    ...[...YES].map((word): [string, Reading] => [word, negated ? no : yes]),
    ...[...NO].map((word): [string, Reading] => [word, negated ? yes : no]),
  ];
  if (field.kind === 'yesNo') return [...marks, ...yesNo('是', '否')];
  const choices = field.kind === 'choice' ? CHOICES[field.id] : undefined;
  if (!choices) return [];
  const ticks = choices.yes !== undefined && choices.no !== undefined ? yesNo(choices.yes, choices.no) : [];
  return [...marks, ...ticks, ...choices.meanings];
}

function wordBlocks(label: string, words: ReadonlyMap<string, Reading>, column: number): SheetBlock[] {
  const lines: SheetCell[][] = [...words].map(([text, reading]) => [text, reading]);
  const head = { bold: true, fill: '#E7E6E6', fontColor: '#000000', horizontal: 'Center' } as const;
  return [
    { row: FIRST_ROW - 1, column, values: [[label, '读成']], format: head },
    { row: FIRST_ROW, column, values: lines, format: { columnWidth: 80, border: true } },
  ];
}
