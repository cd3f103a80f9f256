import { columnVerbs, type ListForm } from '../columnVerbs';
import { asOfFigure, flatColumns, titled, warning } from '../common';
import { problemsOf, lineProblems, PROBLEMS, type ProblemId } from '../problems';
import { enterpriseLines, namesOf, comparedName } from '../rowKeys';
import type { ViewColumn, ViewContent } from '../list';
import { asOfCell } from '../listSheet';
import type { ListLine, ViewInput } from '../listInput';

const COUNT = '问题数';
const STATE = '整改状态';
const DEADLINE = '整改期限';
const STATES = ['已摸排', '已立策', '整改中', '已验收', '已销号'] as const;

/** Enterprises with at least one of the problems, one line each however many parcels and problems they have. */
function linesWith(input: ViewInput, wanted: readonly ProblemId[]): ListLine[] {
  // Of what the ledger says nothing no line is asked.
  const asked = PROBLEMS.filter(
    ({ id, field }) => wanted.includes(id) && (id === 'lowYield' || input.ledger.columns.has(field)),
  );
  return enterpriseLines(input.ledger, input.rows).filter((line) => problemsOf(input, line, asked).length > 0);
}

function listContent(input: ViewInput, wanted: readonly ProblemId[], title: string): ViewContent {
  const c = columnVerbs(input);
  const shown = PROBLEMS.filter(({ id }) => wanted.includes(id));
  const columns = flatColumns(
    c.serial(),
    c.word('enterprise', '企业名称', 116),
    c.word('creditCode', '统一社会信用代码', 98),
    c.word('parcelId', '地块编码', 66),
    c.word('township', '镇街', 58),
    c.tax(),
    c.word('grade', '等级', 30, { centred: true, choices: ['A', 'B', 'C', 'D'] }),
    ...(shown.length > 1 ? [...shown.map((problem) => mark(input, problem)), problemCount()] : []),
    { head: '问题描述', width: 84, kind: 'word', typed: true, value: (line) => lineProblems(input, line) },
    { head: '牵头部门', width: 72, kind: 'word', typed: true, value: (line) => leads(input, line, wanted) },
    c.typedDay('发现日期'),
    c.typedDay(DEADLINE),
    c.typed(STATE, 44, STATES, { centred: true }),
    c.typedDay('销号日期'),
    overdue(),
    c.decided(),
    c.remark(),
  );
  return {
    title: titled(input, title),
    columns,
    lines: linesWith(input, wanted),
    labelAt: '企业名称',
    totals: [
      { label: '合计', where: [] },
      ...shown.map(({ word }) => ({ label: word, where: markedIn(shown.length, word) })),
    ].slice(0, shown.length > 1 ? undefined : 1),
    figures: [asOfFigure(input)],
    notes: [
      '依据：三1 各部门分头摸排，自然资源和规划部门汇总。同一企业有几类问题的合为一行，各类全部销号才算销号。',
      '命中按台账和系统初步研判列出，问题描述、牵头部门可改；超期按“截止日”计算。',
    ],
  };
}

const markedIn = (shown: number, word: string) => (shown > 1 ? [{ head: `问题类别/${word}`, is: '"√"' }] : []);

function mark(input: ViewInput, { id, word }: (typeof PROBLEMS)[number]): ViewColumn {
  return {
    parent: '问题类别',
    head: word,
    width: 34,
    kind: 'word',
    centred: true,
    choices: ['√'],
    typed: true,
    value: (line) => (problemsOf(input, line).includes(id) ? '√' : ''),
    total: (at) => at.count({ head: `问题类别/${word}`, is: '"√"' }),
  };
}

function problemCount(): ViewColumn {
  const [first, last] = [PROBLEMS[0].word, PROBLEMS[PROBLEMS.length - 1]?.word ?? ''];
  return {
    head: COUNT,
    width: 34,
    kind: 'number',
    format: '0',
    unit: '项',
    formula: (at) => `=COUNTIF(${at.cell(`问题类别/${first}`)}:${at.cell(`问题类别/${last}`)},"√")`,
    total: (at) => at.sum(COUNT),
  };
}

