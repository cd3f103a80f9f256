import { sqlTokens, type SqlToken } from './sqlTokens';

/** What a database writes in another way than DuckDB, in whose words our queries are composed. A further one is one more of these. */
export interface Dialect {
  /** A name between quotes. */
  readonly name: (name: string) => string;
  /** A text between quotes. */
  readonly text: (text: string) => string;
  /** A number that is a double whatever it is set against. */
  readonly number: (digits: string) => string;
  /** To so many decimals, half away from zero. */
  readonly round: (value: string, decimals: string) => string;
  /** How many days a day is after another. */
  readonly days: (earlier: string, later: string) => string;
  /** A value of the row in which another one is least; rows in which that is missing are passed over. */
  readonly atLeast: (value: string, least: string) => string;
}

const double = (text: string, quote: string): string => quote + text.replaceAll(quote, quote + quote) + quote;

const DUCKDB: Dialect = {
  name: (name) => double(name, '"'),
  text: (text) => double(text, "'"),
  number: (digits) => digits,
  round: (value, decimals) => `ROUND(${value}, ${decimals})`,
  days: (earlier, later) => `DATE_DIFF('day', ${earlier}, ${later})`,
  atLeast: (value, least) => `MIN_BY(${value}, ${least})`,
};

/** Names between backticks; in texts \ is a sign of its own, and '' is none; plain numbers are decimals. */
const SPARK: Dialect = {
  ...DUCKDB,
  name: (name) => double(name, '`'),
  text: (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  number: (digits) => `${digits}D`,
  days: (earlier, later) => `DATEDIFF(${later}, ${earlier})`,
};

/** Its ROUND of doubles goes to the even number, and its own division of whole numbers cuts. */
const POSTGRES: Dialect = {
  ...DUCKDB,
  name: (name) => double(shortName(name), '"'),
  number: (digits) => `${digits}::float8`,
  round: (value, decimals) =>
    `(SIGN(${value}) * FLOOR(ABS(${value}) * 1E${decimals}::float8 + 0.5) / 1E${decimals}::float8)`,
  days: (earlier, later) => `(${later} - ${earlier})`,
  atLeast: (value, least) => `(ARRAY_AGG(${value} ORDER BY ${least}))[1]`,
};

/** The dialects, by the names that a person gives them. */
export const DIALECTS: Readonly<Record<'duckdb' | 'spark' | 'postgres', Dialect>> = {
  duckdb: DUCKDB,
  spark: SPARK,
  postgres: POSTGRES,
};

/** Postgres cuts names after so many bytes. */
const MOST_BYTES = 63;
const [KEPT, HASH_PRIME] = [13, 16_777_619];

/** A name that is too long keeps its beginning and gets a number of its own. */
function shortName(name: string): string {
  const signs = Array.from(name, (sign) => sign.codePointAt(0) ?? 0);
  const bytes = signs.reduce((sum, sign) => sum + (sign < 0x80 ? 1 : sign < 0x800 ? 2 : sign < 0x1_0000 ? 3 : 4), 0);
  if (bytes <= MOST_BYTES) return name;
  const hash = signs.reduce((sum, sign) => Math.imul(sum ^ sign, HASH_PRIME) >>> 0, 0x811c9dc5);
  return `${Array.from(name).slice(0, KEPT).join('')}_${hash.toString(36)}`;
}

/** Calls that a dialect may write in another way. */
const WRITTEN: readonly string[] = ['MIN_BY', 'DATE_DIFF'];
/** Calls whose last part is a whole number to the database. */
const COUNTED: readonly string[] = ['ROUND', 'SUBSTRING', 'CHR'];

/** A query of ours, which is written as DuckDB takes it, in the words of another database. */
export function inDialect(sql: string, dialect: Dialect): string {
  return dialect === DUCKDB ? sql : new Writer(sqlTokens(sql), dialect).all();
}

class Writer {
  private at = 0;

  constructor(
    private readonly tokens: readonly SqlToken[],
    private readonly dialect: Dialect,
  ) {}

  all(): string {
    let text = '';
    while (this.at < this.tokens.length) text += this.next();
    return text;
  }

  private next(): string {
    const token = this.tokens[this.at++];
    if (!token) return '';
    const { kind, text } = token;
    if (kind === 'name') return this.dialect.name(text);
    if (kind === 'text') return this.dialect.text(text);
    if (kind === 'number') return this.dialect.number(text);
    return kind === 'word' && this.tokens[this.at]?.text === '(' ? this.call(text) : text;
  }

  /** A word before a bracket, with what stands in it. */
  private call(word: string): string {
    if (![...COUNTED, ...WRITTEN].includes(word)) return word;
    this.at++;
    const parts: string[] = [''];
    for (let depth = 0; ;) {
      const token = this.tokens[this.at];
      if (!token || (depth === 0 && token.text === ')')) break;
      if (token.text === '(') depth++;
      if (token.text === ')') depth--;
      if (depth === 0 && token.text === ',') {
        this.at++;
        parts.push('');
      } else parts.push((parts.pop() ?? '') + (depth === 0 && this.isCount(word) ? this.plainNext() : this.next()));
    }
    this.at++;
    return this.written(
      word,
      parts.map((part) => part.trim()),
    );
  }

  /** Whether the last part of such a call begins here: one number and the bracket behind it. */
  private isCount(word: string): boolean {
    return COUNTED.includes(word) && this.tokens[this.at]?.kind === 'number' && this.tokens[this.at + 1]?.text === ')';
  }

  private plainNext(): string {
    return this.tokens[this.at++]?.text ?? '';
  }

  private written(word: string, parts: readonly string[]): string {
    const [first = '', second = '', third = ''] = parts;
    if (word === 'ROUND') return this.dialect.round(first, second);
    if (word === 'DATE_DIFF') return this.dialect.days(second, third);
    if (word === 'MIN_BY') return this.dialect.atLeast(first, second);
    return `${word}(${parts.join(', ')})`;
  }
}
