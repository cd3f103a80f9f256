import type { FileStatus, MergeNote } from '../engine/share/index';
import type { Language } from './language';

type Side = readonly [zh: string, en: string];

const pick = (sides: Side, language: Language) => sides[language === 'en' ? 1 : 0];
const day = (time: string) => time.slice(0, 10);

/** What became of a returned file, and what to do about it. */
export function fileText(status: FileStatus, language: Language): string {
  return pick(fileSides(status), language);
}

function fileSides(status: FileStatus): Side {
  switch (status.kind) {
    case 'compared': {
      const { rows, changed } = status;
      return [
        `已核对 ${rows} 户，与发出时不同 ${changed} 格`,
        `${rows} rows compared, ${changed} cells differ from what was sent`,
      ];
    }
    case 'sameAs':
      return [
        `与第 ${status.other + 1} 个文件内容相同，只核对一次`,
        `The same as file ${status.other + 1}; compared once`,
      ];
    case 'otherYear':
      return [
        `评价年度是 ${status.sent}，本台账是 ${status.here}，没有核对。请打开当年的台账再收回`,
        `It is of ${status.sent}, this ledger of ${status.here}: not compared. Open that year's ledger`,
      ];
    case 'otherWorkbook':
      return [
        '由另一份台账发出，没有核对。请打开那份台账再收回',
        'Sent out by another workbook: not compared. Open that one',
      ];
    case 'tooOld':
      return [
        '发出的记录已不在本工作簿（过早的批次，或没有保存），没有核对。请用“两期比对”查看不同',
        'The record of what was sent is no longer here: not compared. Compare the two workbooks instead',
      ];
    case 'outdated':
      return [
        `是 ${day(status.time)} 发出的旧副本，${day(status.newest)} 又发过同一份，没有核对。请收回新的一份`,
        `An old copy of ${day(status.time)}; a newer one went out on ${day(status.newest)}: not compared`,
      ];
    case 'neverSent':
      return [
        '没有副本编号，不是由本加载项发出的，没有核对。请选择发出后填好的副本',
        'It has no copy number, so it was not sent out by this add-in: not compared',
      ];
    case 'noTable':
      return [
        `找不到“${status.sheetName}”的表头，没有核对。请检查是否删了工作表或改了表头`,
        `No headers of “${status.sheetName}” found: not compared. Was the sheet deleted or were headers changed?`,
      ];
  }
}

const UNSURE = {
  contradiction: [
    '的名称、编码与行码指向不同的户（可能只排序了部分列）',
    'its name and codes point to different rows (was only part of the columns sorted?)',
  ],
  ambiguous: ['对应台账中的多户', 'several rows fit'],
  duplicate: ['与另一行是同一户', 'another row is the same one'],
  scrap: [
    '只有名称或只有数，认不出是哪一户（如果是新增的户，请自行加到台账）',
    'has only a name or only figures: if it is a new row, add it by hand',
  ],
  noRow: ['现在像是合计、表头或说明，却带着一户的行码、编码或名称', 'looks like a total, a heading or a note by now'],
} as const satisfies Record<NonNullable<MergeNote['reason']>, Side>;

const HAZARDS = {
  externalLink: ['引用外部文件', 'links to another file'],
  dde: ['调用外部程序（DDE）', 'calls another program (DDE)'],
  webService: ['访问网络', 'reaches the network'],
  hyperlink: ['超链接公式', 'is a link'],
  macro: ['调用宏或外部函数', 'calls a macro or a foreign function'],
} as const satisfies Record<NonNullable<MergeNote['hazard']>, Side>;

const CARRIED = {
  macros: ['宏', 'macros'],
  externalLinks: ['指向其他文件的链接', 'links to other files'],
  connections: ['数据连接', 'data connections'],
  embeddings: ['嵌入的对象', 'embedded objects'],
} as const satisfies Record<NonNullable<MergeNote['carried']>, Side>;

/** What a note of a merge says, without the file and the row it is about. */
export function noteText(note: MergeNote, language: Language): string {
  return pick(noteSides(note), language);
}

