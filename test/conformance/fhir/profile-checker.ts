import { Codes } from './codes.js';
import type { Definitions, JsonObject, StructureDefinition } from './definitions.js';
import { ElementTrees, isNotThere, typeName, type ElementNode } from './element-tree.js';
import { Findings, FirstError, type Finding, type NotChecked } from './findings.js';
import { Invariants } from './invariants.js';
import { hasPattern, isObject, isSame, occurrencesOf, type Item } from './json-elements.js';
import { faultOfNarrative } from './narrative.js';
import { Primitives } from './primitives.js';
import { ReferenceTargets } from './reference-targets.js';
import { codingsOf, Slices, type Surroundings } from './slices.js';

/**
 * Checks resources against the snapshots of profiles: cardinality, types, fixed and pattern values, slices by
 * every kind of discriminator, bindings, codes of complete code systems, FHIRPath invariants, and the
 * profiles of referenced resources. Not checked: the order of slices, aggregation modes, the context of
 * extensions, and codes of systems that are in no package, which are counted.
 */

export interface Judgement {
  readonly findings: readonly Finding[];
  readonly errors: readonly Finding[];
  readonly notChecked: NotChecked;
}

/** Types whose code is a unit. */
const QUANTITIES = new Set(['Quantity', 'Age', 'Count', 'Distance', 'Duration']);

/** The resource of an element, and the definition used for checking. */
interface Context extends Surroundings {
  readonly root: JsonObject;
  readonly resource: JsonObject;
  readonly findings: Findings;
}

