import { BooleanNumber, type Injector } from '@univerjs/core';
import { FunctionType, type IFunctionInfo } from '@univerjs/engine-formula';
import { IDescriptionService } from '@univerjs/sheets-formula';
import type { FunctionMetadata } from './metadata';

/** Autocomplete and argument help; the service exists only after the first workbook was created. */
export function registerHelp(injector: Injector, functions: readonly FunctionMetadata[]): void {
  injector.get(IDescriptionService).registerDescriptions(functions.map(helpOf));
}

/** What stands in each place of the use that ends a description: 例：=MUJUN_TIER(J5:J1213,G5:G1213,"嵊州2021"). */
function usesOf({ description }: FunctionMetadata): readonly string[] {
  return /=\w+\((.*)\)$/.exec(description)?.[1]?.split(',') ?? [];
}

function helpOf(metadata: FunctionMetadata): IFunctionInfo {
  const uses = usesOf(metadata);
  return {
    functionName: metadata.name,
    functionType: FunctionType.User,
    description: metadata.description,
    abstract: metadata.description,
    functionParameter: metadata.parameters.map((parameter, at) => ({
      name: parameter.name,
      detail: parameter.description,
      example: uses[at] ?? '',
      require: parameter.optional === true ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: BooleanNumber.FALSE,
    })),
  };
}
