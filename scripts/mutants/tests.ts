import { TestRunner, type RunnerTask, type RunnerTestCase, type RunnerTestSuite } from 'vitest';

/** A test that can be run again and again, and the groups it stands in, the outermost first. */
export interface RunnableTest {
  readonly name: string;
  readonly test: RunnerTestCase;
  readonly groups: readonly RunnerTestSuite[];
}

/** All tests of a group, in their order. */
export function testsOf(tasks: readonly RunnerTask[], groups: readonly RunnerTestSuite[] = []): RunnableTest[] {
  return tasks.flatMap((task): RunnableTest[] => {
    if (task.type === 'suite') return testsOf(task.tasks, [...groups, task]);
    return [{ name: [...groups, task].map(({ name }) => name).join(' > '), test: task, groups }];
  });
}

type Hook = (given: unknown, group: RunnerTestSuite) => unknown;

/** What a group does once before its tests. */
export async function setUp(group: RunnerTestSuite): Promise<void> {
  for (const hook of TestRunner.getSuiteHooks(group).beforeAll as unknown as Hook[]) await hook({}, group);
}

/** Runs a test with what its groups do around each; rejects where it fails. */
export async function runTest({ test, groups }: RunnableTest): Promise<void> {
  const around = async (when: 'beforeEach' | 'afterEach') => {
    for (const group of groups)
      for (const hook of TestRunner.getSuiteHooks(group)[when] as unknown as Hook[]) await hook(test.context, group);
  };
  await around('beforeEach');
  try {
    await TestRunner.getTestFn(test)();
  } finally {
    await around('afterEach');
  }
}
