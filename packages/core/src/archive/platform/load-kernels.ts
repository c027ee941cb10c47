import type { Kernels } from './kernels.js';

let loading: Promise<Kernels | undefined> | undefined;

/** The WebAssembly kernels, loaded on first use, or undefined if they cannot run. */
export function loadKernels(): Promise<Kernels | undefined> {
  loading ??= import('./kernels.js').then(({ compileKernels }) => compileKernels()).catch(() => undefined);
  return loading;
}
