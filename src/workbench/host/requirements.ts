import type { ExcelVersion, FunctionSupport } from '../page/options';

const SETS = {
  SharedRuntime: '1.2',
  RichApiRuntime: '1.2',
  RichApiRuntimeFlag: '1.2',
  Settings: '1.1',
  File: '1.1',
  CompressedFile: '1.1',
  DocumentEvents: '1.1',
  AddInCommands: '1.1',
};

const FUNCTION_SETS = { CustomFunctions: '1.9', CustomFunctionsRuntime: '1.4' };

/** What the host claims to be able to do, as requirement sets with their versions. */
export function requirementSets(excel: ExcelVersion, functions: FunctionSupport): Readonly<Record<string, string>> {
  // Excel 2016 in a volume licence says yes to whatever is asked (office-js 884).
  return { ExcelApi: excel === '2016' ? '1.20' : excel, ...SETS, ...(functions === 'off' ? {} : FUNCTION_SETS) };
}