export class ProfileChecker {
  readonly #definitions: Definitions;
  readonly #trees: ElementTrees;
  readonly #codes: Codes;
  readonly #slices: Slices;
  readonly #primitives: Primitives;
  readonly #invariants: Invariants;
  readonly #keys = new WeakMap<readonly ElementNode[], ReadonlySet<string>>();
  #judged = new WeakMap<JsonObject, Map<string, readonly Finding[]>>();
  #conforming = new WeakMap<JsonObject, Map<string, boolean>>();
  #notChecked: NotChecked = new Map();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
    this.#trees = new ElementTrees(definitions);
    this.#codes = new Codes(definitions);
    this.#slices = new Slices(definitions, this.#trees, this.#codes);
    this.#primitives = new Primitives(definitions);
    this.#invariants = new Invariants(this.#codes);
  }

  /**
   * Checks a resource and everything in it against base R4 and every profile that it claims or that is given.
   */
  check(resource: JsonObject, profiles: readonly string[] = []): Judgement {
    this.#judged = new WeakMap();
    this.#conforming = new WeakMap();
    this.#notChecked = new Map();
    const all = new Findings(String(resource['resourceType']));
    const targets = new ReferenceTargets(resource);
    this.#checkResource(resource, String(resource['resourceType']), resource, targets, all, profiles);
    for (const index of targets.unreachable()) {
      all.add('reference', `Bundle.entry[${index}]`, 'is not connected with the composition by references');
    }
    const findings = all.all;
    return {
      findings,
      errors: findings.filter(({ severity }) => severity === 'error'),
      notChecked: this.#notChecked,
    };
  }

  #checkResource(
    resource: JsonObject,
    path: string,
    root: JsonObject,
    targets: ReferenceTargets,
    into: Findings,
    asked: readonly string[] = [],
  ): void {
    const type = String(resource['resourceType']);
    const profiles = [...profilesOf(resource), ...asked];
    // The snapshot of a profile contains everything in its base.
    const saysAll = profiles.some((profile) => this.#definitions.structure(profile)?.type === type);
    for (const profile of new Set(saysAll ? profiles : [type, ...profiles])) {
      for (const finding of this.#findingsOf(resource, profile, root, targets)) {
        into.take({ ...finding, path: `${path}${finding.path}` });
      }
    }
  }

  /**
   * The findings of a definition in a resource; paths are relative to it. Computed only once, no matter how
   * often it is needed.
   */
  #findingsOf(
    resource: JsonObject,
    profile: string,
    root: JsonObject,
    targets: ReferenceTargets,
  ): readonly Finding[] {
    const known = this.#judged.get(resource) ?? new Map<string, readonly Finding[]>();
    this.#judged.set(resource, known);
    const before = known.get(profile);
    if (before !== undefined) return before;
    // Resources that refer to each other would be checked endlessly.
    known.set(profile, []);
    const findings = new Findings(profile);
    this.#judge(resource, profile, root, targets, findings);
    known.set(profile, findings.all);
    return findings.all;
  }

  /** Whether a definition finds no error in a resource; the first error is enough. */
  #conforms(resource: JsonObject, profile: string, root: JsonObject, targets: ReferenceTargets): boolean {
    // Claimed profiles are checked completely anyway.
    const judged = profilesOf(resource).includes(profile)
      ? this.#findingsOf(resource, profile, root, targets)
      : this.#judged.get(resource)?.get(profile);
    if (judged !== undefined) return judged.every(({ severity }) => severity !== 'error');
    const known = this.#conforming.get(resource) ?? new Map<string, boolean>();
    this.#conforming.set(resource, known);
    const before = known.get(profile);
    if (before !== undefined) return before;
    known.set(profile, true);
    try {
      this.#judge(resource, profile, root, targets, new Findings(profile, { endsAtFirst: true }));
    } catch (error) {
      if (!(error instanceof FirstError)) throw error;
      known.set(profile, false);
    }
    return known.get(profile) === true;
  }

  #judge(
    resource: JsonObject,
    profile: string,
    root: JsonObject,
    targets: ReferenceTargets,
    findings: Findings,
  ): void {
    const structure = this.#definitions.structure(profile);
    if (structure === undefined) {
      this.#couldNotCheck(profile);
      if (!profile.includes(':')) findings.add('type', '', `${profile} is no type of resource`);
      else if (this.#definitions.isOfGuide(profile)) {
        findings.add('profile', '', `the guide has no profile ${profile}`);
      }
      return;
    }
    if (structure.type !== resource['resourceType'] && structure.type !== 'Resource') {
      const message = `is a ${String(resource['resourceType'])}, and ${profile} is of ${structure.type}`;
      findings.add('profile', '', message);
      return;
    }
    const context: Context = {
      root,
      resource,
      findings,
      resolve: (reference) => targets.find(resource, reference),
      conforms: (other, wanted) => this.#conforms(other, wanted, root, targets),
    };
    const item: Item = { value: resource, type: structure.type, path: '' };
    this.#checkInvariants(this.#trees.root(structure), item, context);
    this.#checkChildren(this.#trees.root(structure), item, context, targets);
  }

  #checkChildren(node: ElementNode, item: Item, context: Context, targets: ReferenceTargets): void {
    const object = isObject(item.value) ? item.value : (item.extra ?? {});
    const isPrimitive = !isObject(item.value);
    const children = this.#trees.childrenOf(node, item.type);
    for (const child of children) {
      if (isNotThere(child, object)) continue;
      // The value of a primitive is in the item itself.
      if (isPrimitive && child.name === 'value') continue;
      const { items, fault } = occurrencesOf(child, object, item.path);
      if (fault !== null) context.findings.add('json', `${item.path}.${child.name}`, fault);
      this.#checkCount(child, items.length, `${item.path}.${child.name}`, context, 'cardinality');
      for (const each of items) this.#checkItem(child, each, context, targets);
      if (child.slices.length > 0) this.#checkSlices(child, items, item.path, context, targets);
    }
    const known = this.#namesOf(children);
    for (const key of Object.keys(object)) {
      if (!known.has(key))
        context.findings.add('unknown-element', `${item.path}.${key}`, 'is not an element here');
    }
  }

  /** All keys that an object with these elements may have. */
  #namesOf(children: readonly ElementNode[]): ReadonlySet<string> {
    const before = this.#keys.get(children);
    if (before !== undefined) return before;
    const keys = new Set(['resourceType']);
    for (const { key, beside } of children.flatMap(({ names }) => names)) keys.add(key).add(beside);
    this.#keys.set(children, keys);
    return keys;
  }

  #checkCount(
    { definition, ...node }: ElementNode,
    count: number,
    path: string,
    { findings }: Context,
    rule: 'cardinality' | 'slicing',
  ): void {
    const { min = 0, max = '*', sliceName } = definition;
    const what = sliceName === undefined ? node.name : `slice ${sliceName}`;
    if (count < min) findings.add(rule, path, `${what} is there ${count} times, at least ${min} wanted`);
    if (max !== '*' && count > Number(max)) {
      findings.add(rule, path, `${what} is there ${count} times, at most ${max} allowed`);
    }
  }

  #checkSlices(
    node: ElementNode,
    items: readonly Item[],
    parentPath: string,
    context: Context,
    targets: ReferenceTargets,
  ): void {
    const counts = new Map<ElementNode, number>();
    for (const item of items) {
      const slice = this.#slices.sliceOf(node, item, context);
      if (slice !== undefined) {
        counts.set(slice, (counts.get(slice) ?? 0) + 1);
        this.#checkItem(slice, item, context, targets);
      } else if (node.definition.slicing?.rules === 'closed') {
        context.findings.add('slicing', item.path, `fits none of the slices of ${node.definition.path}`);
      }
    }
    if (items.some((item) => this.#slices.isUndecided(node, item, context))) {
      this.#couldNotCheck(`slices of ${node.definition.path}`);
      return;
    }
    for (const slice of node.slices) {
      this.#checkCount(slice, counts.get(slice) ?? 0, `${parentPath}.${node.name}`, context, 'slicing');
    }
  }

  #checkItem(node: ElementNode, item: Item, context: Context, targets: ReferenceTargets): void {
    const { definition } = node;
    const { findings } = context;
    const { value, path, type } = item;
    this.#checkPrescribed(node, item, findings);
    if (type === undefined || !this.#isResource(type)) {
      if (value !== undefined && type !== undefined && this.#primitives.isPrimitive(type)) {
        const fault =
          this.#primitives.faultOf(type, value) ?? (type === 'xhtml' ? faultOfNarrative(value) : null);
        if (fault !== null) findings.add(type === 'xhtml' ? 'narrative' : 'primitive', path, fault);
      } else if (value !== undefined && !isObject(value)) {
        findings.add('json', path, 'is not an object');
        return;
      }
      if (isObject(value) && Object.keys(value).length === 0) findings.add('json', path, 'is empty');
      this.#checkLength(node, item, findings);
      this.#checkInvariants(node, item, context);
      this.#checkBinding(node, item, findings);
      if (type === 'Coding' || QUANTITIES.has(type ?? '')) this.#checkCode(item, findings);
      if (type === 'Reference') this.#checkReference(node, item, context, targets);
      this.#checkChildren(node, item, context, targets);
      this.#checkProfilesOfType(node, item, context, targets);
    } else if (isObject(value)) {
      const profiles = (definition.type ?? []).flatMap(({ profile = [] }) => profile);
      this.#checkResource(value, path, context.root, targets, findings, profiles);
    }
  }

  #isResource(type: string): boolean {
    return this.#definitions.structure(type)?.kind === 'resource';
  }

  #checkPrescribed({ fixed, pattern }: ElementNode, { value, path }: Item, findings: Findings): void {
    if (fixed !== undefined && !isSame(value, fixed))
      findings.add('fixed', path, `is not ${JSON.stringify(fixed)}`);
    if (pattern !== undefined && !hasPattern(value, pattern)) {
      findings.add('pattern', path, `has not ${JSON.stringify(pattern)}`);
    }
  }

  #checkLength({ definition: { maxLength } }: ElementNode, { value, path }: Item, findings: Findings): void {
    if (maxLength !== undefined && typeof value === 'string' && [...value].length > maxLength) {
      findings.add('length', path, `has more than ${maxLength} characters`);
    }
  }

  #checkInvariants({ definition }: ElementNode, item: Item, context: Context): void {
    const { value, type, path } = item;
    if (value === undefined) return;
    const { findings, resource, root, resolve } = context;
    const isNamed = type !== undefined && !['BackboneElement', 'Element'].includes(type);
    const base = isNamed ? type : (definition.base?.path ?? definition.path);
    for (const constraint of definition.constraint ?? []) {
      const subject = { value, base, resource, root, resolve };
      if (!this.#invariants.holds(constraint, subject)) {
        findings.add('invariant', path, `${constraint.key}: ${constraint.human}`, constraint.severity);
      }
    }
    if (type === 'Extension' && isObject(value)) {
      const hasValue = Object.keys(value).some((key) => /^_?value/.test(key));
      if (hasValue === (value['extension'] !== undefined)) {
        findings.add('invariant', path, 'ext-1: an extension has either extensions or a value');
      }
    }
  }

  #checkBinding(
    { definition: { binding } }: ElementNode,
    { value, path, type }: Item,
    findings: Findings,
  ): void {
    const url = binding?.valueSet;
    if (url === undefined || value === undefined) return;
    if (binding?.strength !== 'required' && binding?.strength !== 'extensible') return;
    const isRequired = binding.strength === 'required';
    const codings = codingsOf(value);
    if (codings.length === 0) {
      if (isRequired && type === 'CodeableConcept') findings.add('binding', path, `has no code of ${url}`);
      return;
    }
    const memberships = codings.map((coding) => this.#codes.inValueSet(url, coding));
    if (memberships.includes('in')) return;
    if (memberships.includes('unknown')) {
      this.#couldNotCheck(url);
      return;
    }
    const given = codings.map(({ system, code }) => [system, code].filter(Boolean).join('#')).join(', ');
    findings.add('binding', path, `${given} is not in ${url}`, isRequired ? 'error' : 'warning');
  }

  #checkCode({ value, path }: Item, findings: Findings): void {
    if (!isObject(value)) return;
    const { system, code } = value;
    if (typeof system !== 'string' || typeof code !== 'string') return;
    switch (this.#codes.inSystem(system, code)) {
      case 'out':
        findings.add('code', path, `${system} has no code “${code}”`);
        break;
      case 'unknown':
        this.#couldNotCheck(system);
        break;
      case 'in':
        if (!this.#codes.isDisplayOf(value)) {
          findings.add(
            'display',
            path,
            `${system}#${code} is not called “${String(value['display'])}”`,
            'warning',
          );
        }
    }
  }

  #checkReference(
    { definition }: ElementNode,
    { value, path }: Item,
    context: Context,
    targets: ReferenceTargets,
  ): void {
    const reference = isObject(value) ? value['reference'] : undefined;
    if (typeof reference !== 'string') return;
    const wanted = (definition.type ?? []).flatMap(({ targetProfile = [] }) => targetProfile);
    const target = context.resolve(reference);
    if (target === undefined) {
      if (targets.mustResolve(reference))
        context.findings.add('reference', path, `leads nowhere: ${reference}`);
      this.#checkNamedType(reference, wanted, path, context.findings);
      return;
    }
    if (wanted.length === 0 || wanted.some((profile) => this.#isOf(target, profile, context))) return;
    const why = this.#findingsOf(target, wanted[0] ?? '', context.root, targets)
      .filter(({ severity }) => severity === 'error')
      .slice(0, 2)
      .map((finding) => `${finding.path} ${finding.message}`);
    const names = wanted.map((url) => url.slice(url.lastIndexOf('/') + 1)).join(', ');
    context.findings.add(
      'reference',
      path,
      `leads to a ${String(target['resourceType'])} that is none of ${names}${why.length === 0 ? '' : ` (${why.join('; ')})`}`,
    );
  }

  #isOf(target: JsonObject, profile: string, { conforms }: Context): boolean {
    const structure = this.#definitions.structure(profile);
    if (structure === undefined || structure.type === 'Resource') return true;
    if (structure.type !== target['resourceType']) return false;
    // It is checked at its own place by its base type and its claimed profiles.
    return (
      structure.derivation !== 'constraint' ||
      profilesOf(target).includes(profile) ||
      conforms(target, profile)
    );
  }

  /** For a resource elsewhere, only the type in its URL is known. */
  #checkNamedType(reference: string, wanted: readonly string[], path: string, findings: Findings): void {
    const named = /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}$/.exec(reference)?.[1];
    if (named === undefined || wanted.length === 0 || this.#definitions.structure(named) === undefined)
      return;
    const types = wanted.map((url) => this.#definitions.structure(url)?.type);
    if (types.some((type) => type === undefined || type === 'Resource' || type === named)) return;
    findings.add('reference', path, `names a ${named}; allowed are ${types.join(', ')}`);
  }

  /** Profiles of data types, including extensions. One of several is enough. */
  #checkProfilesOfType(node: ElementNode, item: Item, context: Context, targets: ReferenceTargets): void {
    const named = (node.definition.type ?? [])
      .filter((type) => typeName(type) === item.type)
      .flatMap(({ profile = [] }) => profile);
    const url = item.type === 'Extension' && isObject(item.value) ? String(item.value['url']) : '';
    // Names inside a complex extension are local to it.
    if (url.includes(':')) named.push(url);
    const structures: StructureDefinition[] = [];
    for (const each of new Set(named)) {
      const structure = this.#definitions.structure(each);
      if (structure === undefined) this.#couldNotCheck(each);
      else if (structure !== node.structure) structures.push(structure);
    }
    const attempts = structures.map((structure) => {
      const findings = new Findings(structure.url);
      const root = this.#trees.root(structure);
      this.#checkInvariants(root, item, { ...context, findings });
      this.#checkPrescribed(root, item, findings);
      this.#checkBinding(root, item, findings);
      this.#checkChildren(root, item, { ...context, findings }, targets);
      return findings;
    });
    const best = attempts.find(({ hasErrors }) => !hasErrors) ?? attempts[0];
    for (const finding of best?.all ?? []) context.findings.take(finding);
  }

  #couldNotCheck(url: string): void {
    this.#notChecked.set(url, (this.#notChecked.get(url) ?? 0) + 1);
  }
}

/** The profiles that a resource claims to conform to. */
function profilesOf({ meta }: JsonObject): readonly string[] {
  return isObject(meta) && Array.isArray(meta['profile']) ? (meta['profile'] as string[]) : [];
}
