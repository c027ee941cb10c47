import type { Codes, Coding } from './codes.js';
import type { Definitions, Discriminator, JsonObject } from './definitions.js';
import { typeName, type ElementNode, type ElementTrees } from './element-tree.js';
import { hasPattern, isObject, isSame, occurrencesOf, type Item } from './json-elements.js';

/** Finds the slice of an element to which an occurrence belongs. */

/**
 * The functions that discriminators need from the checker: the targets of references, and whether a value
 * conforms to a profile.
 */
export interface Surroundings {
  readonly resolve: (reference: string) => JsonObject | undefined;
  readonly conforms: (resource: JsonObject, profile: string) => boolean;
}

export class Slices {
  readonly #definitions: Definitions;
  readonly #trees: ElementTrees;
  readonly #codes: Codes;

  constructor(definitions: Definitions, trees: ElementTrees, codes: Codes) {
    this.#definitions = definitions;
    this.#trees = trees;
    this.#codes = codes;
  }

  /** The first slice whose discriminators all match. */
  sliceOf(node: ElementNode, item: Item, around: Surroundings): ElementNode | undefined {
    const discriminators = node.definition.slicing?.discriminator ?? [];
    if (discriminators.length === 0) return undefined;
    return node.slices.find((slice) => discriminators.every((each) => this.#fits(slice, item, each, around)));
  }

  /** Whether the slice of an occurrence depends on a missing resource. */
  isUndecided(node: ElementNode, item: Item, { resolve }: Surroundings): boolean {
    return (node.definition.slicing?.discriminator ?? []).some(({ path }) => {
      if (!path.endsWith('resolve()') || !isObject(item.value)) return false;
      const { reference } = item.value;
      return typeof reference === 'string' && resolve(reference) === undefined;
    });
  }

  #fits(slice: ElementNode, item: Item, { type, path }: Discriminator, around: Surroundings): boolean {
    const steps = path
      .replace('$this', '')
      .split('.')
      .filter((step) => step !== '');
    const nodes = this.#nodesAt(slice, steps);
    const items = this.#itemsAt(slice, item, steps, around);
    const isReference = steps.at(-1) === 'resolve()';
    switch (type) {
      case 'value':
      case 'pattern':
        return items.some((each) => this.#hasPrescribed(nodes, each));
      case 'exists':
        return nodes.every(({ definition }) =>
          definition.max === '0' ? items.length === 0 : items.length > 0,
        );
      case 'type':
        return items.some((each) => nodes.some((node) => this.#isOfType(node, each, isReference)));
      case 'profile':
        return items.some(({ value }) =>
          nodes.some((node) => {
            const profiles = (node.definition.type ?? []).flatMap((each) =>
              isReference ? (each.targetProfile ?? []) : (each.profile ?? [each.code]),
            );
            return isObject(value) && profiles.some((profile) => around.conforms(value, profile));
          }),
        );
    }
  }

  /** The elements of the definition at a path, including those of slices on the way. */
  #nodesAt(start: ElementNode, steps: readonly string[]): readonly ElementNode[] {
    let nodes: readonly ElementNode[] = [start];
    for (const step of steps) {
      if (step === 'resolve()') continue;
      nodes = nodes.flatMap((node) =>
        this.#childrenOf(node)
          .filter(({ name }) => name === step)
          .flatMap((child) => [child, ...child.slices]),
      );
    }
    return nodes;
  }

  /** The children of a slice that only names a profile, such as an extension, are in the profile. */
  #childrenOf(node: ElementNode): readonly ElementNode[] {
    if (node.children.length > 0) return node.children;
    return (node.definition.type ?? []).flatMap((type) => {
      const profiles = (type.profile ?? [])
        .map((url) => this.#definitions.structure(url))
        .filter((structure) => structure !== undefined);
      return profiles.length > 0
        ? profiles.flatMap((structure) => this.#trees.root(structure).children)
        : this.#trees.childrenOf(node, typeName(type));
    });
  }

  #itemsAt(start: ElementNode, item: Item, steps: readonly string[], around: Surroundings): readonly Item[] {
    let found: readonly Item[] = [item];
    let nodes: readonly ElementNode[] = [start];
    for (const step of steps) {
      if (step === 'resolve()') {
        found = found.flatMap(({ value, path }) => {
          const reference = isObject(value) ? value['reference'] : undefined;
          const target = typeof reference === 'string' ? around.resolve(reference) : undefined;
          return target === undefined ? [] : [{ value: target, type: String(target['resourceType']), path }];
        });
        continue;
      }
      const children = nodes.flatMap((node) => this.#childrenOf(node).filter(({ name }) => name === step));
      found = found.flatMap(({ value, path }) =>
        isObject(value)
          ? children.slice(0, 1).flatMap((child) => occurrencesOf(child, value, path).items)
          : [],
      );
      nodes = children.flatMap((child) => [child, ...child.slices]);
    }
    return found;
  }

  #isOfType(
    { definition: { type = [] } }: ElementNode,
    { value, type: given }: Item,
    isReference: boolean,
  ): boolean {
    const resourceType = isObject(value) ? value['resourceType'] : undefined;
    const actual = typeof resourceType === 'string' ? resourceType : given;
    const wanted = isReference
      ? type.flatMap(({ targetProfile = [] }) =>
          targetProfile.map((url) => this.#definitions.structure(url)?.type),
        )
      : type.map(typeName);
    return wanted.includes(actual) || wanted.includes('Resource');
  }

  #hasPrescribed(nodes: readonly ElementNode[], item: Item): boolean {
    const telling = nodes.filter((node) => this.#tells(node));
    return telling.some((node) => this.#matches(node, item));
  }

  /** Whether the definition of an element, or of a descendant, states its allowed values. */
  #tells(node: ElementNode): boolean {
    return this.#tellsItself(node) || node.children.some((child) => this.#tells(child));
  }

  #tellsItself({ definition, fixed, pattern }: ElementNode): boolean {
    return (
      fixed !== undefined ||
      pattern !== undefined ||
      (definition.binding?.strength === 'required' && definition.binding.valueSet !== undefined)
    );
  }

  #matches(node: ElementNode, item: Item): boolean {
    const { definition, fixed, pattern } = node;
    if (fixed !== undefined) return isSame(item.value, fixed);
    if (pattern !== undefined) return hasPattern(item.value, pattern);
    const { value } = item;
    const url = definition.binding?.strength === 'required' ? definition.binding.valueSet : undefined;
    if (url !== undefined) {
      const memberships = codingsOf(value).map((coding) => this.#codes.inValueSet(url, coding));
      // If the value set does not decide, the required values below may.
      if (!memberships.includes('unknown')) return memberships.includes('in');
    }
    const telling = node.children.filter((child) => this.#tells(child));
    return (
      telling.length > 0 &&
      isObject(value) &&
      telling.every((child) =>
        occurrencesOf(child, value, item.path).items.some((each) => this.#matches(child, each)),
      )
    );
  }
}

/** The codings of anything that can be bound to a value set. */
export function codingsOf(value: unknown): readonly Coding[] {
  if (typeof value === 'string') return [{ code: value }];
  if (!isObject(value)) return [];
  if (Array.isArray(value['coding'])) return value['coding'].filter(isObject) as readonly Coding[];
  return typeof value['code'] === 'string' ? [value as Coding] : [];
}
