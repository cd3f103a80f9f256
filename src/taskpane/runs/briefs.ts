import { paneText } from '../../text/pane';
import type { WordPart, WordReport } from '../../word/wordReport';
import { message, report, tell, type PaneContext } from '../commands/context';
import { fetchWord } from '../fetchWord';
import type { BriefAsked } from '../model/briefAsked';
import { comparisonBrief } from '../plans/brief/comparisonBrief';
import { dayInWords, onPaper, type Brief, type BriefGiven, type BriefPart } from '../plans/brief/brief';
import type { DrawnProjection } from '../plans/brief/outcomes';
import { scenarioBrief } from '../plans/brief/scenarioBrief';
import { targetBrief } from '../plans/brief/targetBrief';
import { targetInputOf } from '../plans/targets/targetInputOf';
import type { Projection } from '../state/simulationState';
import type { PaneState, Understanding } from '../state/paneState';

/** Makes the report as a Word document and hands it out. The workbook is only read. */
export async function makeBrief(context: PaneContext, asked: BriefAsked): Promise<void> {
  const { store, files, clock } = context;
  const { download } = files;
  const brief = briefOf(store.get(), asked, context.thisYear());
  if (!brief || !download) return;
  const { wordFile } = await fetchWord();
  const parts = await drawn(context, brief.parts.map(onPaper));
  if (context.stopping.signal.aborted) {
    tell(context, message('info', 'briefStopped'));
    return;
  }
  const commonTitle = store.get().targets.settings.titleFont === 'common';
  const word: WordReport = { title: brief.title, parts, signed: ['（单位名称）', dayInWords(clock())], commonTitle };
  const name = `${brief.title}.docx`;
  download(await wordFile(word), name);
  tell(context, message('success', 'briefMade', { name }));
}

/** The pictures of a report, drawn one after the other. */
async function drawn(context: PaneContext, parts: readonly BriefPart[]): Promise<WordPart[]> {
  const all: WordPart[] = [];
  for (const [index, part] of parts.entries()) {
    report(context, index, parts.length);
    if (part.kind === 'asked') {
      const { title, option, width, height } = part;
      const png = await context.drawPicture(option, { width, height });
      all.push({ kind: 'picture', title, png, width, height });
    } else all.push(part);
  }
  return all;
}

function briefOf(state: PaneState, asked: BriefAsked, thisYear: number): Brief | undefined {
  const { source, understanding } = state;
  if (!source || !understanding) return undefined;
  const { assessment } = understanding;
  const given: BriefGiven = { source, assessment, t: paneText('zh-CN') };
  const bars = barsShown(understanding);
  if (asked.kind === 'targets') return targetReport(state, { ...given, bars }, thisYear);
  if (asked.kind === 'scenario') {
    const { projection } = state.simulation;
    return projection && hasDraws(projection)
      ? scenarioBrief({ ...given, bars, projection, headline: asked.headline })
      : undefined;
  }
  const projections = (state.simulation.comparison ?? []).filter(hasDraws);
  return projections.length > 0 ? comparisonBrief({ ...given, bars, projections }) : undefined;
}

function targetReport(
  state: PaneState,
  given: BriefGiven & { readonly bars: Understanding['tierBars'] },
  thisYear: number,
): Brief | undefined {
  const { allocations, chosen } = state.targets;
  const allocation = allocations[chosen];
  const input = targetInputOf(state, { thisYear, version: 1, issued: false });
  if (!input || !allocation) return undefined;
  const hasClosings = state.understanding?.mapping.headers.byField.has('closedOutOn') === true;
  return targetBrief({ ...given, input, allocation, hasClosings });
}

/** Tiers before paths before grades: what a policy has. */
function barsShown({ tierBars, pathBars, gradeBars }: Understanding) {
  if (tierBars.length > 0) return tierBars;
  return pathBars.length > 0 ? pathBars : gradeBars;
}

const hasDraws = (projection: Projection): projection is DrawnProjection => projection.drawn !== undefined;
