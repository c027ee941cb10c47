import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Smaller versions of Lit's decorators. Lit supports two decorator standards, which adds half a kilobyte to
 * every page; we need only the standard that we compile to.
 */
type Decorator = (prototype: ReactiveElement, name: string) => void;

/** A property that renders the element again when it changes. By default, an attribute of the same name sets it. */
export const property =
  (options?: PropertyDeclaration): Decorator =>
  (prototype, name) => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
  };

/** A private property that renders the element again when it changes. */
export const state = (): Decorator => property({ state: true, attribute: false });

/** The first element that matches the selector when the property is read. */
export const query =
  (selector: string): Decorator =>
  (prototype, name) => {
    Object.defineProperty(prototype, name, {
      get(this: ReactiveElement) {
        return (this.renderRoot as ParentNode | undefined)?.querySelector(selector) ?? null;
      },
    });
  };
