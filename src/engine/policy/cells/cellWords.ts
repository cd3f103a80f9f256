import { HEAD_LINES, SECTIONS, type SectionColumn } from './sections';

/** What the sheet calls what a file's text calls otherwise. */
const CALLED: readonly (readonly [string, string])[] = [
  ['citation（原文）、assumption（推定的理由）或 reported（转引）', '条款和原文、推定，或转引来源、看到日期和转引说明'],
  ['要在 assumption 里写明理由', '要在“推定”里写明理由'],
  ['fields 里的一列', '“用到的列”里的一个名称'],
  ['values 里的数值', '“数值”里的一个名称'],
];

/** What was expected at a place of a file, in the words of the sheet. */
export function inCellWords(expected: string, path: readonly PropertyKey[]): string {
  const words = CALLED.reduce((text, [own, called]) => text.replace(own, called), expected);
  const { header, kind } = columnOf(path) ?? {};
  if (header === undefined) return words;
  const choice =
    typeof kind === 'object' ? words.replace(/应为.*?(?=，不是|$)/, `应为 ${Object.keys(kind).join('、')}`) : words;
  return choice.replace(/^缺少“[^”]*”，/, `“${header}”没有写，`);
}

function columnOf(path: readonly PropertyKey[]): SectionColumn | undefined {
  const [first] = path;
  const columns = SECTIONS.filter(({ rows }) => rows[0] === first).flatMap((section) => section.columns);
  return [...HEAD_LINES, ...columns].find(({ place }) => place?.at(-1) === path.at(-1));
}
