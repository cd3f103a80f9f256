import type { ExcelEnvironment } from '../environment';
import { inExcel } from './run';

/** Sets that the add-in minds, and the newest version that is looked for. */
const SETS = {
  ExcelApi: '1.21',
  ExcelApiOnline: '1.1',
  SharedRuntime: '1.2',
  CustomFunctionsRuntime: '1.5',
} as const;

/** Asks Office what it says of itself, and Excel three times for next to nothing. */
export async function excelEnvironment(now: () => number): Promise<ExcelEnvironment> {
  const { diagnostics, displayLanguage, contentLanguage, requirements } = Office.context;
  const newest = Object.entries(SETS).map(([name, version]) => [name, newestOf(requirements, name, version)]);
  return {
    host: String(diagnostics.host),
    platform: String(diagnostics.platform),
    version: diagnostics.version,
    displayLanguage,
    contentLanguage,
    sets: Object.fromEntries(newest) as ExcelEnvironment['sets'],
    script: document.querySelector<HTMLScriptElement>('script[src$="office.js"]')?.src ?? '',
    scriptVersion: scriptVersion(),
    syncs: await timeSyncs(now).catch(() => undefined),
  };
}

/** The script keeps its version in an object of its own, which Microsoft does not document and may take away. */
function scriptVersion(): string {
  const { OSF } = globalThis as { readonly OSF?: { readonly ConstantNames?: { readonly FileVersion?: unknown } } };
  const version = OSF?.ConstantNames?.FileVersion;
  return typeof version === 'string' ? version : '';
}

function newestOf(requirements: Office.RequirementSetSupport, name: string, newest: string): string {
  for (let minor = Number(newest.split('.')[1]); minor >= 1; minor--) {
    const version = `1.${String(minor)}`;
    if (requirements.isSetSupported(name, version)) return version;
  }
  return '';
}

async function timeSyncs(now: () => number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const since = now();
    await askLittle();
    times.push(Math.round(now() - since));
  }
  return times;
}

function askLittle(): Promise<void> {
  return inExcel(async (context) => {
    context.workbook.application.load('calculationMode');
    await context.sync();
  });
}
