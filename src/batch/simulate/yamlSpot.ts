import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import { yamlFile } from '../files';
import { Told } from '../told';

/** What a number may be. */
export interface SpotRange {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean | undefined;
}

const MOST_SIGNS = 1_000_000;

/** A place in a YAML file that a person wrote: what stands there, or in which line it is wrong. */
export class Spot {
  private constructor(
    private readonly file: string,
    private readonly lines: LineCounter,
    private readonly node: Node | null,
    /** How a person calls what stands here. */
    readonly name: string,
    private readonly at: number,
  ) {}

  /** The whole of a file. Throws Told for what is no YAML, with its line. */
  static of(file: string): Spot {
    const { document, lines } = yamlFile(file, { kind: '方案文件', most: MOST_SIGNS });
    return new Spot(file, lines, document.contents, '方案', 0);
  }

  /** Ends with what is wrong here. */
  refuse(why: string): never {
    throw new Told(`“${this.file}”第 ${this.lines.linePos(this.node?.range?.[0] ?? this.at).line} 行：${why}`);
  }

  /** What stands below names, each once. */
  entries(): ReadonlyMap<string, Spot> {
    if (!isMap<Node>(this.node)) return this.refuse(`“${this.name}”下面应逐行写“名称: 值”`);
    const entries = new Map<string, Spot>();
    for (const { key, value } of this.node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const spot = new Spot(this.file, this.lines, value as Node | null, name, key.range?.[0] ?? this.at);
      if (name === '' || isAlias(value)) spot.refuse('名称和值要直接写出来');
      entries.set(name, spot);
    }
    return entries;
  }

  /** Whether several things stand here, one below the other. */
  isList(): boolean {
    return isSeq(this.node);
  }

  /** Whether a name stands here with nothing behind it. */
  isEmpty(): boolean {
    return this.node === null || (isScalar(this.node) && this.node.value === null);
  }

  isTable(): boolean {
    return isMap(this.node);
  }

  items(): Spot[] {
    if (!isSeq<Node>(this.node)) return [this];
    return this.node.items.map((item) => new Spot(this.file, this.lines, item, this.name, item.range?.[0] ?? this.at));
  }

  text(): string {
    const text = isScalar(this.node) ? plain(this.node.value) : '';
    return text === '' ? this.refuse(`“${this.name}”没有填`) : text;
  }

  number({ min, max, whole = false }: SpotRange): number {
    const value = isScalar(this.node) ? this.node.value : undefined;
    const isGood = typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));
    if (isGood) return value;
    const range = `${min.toLocaleString('en-US')} 到 ${max.toLocaleString('en-US')} 的${whole ? '整数' : '数'}`;
    return this.refuse(`“${this.name}”应为 ${range}，不是“${this.shown()}”`);
  }

  isYes(): boolean {
    const value = this.text();
    if (['是', 'true'].includes(value)) return true;
    return ['否', 'false'].includes(value) ? false : this.refuse(`“${this.name}”应为 是 或 否，不是“${value}”`);
  }

  /** One of a list of words, as given beside it. */
  oneOf<Value>(words: ReadonlyMap<string, Value>): Value {
    const text = this.text();
    const value = words.get(text);
    return value ?? this.refuse(`“${this.name}”没有“${text}”。可写：${[...words.keys()].join('、')}`);
  }

  private shown(): string {
    return isScalar(this.node) ? plain(this.node.value) : '几项';
  }
}

/** A scalar as a person typed it; a blank is ''. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value.trim() : JSON.stringify(value ?? '').replace(/^"|"$/g, '');
}
