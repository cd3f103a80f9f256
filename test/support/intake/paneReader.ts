import { numberAt, textAt } from '../../../src/engine/column/index';
import { verdictAt } from '../../../src/engine/assess/index';
import { leadOf } from '../../../src/taskpane/model/verdict/assessment';
import { foundCellText, groupTitle } from '../../../src/taskpane/model/findings/findingText';
import type { PaneState } from '../../../src/taskpane/state/paneState';
import type { Question } from '../../../src/taskpane/model/reading/questions';
import { cellAt, pieceAt, sheetRow } from '../../../src/taskpane/model/reading/places';
import type { Source } from '../../../src/taskpane/model/reading/source';
import { paneText } from '../../../src/text/pane';
import type { SheetContents } from '../../../src/workbook/port';
import type { MemorySheetInput } from '../../workbook/memoryBook';
import { openPane, paneOver, type OpenedPane } from '../../taskpane/support/openPane';
import type { Offered, OfferedQuestion, OfferedRow, OfferedTidying, OpenReader, Reader, Told } from './offered';
import { workbookSheets } from './workbookSheets';
import { cellName } from '../../../src/sheet/address';

const t = paneText('zh-CN');
/** The fields that readings are judged by, as the pane's sentences call them. */
const ABOUT: Readonly<Record<string, string>> = {
  ...{ 税收: 'taxPaid', 面积: 'landArea', 亩均税收: 'taxPerMu', 企业名称: 'enterprise' },
};

/** The pane without its page: the same state, commands and sentences. */
export const paneReader: OpenReader = (file, policy) => sheetsReader(workbookSheets(file), policy);

/** The same over sheets, where a file has nothing to add. */
export async function sheetsReader(sheets: readonly MemorySheetInput[], policy: string): Promise<Reader> {
  const pane = await openPane(sheets);
  await pane.commands.choosePolicy.run(policy);
  return readerOf(pane);
}

function readerOf(pane: OpenedPane): Reader {
  return {
    again: async () => {
      const later = paneOver(pane.port);
      await later.commands.open.run();
      return readerOf(later);
    },
    offered: () => offeredIn(pane.state()),
    press: async (id, text) => {
      const question = pane.state().understanding?.questions.find((one) => one.id === id);
      const answer = question?.answers.find((one) => answerText(one) === text);
      if (!answer) throw new Error(`no answer ${text} to ${id}`);
      await (answer.reading
        ? pane.commands.chooseReading.run(answer.reading)
        : pane.commands.answer.run(answer.choices));
    },
    write: async () => {
      await pane.commands.writeResults.run();
      const refs = await pane.port.sheets();
      const read = refs.map(async ({ id, name }) => [name, cellsFromTop(await pane.port.read(id))] as const);
      return new Map(await Promise.all(read));
    },
  };
}

function cellsFromTop(contents: SheetContents | undefined): readonly (readonly unknown[])[] {
  if (!contents) return [];
  const { area, values } = contents;
  const left = Array.from({ length: area.column }, () => '');
  return [...Array.from({ length: area.row }, () => []), ...values.map((line) => [...left, ...line])];
}

function offeredIn(state: PaneState): Offered {
  const message = state.message ? [{ text: t(state.message.code, state.message.values) }] : [];
  const { source, understanding } = state;
  if (!source || !understanding) return { rows: [], questions: [], told: message, tidyings: [] };
  return {
    rows: rowsIn(state, source),
    questions: understanding.questions.map(questionIn),
    told: [...message, ...findingsIn(state, source)],
    tidyings: tidyingsIn(state, source),
  };
}

function rowsIn({ understanding }: PaneState, source: Source): OfferedRow[] {
  if (!understanding) return [];
  const { assessment } = understanding;
  const { whole, dataRows, tiers } = assessment;
  return dataRows.map((row) => {
    const verdict = tiers && verdictAt(tiers, leadOf(assessment, row) ?? row);
    const known = {
      enterprise: textAt(whole, 'enterprise', row),
      landArea: present(numberAt(whole, 'landArea', row)),
      taxPaid: present(numberAt(whole, 'taxPaid', row)),
      grade: textAt(whole, 'grade', row),
      tier: verdict?.kind === 'answer' ? verdict.answer : undefined,
    };
    return { sheet: pieceAt(source, row).contents.sheet.name, row: sheetRow(source, row), ...given(known) };
  });
}

function present(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}

/** An object without what is undefined. */
function given<T extends object>(known: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

function questionIn({ id, about, code, field, header, answers }: Question): OfferedQuestion {
  const some =
    code === 'shared' || code === 'sharedTax' || code === 'firms' || code === 'nameless'
      ? { ofSomeRows: true as const }
      : {};
  return { id, about, text: `${code} ${field.label} ${header}`, answers: answers.map(answerText), ...some };
}

/** Yes, no and neither have no words of their own. */
function answerText({ kind, text }: Question['answers'][number]): string {
  return text === '' ? kind : text;
}

/** Notes only say what is worth knowing, and what is missing is 待核实 anyhow: a figure is doubted by another warning or error. */
function findingsIn({ understanding }: PaneState, source: Source): Told[] {
  if (!understanding) return [];
  const { assessment } = understanding;
  return understanding.findings
    .filter(({ severity, code }) => severity !== 'note' && code !== 'missing')
    .flatMap((group): Told[] => {
      if (group.cells.length === 0) return [{ text: groupTitle(group, t) }];
      const about = group.label === '' ? {} : { about: ABOUT[group.label] ?? group.label };
      return group.cells.map((cell) => {
        const text = `${groupTitle(group, t)}：${foundCellText(group, cell, { source, assessment }, t)}`;
        const sheet = pieceAt(source, Math.max(0, cell.row)).contents.sheet.name;
        return cell.row < 0 ? { text } : { text, sheet, row: sheetRow(source, cell.row), ...about };
      });
    });
}

function tidyingsIn({ understanding }: PaneState, source: Source): OfferedTidying[] {
  return (understanding?.fixes ?? []).map(({ row, column, before, after }) => {
    const at = cellAt(source, row, column);
    return { sheet: at.sheet, cell: cellName(at.row, at.column), ...{ from: String(before), to: String(after) } };
  });
}
