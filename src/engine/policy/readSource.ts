import { isScalar, LineCounter, parseDocument, visit, YAMLParseError, type Document, type YAMLMap } from 'yaml';
import type { PackSource } from './errorAt';
import { PackError } from './packError';

/** Larger texts are no pack; a pack of ours has some 20,000 characters. */
const MOST_CHARACTERS = 400_000;

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
 * parser's own look for keys that stand twice, and the drawings of its errors, would take its square.
 */
export function yamlDocument(text: string): { readonly document: Document; readonly lines: LineCounter } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
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
