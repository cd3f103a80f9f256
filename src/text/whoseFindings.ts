import type { Entry } from './pane/entry';

interface Words {
  readonly severity: 'error' | 'warning' | 'note';
  readonly words: Entry;
}

/** What is found where it has to be known whose rows and figures are: several rows of an enterprise, a table read beside the ledger. */
export const WHOSE = {
  firmsOpen: {
    severity: 'error',
    words: [
      '看似一户的几行（同一代码、同名、编号在其下、分期、分厂或没有名称），是不是一户还没有回答，各行暂列为待核实',
      'Rows that seem to be one enterprise (one code, one name, phases or plants): not answered yet; all of them are held back',
    ],
  },
  besideUnsure: {
    severity: 'error',
    words: [
      '对不准“{label}”里的哪一行（同名、几行或合并单元格），没有接上',
      'Which row of “{label}” is theirs cannot be told (one name, several rows, merged cells); nothing was taken',
    ],
  },
  besideLeft: {
    severity: 'warning',
    words: [
      '“{label}”里有 {word}，不在台账的用地里，没有读入',
      'In “{label}” stand {word}, of whom the ledger has no land; not read',
    ],
  },
  besideRespelt: {
    severity: 'warning',
    words: [
      '企业名称与“{label}”里的写法不同，已接上，请核对',
      'Spelt otherwise in “{label}”, taken all the same: please check',
    ],
  },
  besideRead: {
    severity: 'note',
    words: ['“{label}”按{word}接到台账上', '“{label}” is read beside the ledger by {word}'],
  },
} as const satisfies Readonly<Record<string, Words>>;
