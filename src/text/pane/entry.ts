/** One message of the pane in Chinese and in English; `{name}` stands for a value. */
export type Entry = readonly [zh: string, en: string];
