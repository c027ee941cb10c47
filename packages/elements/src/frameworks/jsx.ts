import type { HTMLAttributes, RefAttributes } from 'react';
import type { Listeners, Settings, Tag } from './component-types.js';

/**
 * Types for JSX in React 19, which sets the properties of custom elements and listens to their events directly.
 * Write `import type {} from '@mhb-kit/elements/jsx'` once in a project. This module contains only types.
 */

type Props<T extends Tag> = Omit<HTMLAttributes<HTMLElementTagNameMap[T]>, keyof Settings<T>> &
  RefAttributes<HTMLElementTagNameMap[T]> &
  Settings<T> & { readonly class?: string } & {
    readonly [Name in keyof Listeners<T> as `on${Name & string}`]?: Listeners<T>[Name];
  };

type Components = { readonly [T in Tag]: Props<T> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Components {}
  }
}
