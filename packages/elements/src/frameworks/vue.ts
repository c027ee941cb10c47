import type { HTMLAttributes } from 'vue';
import type { Listeners, Settings, Tag } from './component-types.js';

/**
 * Types for templates in Vue 3. Write `import type {} from '@mhb-kit/elements/vue'` once in a project, and set the
 * compiler option `isCustomElement: (tag) => tag.startsWith('mhb-')`. This module contains only types.
 */

/**
 * Converts a name such as `mhb-login` to Pascal case, so that the property is called `onMhbLogin`, the name to
 * which Vue compiles `@mhb-login`.
 */
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
