import type { Args } from '../wire/args';
import { badArgument } from '../wire/hostError';
import { handle } from './things';
import type { Definitions, HostWorld, InvocationResult } from './world';

const nothing = (): void => undefined;
const VISIBLE = 'Visible';

/** Services of the runtime itself: custom functions, and showing or hiding the pane, which is always shown here. */
export function serviceTypes(world: HostWorld): Definitions {
  let startState = 'Inactive';
  return {
    CustomFunctionsContainer: { navigation: { CustomFunctions: () => handle('CustomFunctions', null) } },
    CustomFunctions: {
      methods: {
        _SetOsfControlContainerReadyForCustomFunctions: () => world.functionsReady(),
        _GetEnabledFeatures: () => [],
        SetInvocationArrayResults: (_, args) => world.functionResults(arrayResults(args)),
        SetInvocationResults: (_, args) => world.functionResults(objectResults(args)),
      },
    },
    AddinInternalService: {
      methods: { NotifyActionHandlerReady: nothing },
    },
    AppRuntimeService: {
      methods: {
        GetAppRuntimeState: () => VISIBLE,
        SetAppRuntimeState: nothing,
      },
    },
    AppRuntimePersistenceService: {
      methods: {
        GetAppRuntimeStartState: () => startState,
        SetAppRuntimeStartState: (_, args) => {
          startState = args.text(0);
        },
      },
    },
  };
}

function arrayResults(args: Args): InvocationResult[] {
  const list = args.raw(0);
  return Array.isArray(list) ? (list as InvocationResult[]) : badArgument('results');
}

interface ResultObject {
  readonly id: number;
  readonly failed?: boolean;
  readonly value?: unknown;
  readonly errorCode?: number;
}

function objectResults(args: Args): InvocationResult[] {
  const list = args.raw(0);
  if (!Array.isArray(list)) return badArgument('results');
  return (list as ResultObject[]).map(({ id, failed, value, errorCode }) =>
    errorCode === undefined ? [id, failed !== true, value] : [id, failed !== true, value, errorCode],
  );
}
