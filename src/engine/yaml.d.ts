declare module '*.yaml' {
  /** The file's text; webpack and Vitest load it alike. */
  const text: string;
  export default text;
}
