/** The build puts the bytes of HiGHS in the place of this import. */
declare module 'highs/runtime' {
  const wasm: Uint8Array;
  export default wasm;
}
