/**
 * The parts of these two packages that the profile checker uses. One has no types, and the types of the other
 * give `any`.
 */

declare module 'fhirpath' {
  export interface Model {
    readonly version: string;
  }

  export interface UserFunction {
    readonly fn: (input: unknown, ...values: unknown[]) => unknown;
    /** Types of the parameters, by how many there are. */
    readonly arity: Readonly<Record<number, readonly string[]>>;
  }

  export interface Options {
    readonly traceFn?: (value: unknown, label: string) => void;
    readonly userInvocationTable?: Readonly<Record<string, UserFunction>>;
  }

  const fhirpath: {
    compile(
      path: string | { readonly base: string; readonly expression: string },
      model: Model,
      options?: Options,
    ): (data: unknown, environment: Readonly<Record<string, unknown>>) => readonly unknown[];
  };
  export default fhirpath;
}

declare module 'fhirpath/fhir-context/r4' {
  import type { Model } from 'fhirpath';
  const r4: Model;
  export default r4;
}

declare module '@lhncbc/ucum-lhc' {
  export const UcumLhcUtils: {
    getInstance(): { validateUnitString(unit: string): { readonly status: 'valid' | 'invalid' | 'error' } };
  };
}
