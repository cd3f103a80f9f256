import { Composer, Document, isScalar, LineCounter, Parser, visit, YAMLParseError, type CST, type YAMLMap } from 'yaml';
import type { PackSource } from './errorAt';
import { PackError } from './packError';

/** Larger texts are no pack; a pack of ours has some 20,000 characters. */
const MOST_CHARACTERS = 400_000;
/** What people write is some ten levels deep. */
const MOST_LEVELS = 100;

const OTHERWISE = '这里的写法不是 YAML，请检查缩进、冒号和引号';
const YAML_TROUBLES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一组里这一项前面已经写过，请只留一个',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符',
  BAD_INDENT: '缩进与上下行对不齐，或上面的括号、引号没有写完',
  MISSING_CHAR: '少了括号、引号或逗号；冒号要用半角的“: ”，不能用“：”',
  BLOCK_AS_IMPLICIT_KEY: '一行里只能写一个“项: 值”，含冒号的文字请加引号',
  MULTILINE_IMPLICIT_KEY: '项名要写在一行里，后面跟冒号',
  BAD_SCALAR_START: '文字不能以这个符号开头，请加引号',
};

/** Reads a pack's YAML, keeping its lines. Throws PackError; aliases are not followed, as a small text of them can be endless. */
export function readSource(text: string, file: string): PackSource {
  if (text.length > MOST_CHARACTERS) {
    throw new PackError(
      'yaml',
      { file, line: 1, column: 1, path: '' },
      `不超过 ${MOST_CHARACTERS} 个字，这个文件有 ${text.length} 个`,
    );
  }
  const { document, lines } = yamlDocument(text);
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new PackError('yaml', { file, line, column: col, path: '' }, YAML_TROUBLES[error.code] ?? OTHERWISE);
  }
  return { file, document, lines };
}

/**
 * A text as YAML and where its lines begin; what is wrong with it stands in `errors`. The time is in proportion to its length: the
 * parser's own look for keys that stand twice, and the drawings of its errors, would take its square. Levels without end are not gone
 * down into: the parser does so by calls within calls, at whose end an expression that is compiled just then brings the process down.
 */
export function yamlDocument(text: string): { readonly document: Document; readonly lines: LineCounter } {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const document = composed(tokens, text.length);
  const doubled: YAMLParseError[] = [];
  if (document.errors.length === 0)
    visit(document, {
      Map: (_, map) => {
        doubled.push(...doubledKeys(map));
      },
    });
  document.errors.push(...doubled);
  return { document, lines };
}

function composed(tokens: readonly CST.Token[], length: number): Document {
  const deep = tooDeep(tokens);
  const documents = deep ? [] : new Composer({ prettyErrors: false, uniqueKeys: false }).compose(tokens, true, length);
  const [document = new Document(null), second] = documents;
  if (deep) document.errors.push(new YAMLParseError([deep.offset, deep.offset], 'RESOURCE_EXHAUSTION', 'too deep'));
  if (second) document.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', 'several'));
  return document;
}

/** A token that stands deeper than people write. */
function tooDeep(tokens: readonly CST.Token[]): CST.Token | undefined {
  let level = tokens;
  for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth++) level = level.flatMap(within);
  return level[0];
}

function within(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  return 'items' in token ? token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat()) : [];
}

/** An error for every key that stands above in the same map. */
function doubledKeys({ items }: YAMLMap): YAMLParseError[] {
  const known = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const isNew = !known.has(key.value);
    known.add(key.value);
    const [from = 0, to = from] = key.range ?? [];
    return isNew ? [] : [new YAMLParseError([from, to], 'DUPLICATE_KEY', 'twice')];
  });
}

/** The plain values of a document. */
export function plainOf({ document, file }: PackSource): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new PackError('yaml', { file, line: 1, column: 1, path: '' }, '不用 & 和 * 引用，请把内容写全');
  }
}
