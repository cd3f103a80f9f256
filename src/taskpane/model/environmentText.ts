import type { PaneText } from '../../text/pane';
import type { ExcelEnvironment } from '../../workbook/environment';

/** What is known of where the pane runs; without Excel only what the page tells. */
export interface Environment {
  readonly version: string;
  readonly excel?: ExcelEnvironment;
  /** Whether functions are offered, and how many calls of them have been answered since the pane was opened. */
  readonly functions: { readonly claimed: boolean; readonly offered: boolean; readonly answered: number };
  readonly downloads: 'sure' | 'perhaps' | 'none';
  readonly page: {
    readonly address: string;
    readonly browser: string;
    readonly size: string;
    readonly workers: boolean;
    readonly cores: number;
  };
}

/** The environment as lines of text that a person sends to whoever helps. */
export function environmentText({ version, excel, functions, downloads, page }: Environment, t: PaneText): string {
  const ofExcel = excel ? excelLines(excel, t) : [];
  return [
    t('factVersion', { value: version }),
    ...ofExcel,
    t('factFunctions', { value: functionsText(functions, t) }),
    t('factDownloads', { value: t(DOWNLOADS[downloads]) }),
    t('factPage', { value: page.address }),
    t('factBrowser', { value: page.browser }),
    t('factPane', { value: page.size }),
    t('factWorkers', { value: t(page.workers ? 'factYes' : 'factNo'), cores: page.cores }),
  ].join('\n');
}

const DOWNLOADS = { sure: 'factDownloadsSure', perhaps: 'factDownloadsPerhaps', none: 'factDownloadsNone' } as const;

function excelLines(excel: ExcelEnvironment, t: PaneText): readonly string[] {
  const sets = Object.entries(excel.sets).map(([name, version]) => `${name} ${version === '' ? '-' : version}`);
  const isNew = Number(excel.sets['ExcelApi']?.split('.')[1] ?? 0) >= 20;
  return [
    t('factHost', { value: `${excel.host} ${excel.platform} ${excel.version}` }),
    t('factSets', { value: sets.join(', ') }),
    t('factLanguages', { value: `${excel.displayLanguage}, ${excel.contentLanguage}` }),
    t('factScript', { value: excel.script, version: excel.scriptVersion || t('factScriptVersionNone') }),
    t('factSyncs', { value: excel.syncs?.join(', ') ?? t('factSyncsNone') }),
    t('factUndoGroups', { value: t(isNew && excel.platform !== 'OfficeOnline' ? 'factYes' : 'factNo') }),
  ];
}

function functionsText({ claimed, offered, answered }: Environment['functions'], t: PaneText): string {
  if (answered > 0) return t('factFunctionsAnswered', { count: answered });
  if (!claimed) return t('factFunctionsNone');
  return t(offered ? 'factFunctionsSilent' : 'factFunctionsUnknown');
}
