import type { JsonObject } from './definitions.js';
import { isObject } from './json-elements.js';

/** Targets of references: in a bundle by full URL or relative address, or among contained resources. */
export class ReferenceTargets {
  readonly #byUrl = new Map<string, JsonObject>();
  readonly #root: JsonObject;
  /** The resources of a bundle, in their order. */
  readonly #resources: readonly (JsonObject | undefined)[];

  constructor(root: JsonObject) {
    this.#root = root;
    const isBundle = root['resourceType'] === 'Bundle' && Array.isArray(root['entry']);
    const entries = isBundle ? (root['entry'] as readonly unknown[]).filter(isObject) : [];
    this.#resources = entries.map(({ resource }) => (isObject(resource) ? resource : undefined));
    for (const { fullUrl, resource } of entries) {
      if (!isObject(resource)) continue;
      if (typeof fullUrl === 'string') this.#byUrl.set(fullUrl, resource);
      const relative = `${String(resource['resourceType'])}/${String(resource['id'])}`;
      if (!this.#byUrl.has(relative)) this.#byUrl.set(relative, resource);
    }
  }

  find(from: JsonObject, reference: string): JsonObject | undefined {
    if (reference === '#') return from;
    if (!reference.startsWith('#')) return this.#byUrl.get(reference.replace(/\/_history\/.*$/, ''));
    const contained = Array.isArray(from['contained']) ? from['contained'].filter(isObject) : [];
    return contained.find(({ id }) => id === reference.slice(1));
  }

  /** A UUID has no meaning outside its bundle, and `#id` none outside its resource. */
  mustResolve(reference: string): boolean {
    const isBundle = this.#root['resourceType'] === 'Bundle';
    return reference.startsWith('#') || (isBundle && reference.startsWith('urn:uuid:'));
  }

  /**
   * The numbers of a document's entries that no chain of references in either direction connects with its
   * composition.
   */
  unreachable(): readonly number[] {
    const [composition] = this.#resources;
    if (this.#root['type'] !== 'document' || composition === undefined) return [];
    const neighbours = new Map<JsonObject, Set<JsonObject>>();
    const join = (from: JsonObject, to: JsonObject): void => {
      neighbours.set(from, (neighbours.get(from) ?? new Set<JsonObject>()).add(to));
    };
    for (const resource of this.#resources) {
      if (resource === undefined) continue;
      for (const target of this.#targetsIn(resource, resource)) {
        join(resource, target);
        join(target, resource);
      }
    }
    const reached = new Set([composition]);
    // Iterating over a set includes members that are added meanwhile.
    for (const resource of reached) {
      for (const neighbour of neighbours.get(resource) ?? []) reached.add(neighbour);
    }
    return this.#resources.flatMap((each, index) => (each === undefined || reached.has(each) ? [] : [index]));
  }

  #targetsIn(value: unknown, resource: JsonObject): readonly JsonObject[] {
    if (Array.isArray(value)) return value.flatMap((each: unknown) => this.#targetsIn(each, resource));
    if (!isObject(value)) return [];
    const { reference } = value;
    const target = typeof reference === 'string' ? this.find(resource, reference) : undefined;
    const below = Object.values(value).flatMap((each) => this.#targetsIn(each, resource));
    return target === undefined ? below : [target, ...below];
  }
}
