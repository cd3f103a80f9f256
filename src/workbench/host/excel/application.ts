import { refuse } from '../wire/hostError';
import { handle } from './things';
import type { Definitions, HostWorld } from './world';

const nothing = (): void => undefined;

/** The application: calculation is always automatic here. */
export function applicationTypes(world: HostWorld): Definitions {
  return {
    Application: {
      properties: { CalculationMode: () => 'Automatic', CalculationState: () => 'Done' },
      setters: {
        CalculationMode: (_, value) => {
          if (value !== 'Automatic') refuse('NotImplemented', 'The workbench always calculates automatically.');
        },
      },
      methods: {
        // Every formula is up to date already: the grid calculates after each change.
        Calculate: nothing,
        // Writes of one request are handed to the grid together anyway.
        SuspendApiCalculationUntilNextSync: nothing,
        SuspendScreenUpdatingUntilNextSync: nothing,
        CreateWorkbook: (_, args) => handle('WorkbookCreated', args.optionalText(0) ?? ''),
      },
    },
    WorkbookCreated: {
      methods: { Open: (base64) => world.openWorkbook(base64) },
    },
  };
}
