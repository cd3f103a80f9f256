import type { Registry } from '../wire/definition';
import { applicationTypes } from './application';
import { borderTypes } from './borders';
import { chartTypes } from './charts';
import { customXmlTypes } from './customXml';
import { dataValidationTypes } from './dataValidation';
import { fillAndFontTypes } from './fillAndFont';
import { freezePanesTypes } from './freezePanes';
import { nameTypes } from './names';
import { pageLayoutTypes } from './pageLayout';
import { rangeTypes } from './range';
import { rangeAreasTypes } from './rangeAreas';
import { formatProtectionTypes, rangeFormatTypes } from './rangeFormat';
import { serviceTypes } from './services';
import { settingTypes } from './settings';
import { tableColumnTypes } from './tableColumns';
import { tableTypes } from './tables';
import { workbookTypes } from './workbook';
import { worksheetTypes } from './worksheet';
import { worksheetProtectionTypes } from './worksheetProtection';
import { worksheetCollectionTypes } from './worksheets';
import type { HostWorld } from './world';

/** Every Office type this host answers for. */
export function excelRegistry(world: HostWorld): Registry {
  const types = {
    ...workbookTypes(world),
    ...applicationTypes(world),
    ...worksheetCollectionTypes(world),
    ...worksheetTypes(world),
    ...worksheetProtectionTypes(world),
    ...freezePanesTypes(world),
    ...rangeTypes(world),
    ...rangeAreasTypes(world),
    ...rangeFormatTypes(world),
    ...fillAndFontTypes(world),
    ...borderTypes(world),
    ...formatProtectionTypes(world),
    ...dataValidationTypes(world),
    ...pageLayoutTypes(world),
    ...chartTypes(world),
    ...tableTypes(world),
    ...tableColumnTypes(world),
    ...nameTypes(world),
    ...settingTypes(world),
    ...customXmlTypes(world),
    ...serviceTypes(world),
  };
  // `handle` ties every thing to its type, so a definition only ever meets its own things.
  return types as unknown as Registry;
}
