import type { Kernels } from './kernels.js';

let loading: Promise<Kernels | undefined> | undefined;

/** Loads the WebAssembly kernels on first use. Resolves to undefined if they cannot run. */
export function loadKernels(): Promise<Kernels | undefined> {
  loading ??= import('./kernels.js').then(({ compileKernels }) => compileKernels()).catch(() => undefined);
  return loading;
}
