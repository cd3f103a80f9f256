import { LocaleType, LogLevel, Univer, mergeLocales } from '@univerjs/core';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import docsUiZh from '@univerjs/docs-ui/locale/zh-CN';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import formulaUiZh from '@univerjs/sheets-formula-ui/locale/zh-CN';
import formulaZh from '@univerjs/sheets-formula/locale/zh-CN';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsNumfmtUIPlugin } from '@univerjs/sheets-numfmt-ui';
import numfmtUiZh from '@univerjs/sheets-numfmt-ui/locale/zh-CN';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import sheetsUiZh from '@univerjs/sheets-ui/locale/zh-CN';
import sheetsZh from '@univerjs/sheets/locale/zh-CN';
import { defaultTheme } from '@univerjs/themes';
import { UniverUIPlugin } from '@univerjs/ui';
import uiZh from '@univerjs/ui/locale/zh-CN';
import { repairCellCompare, repairRangeLists, repairSorting, repairValueIndex, teachBusyError } from './engineRepairs';
import './gridStyles';

/** Starts the grid in the element of this id: Univer from its individual packages, in Chinese, with the repairs it needs. */
export function createGrid(container: string): Univer {
  teachBusyError();
  repairValueIndex();
  repairCellCompare();
  repairRangeLists();
  repairSorting();
  const chinese = mergeLocales(uiZh, docsUiZh, sheetsZh, sheetsUiZh, formulaZh, formulaUiZh, numfmtUiZh);
  const univer = new Univer({
    theme: defaultTheme,
    locale: LocaleType.ZH_CN,
    logLevel: LogLevel.WARN,
    locales: { [LocaleType.ZH_CN]: chinese },
  });
  registerPlugins(univer, container);
  return univer;
}

function registerPlugins(univer: Univer, container: string): void {
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, footer: true });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.WHEN_EMPTY });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
}
