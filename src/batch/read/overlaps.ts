import { fieldOf } from '../../engine/ledger/index';
import { quotedName, type Duck } from '../duck';
import { given, type GivenAnswer } from './answers';
import type { FileKept, OpenQuestion } from './fileRead';
import { WHERE } from './rowsTable';

/** Two files that hold many of the same enterprises. */
interface Overlap {
  readonly earlier: number;
  readonly later: number;
  readonly same: number;
}

/** So many of the smaller file's rows stand in the other one: these are two versions of one ledger. */
const MOST = 0.3;
const KEYS = ['creditCode', 'enterprise'].map((id) => fieldOf(id).label);

/** Rows are the same by their code, else by their name; files with hardly any row in common are different ledgers. */
export async function overlaps(duck: Duck, rows: string, files: readonly FileKept[]): Promise<Overlap[]> {
  const key = `COALESCE(${KEYS.map(quotedName).join(', ')})`;
  const file = quotedName(WHERE.file);
  const found = await duck.rows(
    `WITH keyed AS (SELECT DISTINCT ${file} AS f, ${key} AS k FROM (${rows}) WHERE ${key} IS NOT NULL)
SELECT a.f, b.f, COUNT(*) FROM keyed AS a JOIN keyed AS b ON a.k = b.k AND a.f < b.f GROUP BY 1, 2`,
  );
  const places = new Map(files.map((own, at) => [own.file, at]));
  const place = (name: unknown) => places.get(String(name)) ?? 0;
  const size = (at: number) => files[at]?.counted?.rows ?? 0;
  return found
    .map(([one, other, same]) => {
      const [earlier = 0, later = 0] = [place(one), place(other)].sort((a, b) => a - b);
      return { earlier, later, same: Number(same) };
    })
    .filter(({ earlier, later, same }) => same > MOST * Math.min(size(earlier), size(later)))
    .sort((a, b) => a.earlier - b.earlier || a.later - b.later);
}

/** What a person said of them, or what to ask; the files that do not count meanwhile. */
export function settled(
  found: readonly Overlap[],
  files: readonly FileKept[],
  answers: readonly GivenAnswer[],
): { readonly out: ReadonlySet<number>; readonly asked: ReadonlyMap<number, readonly OpenQuestion[]> } {
  const out = new Set<number>();
  const asked = new Map<number, OpenQuestion[]>();
  for (const { earlier, later, same } of found) {
    const [first, second] = [files[earlier], files[later]];
    if (!first || !second) continue;
    const text = `这份台账与“${first.file}”有 ${same} 户相同，用哪一份？`;
    const [own, other, both] = ['只用这一份', `只用“${first.file}”`, '两份都用（不是同一批企业）'];
    const answer = given(answers, second).find(({ question }) => question === text)?.answer;
    if (answer === own) out.add(earlier);
    else if (answer === other) out.add(later);
    else if (answer !== both) {
      out.add(earlier).add(later);
      asked.set(later, [...(asked.get(later) ?? []), { text, answers: [own, other, both].map(String) }]);
    }
  }
  return { out, asked };
}
