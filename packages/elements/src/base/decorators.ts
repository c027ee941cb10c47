import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Smaller versions of Lit's decorators. Lit supports two decorator standards, which adds half a kilobyte to every
 * page. We need only the standard to which our code is compiled.
 */
type Decorator = (prototype: ReactiveElement, name: string) => void;

/**
 * Declares a property that causes the element to be rendered again when it changes. By default, an attribute of
 * the same name sets the property.
 */
export const property =
  (options?: PropertyDeclaration): Decorator =>
  (prototype, name) => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
  };

/** Declares a private property that causes the element to be rendered again when it changes. */
export const state = (): Decorator => property({ state: true, attribute: false });

/** Declares a property that returns the first element which currently matches the selector. */
export const query =
  (selector: string): Decorator =>
  (prototype, name) => {
    Object.defineProperty(prototype, name, {
      get(this: ReactiveElement) {
        return (this.renderRoot as ParentNode | undefined)?.querySelector(selector) ?? null;
      },
    });
  };
