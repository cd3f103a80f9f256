import { definedOnly } from '../../column/definedOnly';
import {
  all,
  any,
  binary,
  cell,
  no,
  number,
  text,
  truth,
  when,
  type FormulaTree,
} from '../../rule/formula/formulaTree';
import { listFormula } from '../../rule/formula/decisionFormulas';
import {
  basisRefusal,
  judgeWaiver,
  type GateAnswer,
  type GateField,
  type GateQuestion,
  type GateReason,
  type WaiverBasis,
} from '../../simulate/waiverGate';
import { BASE_DAY } from '../../rule/daysBefore';
import { NO_DAY, type Day } from '../../quantity/day';
import { daySerial } from '../../quantity/daySerial';
import { lackWords } from '../verdict/verdictFormulas';
import { limitCell, type CheckColumn, type CheckLimit } from './checkColumns';
import { known } from '../../../sheet/known';

/** What the gate of 不再增收土地价款 is asked of a ledger, and the words of its answers. */
export interface WaiverAsk {
  readonly question: (row: number) => Omit<GateQuestion, 'basis' | 'decisionDay'>;
  /** The policy's own clause before the national rule. */
  readonly bases: readonly WaiverBasis[];
  readonly asOf?: Day;
  readonly say: (answer: GateAnswer, dayMissing: boolean) => string;
  readonly unresolved: (missing: readonly string[]) => string;
}

const FROM = '免收依据起';
const UNTIL = '免收依据止（不含）';

const NUMBERS = {
  plotRatio: '现容积率',
  proposedPlotRatio: '拟改容积率',
  plannedPlotRatio: '规划容积率',
  undergroundAreaAdded: '新增地下建筑面积（㎡）',
} as const;
const TRUTHS = { isIndustrialCarrier: '工业用地', useUnchanged: '用途不变' } as const;
const FIELDS: Readonly<Record<GateField, string>> = { ...TRUTHS, ...NUMBERS };
/** The order in which the gate names what is missing. */
const ALWAYS: readonly GateField[] = ['isIndustrialCarrier', 'useUnchanged', 'proposedPlotRatio', 'plannedPlotRatio'];
const FOR_RISE: readonly GateField[] = ['plotRatio', 'undergroundAreaAdded'];

/** 基准日 as a cell that policies and closing days are held against. */
export function baseDayLimit(asOf: Day | undefined): CheckLimit {
  const grounds = '决定政策是否在有效期、是否已销号；空着的不看日期';
  return { name: BASE_DAY, unit: '日期', isDay: true, grounds, ...(asOf ? { value: daySerial(asOf) } : {}) };
}

/** The period of the policy's own clause, where it has one. */
export function waiverLimits({ bases }: WaiverAsk): CheckLimit[] {
  const own = bases.find(isDated);
  if (!own) return [];
  const day = (name: string, value: string | undefined): CheckLimit => ({
    name,
    unit: '日期',
    isDay: true,
    grounds: `${own.title}${own.clause}`,
    ...(value === undefined ? {} : { value: daySerial(value as Day) }),
  });
  return [day(FROM, own.from), day(UNTIL, own.until)];
}

/** Whether 不再增收土地价款 applies to a parcel, as formulas over what the gate reads; 工业用地 and 用途不变 as the engine reads them. */
export function waiverColumns(ask: WaiverAsk, look: CheckColumn['format']): CheckColumn[] {
  const truths = Object.entries(TRUTHS).map(([field, name]): CheckColumn => {
    const value = (row: number) => yesNo(ask.question(row)[field as keyof typeof TRUTHS]);
    return {
      name,
      header: name,
      format: { ...look, horizontal: 'Center', columnWidth: 60 },
      value,
      choices: ['是', '否'],
    };
  });
  const numbers = Object.entries(NUMBERS).map(([field, name]): CheckColumn => {
    const value = (row: number) => known(ask.question(row)[field as keyof typeof NUMBERS]);
    return { name, header: name, format: look, value };
  });
  const answer: CheckColumn = {
    name: '免收地价',
    header: '不再增收土地价款',
    format: { columnWidth: 230 },
    tree: new Gate(ask).answer,
    own: (row) => ownAnswer(ask, row),
  };
  return [...truths, ...numbers, answer];
}

const yesNo = (value: number | undefined) => (value === 1 ? '是' : value === 0 ? '否' : '');
const isDated = ({ from, until }: WaiverBasis) => from !== undefined || until !== undefined;

function ownAnswer({ question, bases, asOf, say }: WaiverAsk, row: number): string {
  const day = asOf ?? NO_DAY;
  const basis = bases.find((one) => basisRefusal(one, day) === undefined) ?? bases.at(-1);
  const answer = judgeWaiver({ ...question(row), decisionDay: day, ...definedOnly({ basis }) });
  return say(answer, asOf === undefined && bases.some(isDated));
}

