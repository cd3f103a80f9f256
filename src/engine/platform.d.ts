/** The few members of WebAssembly that the engine uses; the engine is compiled without the DOM's types. */
declare namespace WebAssembly {
  interface Instance {
    readonly exports: object;
  }
  function instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: Instance }>;
}
