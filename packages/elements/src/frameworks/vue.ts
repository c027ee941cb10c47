import type { HTMLAttributes } from 'vue';
import type { Listeners, Settings, Tag } from './component-types.js';

/**
 * Types for templates in Vue 3: `import type {} from '@mhb-kit/elements/vue'` once in a project, and
 * `isCustomElement: (tag) => tag.startsWith('mhb-')` for its compiler. It contains no code.
 */

/** `mhb-login` as `onMhbLogin`, which is what `@mhb-login` compiles to. */
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

type Props<T extends Tag> = Omit<HTMLAttributes, keyof Settings<T>> &
  Settings<T> & {
    readonly [Name in keyof Listeners<T> as `on${Pascal<Name & string>}`]?: Listeners<T>[Name];
  };

type Components = { readonly [T in Tag]: new () => { readonly $props: Props<T> } };

declare module 'vue' {
  interface GlobalComponents extends Components {}
}
