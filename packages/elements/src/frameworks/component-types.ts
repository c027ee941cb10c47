import type { LitElement } from 'lit';
import type { ComponentEvents } from '../base/component-events.js';
// Without this line, the type declarations would not include the components.
export type {} from '../index.js';

/**
 * The types of each component's properties and events, from which the types for frameworks are built
 * (`@mhb-kit/elements/jsx`, `…/vue`).
 */

/** The tag names of all components. */
export type Tag = Extract<keyof HTMLElementTagNameMap, `mhb-${string}`>;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * Distinguishes methods from settings. A function that returns nothing or a promise is a method, and a function
 * that returns a value is a setting of the page.
 */
type IsMethod<Value> = Value extends (...args: never) => infer Answer
  ? [undefined] extends [Answer]
    ? true
    : [Answer] extends [Promise<unknown>]
      ? true
      : false
  : false;

/** The names of the properties that can be set, which excludes methods and read-only properties. */
type Settable<Component> = {
  [Name in keyof Component]: true extends
    IsMethod<Component[Name]> | Identical<Pick<Component, Name>, Readonly<Pick<Component, Name>>>
    ? never
    : Name;
}[keyof Component];

/** The properties of a component that a page may set. */
export type Settings<T extends Tag> = Partial<
  Pick<HTMLElementTagNameMap[T], Exclude<Settable<HTMLElementTagNameMap[T]>, keyof LitElement>>
>;

type EventNames<T extends Tag> = T extends keyof ComponentEvents ? ComponentEvents[T] : never;

/** The event listeners of a component, keyed by event name. */
export type Listeners<T extends Tag> = {
  readonly [Name in EventNames<T>]?: (event: GlobalEventHandlersEventMap[Name]) => void;
};