class Gate {
  constructor(private readonly ask: WaiverAsk) {}

  /** What fails decides before what is unknown. */
  get answer(): FormulaTree {
    const { bases } = this.ask;
    const refusals = [
      this.refused('notIndustrial', isWord('isIndustrialCarrier', '否')),
      this.refused('useChanged', isWord('useUnchanged', '否')),
      this.refused('exceedsPlan', all(has('proposedPlotRatio'), has('plannedPlotRatio'), this.exceeds)),
      this.refused(
        'nothingRises',
        all(has('plotRatio'), has('proposedPlotRatio'), has('undergroundAreaAdded'), no(this.rises)),
      ),
      this.refused(this.lastRefusal, no(any(...bases.map((basis) => this.carries(basis))))),
    ];
    const rest = when(this.isOpen, this.open, when(this.lacksDay, text(this.ask.unresolved([BASE_DAY])), this.allowed));
    return refusals.reduceRight((otherwise, [condition, words]) => when(condition, text(words), otherwise), rest);
  }

  private refused(reason: GateReason, condition: FormulaTree): readonly [FormulaTree, string] {
    return [condition, this.ask.say({ eligible: false, reason, missing: [] }, false)];
  }

  private get lastRefusal(): GateReason {
    const last = this.ask.bases.at(-1);
    if (!last) return 'noBasis';
    return last.status === 'draft' ? 'basisIsDraft' : 'basisNotInForce';
  }

  /** Without a day the basis cannot be named where the policy's own clause has a period. */
  private get lacksDay(): FormulaTree {
    return this.ask.bases.some(isDated) ? binary(cell(limitCell(BASE_DAY)), '=', text('')) : truth(false);
  }

  private carries(basis: WaiverBasis): FormulaTree {
    if (basis.status === 'draft') return truth(false);
    if (!isDated(basis)) return truth(basis.status !== 'expired');
    const [base, from, until] = [BASE_DAY, FROM, UNTIL].map((name) => cell(limitCell(name)));
    if (!base || !from || !until) return truth(false);
    const day = when(binary(base, '=', text('')), number(daySerial(NO_DAY)), base);
    const isBlank = (tree: FormulaTree) => binary(tree, '=', text(''));
    const inForce = all(any(isBlank(from), binary(from, '<=', day)), any(isBlank(until), binary(day, '<', until)));
    return basis.status === 'expired' ? all(inForce, no(isBlank(until))) : inForce;
  }

  private get allowed(): FormulaTree {
    const { bases, say } = this.ask;
    return bases.reduceRight<FormulaTree>(
      (rest, basis) => when(this.carries(basis), text(say({ eligible: true, basis }, false)), rest),
      text(''),
    );
  }

  private get isOpen(): FormulaTree {
    return any(...ALWAYS.map((field) => no(has(field))), this.riseIsOpen);
  }

  private get open(): FormulaTree {
    const { say, unresolved } = this.ask;
    const { before, between } = lackWords([], unresolved);
    const label = (field: GateField) =>
      say({ eligible: false, reason: 'inputUnknown', missing: [field] }, false).slice(before.length);
    const lacks = [
      ...ALWAYS.map((field) => ({ label: label(field), when: no(has(field)) })),
      ...FOR_RISE.map((field) => ({ label: label(field), when: all(this.riseIsOpen, no(has(field))) })),
      { label: BASE_DAY, when: this.lacksDay },
    ];
    return binary(text(before), '&', listFormula(lacks, between) ?? text(''));
  }

  private get riseIsOpen(): FormulaTree {
    const known = all(has('plotRatio'), has('proposedPlotRatio'), has('undergroundAreaAdded'));
    return all(no(known), no(this.rises));
  }

  /** Something is known to rise. */
  private get rises(): FormulaTree {
    const above = binary(cell(FIELDS.proposedPlotRatio), '>', cell(FIELDS.plotRatio));
    const below = binary(cell(FIELDS.undergroundAreaAdded), '>', number(0));
    return any(all(has('plotRatio'), has('proposedPlotRatio'), above), all(has('undergroundAreaAdded'), below));
  }

  private get exceeds(): FormulaTree {
    return binary(cell(FIELDS.proposedPlotRatio), '>', cell(FIELDS.plannedPlotRatio));
  }
}

function has(field: GateField): FormulaTree {
  return binary(cell(FIELDS[field]), '<>', text(''));
}

function isWord(field: GateField, word: string): FormulaTree {
  return binary(cell(FIELDS[field]), '=', text(word));
}
