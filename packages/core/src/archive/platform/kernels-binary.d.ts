/** The WebAssembly module in Base64, which `packages/core/assembly/build.mjs` writes into `dist`. */
declare const base64: string;
export default base64;
