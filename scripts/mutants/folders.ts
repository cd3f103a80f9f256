/** A folder whose tests are tried: what is changed in it, and the tests that should notice. */
export interface MutantFolder {
  readonly source: string;
  readonly tests: readonly string[];
}

/** Folders by name. Tests that start LibreOffice or a browser are left out: they would take hours. */
export const FOLDERS: Readonly<Record<string, MutantFolder>> = {
  ledger: { source: 'src/engine/ledger', tests: ['test/engine/ledger', 'test/engine/numbers/percent.test.ts'] },
  rule: {
    source: 'src/engine/rule',
    tests: [
      ...['test/engine/rule', 'test/oracles/grid.test.ts', 'test/engine/policy/conditionCell.test.ts'],
      ...['test/engine/policy/unitsInConditions.test.ts', 'test/engine/policy/daysAndBounds.test.ts'],
      'test/engine/report/onceByGroup.test.ts',
    ],
  },
  assess: {
    source: 'src/engine/assess',
    tests: ['test/engine/assess', 'test/functions/checks.test.ts'],
  },
  policy: { source: 'src/engine/policy', tests: ['test/engine/policy', 'test/functions/policyRange.test.ts'] },
  simulate: {
    source: 'src/engine/simulate',
    tests: [
      ...['test/engine/simulate', 'test/oracles/projection.test.ts', 'test/docs/model.test.ts'],
      ...['test/engine/numbers/projection.test.ts', 'test/engine/numbers/uncertain.test.ts'],
    ],
  },
  allocate: {
    source: 'src/engine/allocate',
    tests: ['test/engine/allocate', 'test/oracles/allocation.test.ts', 'test/engine/numbers/allocation.test.ts'],
  },
  share: { source: 'src/engine/share', tests: ['test/engine/share'] },
  'package/read': {
    source: 'src/package/read',
    tests: [
      'test/package/openPackage.test.ts',
      'test/package/cellValue.test.ts',
      'test/package/refusals.test.ts',
      'test/package/oddFiles.test.ts',
      'test/package/roundTrip.test.ts',
    ],
  },
};
