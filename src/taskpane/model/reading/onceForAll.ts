import type { OfferedAnswer, Question } from './question';

/** More names of tables than these are counted. */
const SHOWN = 3;

/**
 * Tables of the same columns of which the same is to be asked are asked about once: an answer goes for each of them. What is asked
 * with figures of its own, a unit, stays one question a table.
 */
export function onceForAll(questions: readonly Question[]): Question[] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const key = keyOf(question);
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    return others.length === 0 ? [first] : [others.reduce(together, withNames(first, [first, ...others]))];
  });
}

const isOfColumns = ({ code }: Question): boolean => code === 'whichColumn' || code === 'noColumn';

function keyOf(question: Question): string {
  const { id, code, about, answers } = question;
  return isOfColumns(question) ? [code, about, ...answers.map(({ kind, text }) => kind + text)].join('\n') : id;
}

/** The first one's question in the name of all; figures of one table are not those of the others. */
function withNames(first: Question, all: readonly Question[]): Question {
  const names = all.map(({ table = '' }) => table);
  const more = names.length > SHOWN ? ` 等 ${String(names.length)} 张表` : '';
  const table = names.slice(0, SHOWN).join('、') + more;
  const answers = first.answers.map(({ kind, text, choices, reading }): OfferedAnswer => ({
    ...{ kind, text, choices },
    ...(reading ? { reading } : {}),
  }));
  return { ...first, table, header: first.header.replace(first.table ?? '', table), answers };
}

function together(one: Question, other: Question): Question {
  const answers = one.answers.map((answer, at) => ({
    ...answer,
    reading: { columns: [...(answer.reading?.columns ?? []), ...(other.answers[at]?.reading?.columns ?? [])] },
  }));
  return { ...one, answers };
}
