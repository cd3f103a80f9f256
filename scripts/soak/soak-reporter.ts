import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Prints one line for every file that has ended and, at once, every failure with its counterexample: a soak may be cut short. */
export default class SoakReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { state, errors = [] } = test.result();
    if (state === 'failed') print(`FAILED ${test.module.relativeModuleId} > ${test.fullName}`, errors);
  }

  onTestModuleEnd(module: TestModule): void {
    const name = module.relativeModuleId;
    if (module.errors().length > 0) print(`FAILED ${name} > (loading)`, module.errors());
    const passed = [...module.children.allTests('passed')].length;
    process.stdout.write(`ENDED ${name}: ${passed} passed\n`);
  }
}

function print(head: string, errors: readonly { readonly message: string }[]): void {
  process.stdout.write(`${[head, ...errors.map(({ message }) => message)].join('\n')}\n`);
}
