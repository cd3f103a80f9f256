import { BooleanNumber, type Injector } from '@univerjs/core';
import { FunctionType, type IFunctionInfo } from '@univerjs/engine-formula';
import { IDescriptionService } from '@univerjs/sheets-formula';
import type { FunctionMetadata } from './metadata';

/** Autocomplete and argument help; the service exists only after the first workbook was created. */
export function registerHelp(injector: Injector, functions: readonly FunctionMetadata[]): void {
  injector.get(IDescriptionService).registerDescriptions(functions.map(helpOf));
}

function helpOf(metadata: FunctionMetadata): IFunctionInfo {
  return {
    functionName: metadata.name,
    functionType: FunctionType.User,
    description: metadata.description,
    abstract: metadata.description,
    functionParameter: metadata.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: parameter.dimensionality === 'matrix' ? 'A1:A20' : 'A1',
      require: parameter.optional === true ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: BooleanNumber.FALSE,
    })),
  };
}