function noteSides(note: MergeNote): Side {
  const { kind, title = '', count = 0 } = note;
  const row = String((note.fileRow ?? 0) + 1);
  switch (kind) {
    case 'added':
      return [
        `交回文件第 ${row} 行是新增的户，没有写入原表，请核对后自行添加`,
        `Row ${row} of the file is new; add it by hand`,
      ];
    case 'removed':
      return ['副本中少了这一户，原表保留', 'The copy came back without this row; it stays here'];
    case 'goneHere':
      return [
        `交回文件第 ${row} 行改了 ${count} 格，但台账中已没有这一户`,
        `Row ${row} of the file has ${count} changes, but the row is gone here`,
      ];
    case 'namesake':
      return [
        `交回文件第 ${row} 行只按名称对上，同名的不止一户；改动中有 ${count} 格与台账现值相同，但可能不是同一户，请核对`,
        `Row ${row} of the file was found by a name that several rows have; ${count} of its changes stand here already, perhaps in another's row`,
      ];
    case 'unsure': {
      const [zh, en] = UNSURE[note.reason ?? 'ambiguous'];
      return [`交回文件第 ${row} 行${zh}，没有核对，请人工核对`, `Row ${row} of the file: ${en}; not compared`];
    }
    case 'keyChanged':
      return ['代码或地块编码被改过，按行码对上', 'Its code was changed; found by its row code'];
    case 'hazard': {
      const [zh, en] = HAZARDS[note.hazard ?? 'externalLink'];
      return [
        `“${note.sheet ?? ''}”第 ${row} 行的公式${zh}，没有带入`,
        `A formula in row ${row} of “${note.sheet ?? ''}” ${en}; not brought in`,
      ];
    }
    case 'carried': {
      const [zh, en] = CARRIED[note.carried ?? 'macros'];
      return [
        `文件里有${zh}，没有运行，也没有带入；请勿启用，并向交回的人核实`,
        `The file holds ${en}: not run and not brought in. Do not enable them; ask who sent it`,
      ];
    }
    case 'errorValue':
      return [
        `“${title}”是错误值 ${String(note.value)}，没有带入`,
        `“${title}” holds the error ${String(note.value)}; not brought in`,
      ];
    case 'typedFormula':
      return [
        `“${title}”填的是公式，取其结果 ${String(note.value)}`,
        `“${title}” holds a formula; its result ${String(note.value)} is offered`,
      ];
    case 'resultOverwritten':
      return [
        `“${title}”的公式被改成了数值 ${String(note.value)}，不影响原表`,
        `The formula of “${title}” was typed over; nothing changes here`,
      ];
    case 'maskChanged':
      return [
        `“${title}”的代号被改成 ${String(note.value)}，没有带入`,
        `The mask in “${title}” was changed; not brought in`,
      ];
    case 'maskValue':
      return [
        `“${title}”填的“${String(note.value)}”是代号或“已隐去”，不是原来的内容，没有带入`,
        `“${title}” holds a mask (“${String(note.value)}”), not a value; not brought in`,
      ];
    case 'columnLost':
      return [`“${title}”列没有交回，原表保留`, `The column “${title}” did not come back; it stays here`];
    case 'columnNew':
      return [
        `多出“${title}”列（${count} 格有内容），没有带入`,
        `A new column “${title}” (${count} cells); not brought in`,
      ];
    case 'columnGoneHere':
      return [
        `“${title}”列在台账中已经没有，改动没有带入`,
        `The column “${title}” is gone here; its change was not brought in`,
      ];
    case 'sheetRenamed':
      return [
        `工作表“${title}”改名为“${note.sheet ?? ''}”，已按表头认出`,
        `The sheet “${title}” was renamed “${note.sheet ?? ''}”; found by its headers`,
      ];
    case 'sheetAlso':
      return [
        `工作表“${note.sheet ?? ''}”也是这张表，已一并核对；只在那里改的不会自动采用`,
        `The sheet “${note.sheet ?? ''}” holds the same table and was compared too; what only it changes is asked`,
      ];
    case 'sheetLeft':
      return [
        `工作表“${note.sheet ?? ''}”的表头与“${title}”相同但没有行码，没有核对，请人工核对`,
        `The sheet “${note.sheet ?? ''}” has the headers of “${title}” and no row codes; not compared`,
      ];
  }
}
