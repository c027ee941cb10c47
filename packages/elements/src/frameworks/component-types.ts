import type { LitElement } from 'lit';
import type { ComponentEvents } from '../base/component-events.js';
import type {} from '../index.js';

/** What frameworks' types are made of (`@mhb-kit/elements/jsx`, `…/vue`): per component, what is set and what is heard. */

/** Components by what they register themselves as. */
export type Tag = Extract<keyof HTMLElementTagNameMap, `mhb-${string}`>;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** A method does something, and answers nothing or a promise; a function that answers a value is a setting. */
type IsMethod<Value> = Value extends (...args: never) => infer Answer
  ? [undefined] extends [Answer]
    ? true
    : [Answer] extends [Promise<unknown>]
      ? true
      : false
  : false;

/** What can be set: no method, and nothing that can only be read. */
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

/** Listeners by event name. */
export type Listeners<T extends Tag> = {
  readonly [Name in EventNames<T>]?: (event: GlobalEventHandlersEventMap[Name]) => void;
};
