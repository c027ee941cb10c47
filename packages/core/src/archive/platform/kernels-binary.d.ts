/** The WebAssembly module in Base64. Written by `packages/core/assembly/build.mjs` into `dist`. */
declare const base64: string;
export default base64;