function leads(input: ViewInput, line: ListLine, wanted: readonly ProblemId[]): string {
  const own = problemsOf(input, line).filter((problem) => wanted.includes(problem));
  return PROBLEMS.filter(({ id }) => own.includes(id))
    .map(({ department }) => department)
    .join('、');
}

function overdue(): ViewColumn {
  return {
    head: '预警',
    width: 34,
    kind: 'word',
    centred: true,
    formula: (at) => warning(at.cell(DEADLINE), at.cell('销号日期'), asOfCell(at)),
    total: (at) => at.count({ head: '预警', is: '"逾期"' }),
  };
}

const hasProblems: ListForm['fits'] = ({ ledger, policy }) =>
  policy?.pack.tiers !== undefined || PROBLEMS.some(({ field }) => ledger.headers.byField.has(field));

function department(id: ProblemId, name: string): ListForm {
  return {
    id: `governance-${id}`,
    name,
    fits: ({ ledger, policy }) =>
      id === 'lowYield'
        ? policy?.pack.tiers !== undefined || ledger.headers.byField.has('grade')
        : ledger.headers.byField.has(PROBLEMS.find((one) => one.id === id)?.field ?? ''),
    content: (input) => listContent(input, [id], name),
  };
}

/** 疑似漏报 (嵊州 四2): at a line or in the last grade, and on no list that departments handed in. A hint, no finding. */
const missed: ListForm = {
  id: 'governance-missed',
  name: '疑似漏报',
  fits: hasProblems,
  content: (input, c) => {
    const reported = input.reported;
    const lines = linesWith(
      input,
      PROBLEMS.map(({ id }) => id),
    ).filter(
      (line) => !line.rows.some((row) => namesOf(input.ledger, row).some((name) => reported?.has(comparedName(name)))),
    );
    const columns = flatColumns(
      c.serial(),
      c.word('enterprise', '企业名称', 130),
      c.word('creditCode', '统一社会信用代码', 100),
      c.word('parcelId', '地块编码', 70),
      c.word('township', '镇街', 66),
      c.tax(),
      c.word('grade', '等级', 34, { centred: true }),
      { head: '命中情形', width: 120, kind: 'word', value: (line) => hitText(input, line) },
      c.typed('核实结果', 70, ['应列入清单', '无须列入', '已在其他清单']),
      c.typed('核实单位', 80),
      c.typedDay('核实日期'),
      c.remark(),
    );
    return {
      title: titled(input, '疑似漏报核对表'),
      columns,
      lines: reported === undefined ? [] : lines,
      labelAt: '企业名称',
      totals: [{ label: '合计', where: [] }],
      notes: [
        reported === undefined
          ? '工作簿里没有名称含“治理清单”的工作表，无从核对，未列出任何企业。请先放入各部门清单再生成。'
          : '下列企业命中阈值或台账标有隐患，但按信用代码、地块编码和名称都不在工作簿的各张治理清单里。只作提示，不作定性。',
        '依据：四2 对应纳入整治范围企业的有意漏报、瞒报实行通报。',
      ],
    };
  },
};

function hitText(input: ViewInput, line: ListLine): string {
  const own = problemsOf(input, line);
  const words = PROBLEMS.filter(({ id }) => own.includes(id)).map(({ word }) => word);
  const text = lineProblems(input, line);
  return [words.join('、'), text].filter((part) => part !== '').join('：');
}

/** 治理清单: the six lists of 嵊州 三1, and the check for what is on none of them. */
export const GOVERNANCE_LISTS: readonly ListForm[] = [
  {
    id: 'governance',
    name: '治理清单',
    fits: hasProblems,
    content: (input) =>
      listContent(
        input,
        PROBLEMS.map(({ id }) => id),
        '工业用地治理清单',
      ),
  },
  department('lowYield', '低效企业治理清单'),
  department('environment', '环保治理清单'),
  department('safety', '安全治理清单'),
  department('illegal', '违法建设治理清单'),
  department('fire', '消防安全治理清单'),
  missed,
];
