/** How a command ends, for whoever calls it: all done; not done; done but for some files; done, and something is asked. */
export const EXIT = { done: 0, failed: 1, someRefused: 2, asked: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
