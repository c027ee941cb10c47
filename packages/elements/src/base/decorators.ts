import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Lit's decorators of these names support two kinds of decorators, which costs every page half a kilobyte;
 * these support only the kind that we compile to.
 */
type Decorator = (prototype: ReactiveElement, name: string) => void;

/** A property of an element that is rendered again when it changes, and an attribute of the same name by default. */
export const property =
  (options?: PropertyDeclaration): Decorator =>
  (prototype, name) => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
  };

/** A private property that renders the element again when it changes. */
export const state = (): Decorator => property({ state: true, attribute: false });

/** The first element that matches at the time of access. */
export const query =
  (selector: string): Decorator =>
  (prototype, name) => {
    Object.defineProperty(prototype, name, {
      get(this: ReactiveElement) {
        return (this.renderRoot as ParentNode | undefined)?.querySelector(selector) ?? null;
      },
    });
  };
