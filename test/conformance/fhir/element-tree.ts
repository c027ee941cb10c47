import type { Definitions, ElementDefinition, StructureDefinition, TypeReference } from './definitions.js';

/** A snapshot as a tree: each element with its children and, if it is sliced, its slices. */

/** The extensions of a primitive are stored under `beside`. */
export interface ElementName {
  readonly key: string;
  readonly beside: string;
  readonly type: string | undefined;
}

export interface ElementNode {
  readonly definition: ElementDefinition;
  /** As in JSON, without the `[x]` of a choice of types. */
  readonly name: string;
  readonly children: readonly ElementNode[];
  readonly slices: readonly ElementNode[];
  readonly structure: StructureDefinition;
  /** The values of `fixed[x]` and `pattern[x]`. */
  readonly fixed: unknown;
  readonly pattern: unknown;
  /** The possible names of an occurrence in JSON, each with its type. */
  readonly names: readonly ElementName[];
}

interface GrowingNode extends ElementNode {
  readonly children: ElementNode[];
  readonly slices: ElementNode[];
}

export class ElementTrees {
  readonly #definitions: Definitions;
  readonly #trees = new Map<StructureDefinition, ReadonlyMap<string, ElementNode>>();

  readonly #children = new Map<ElementNode, Map<string | undefined, readonly ElementNode[]>>();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  root(structure: StructureDefinition): ElementNode {
    const root = this.#nodes(structure).get(structure.type);
    if (root === undefined) throw new Error(`${structure.url} has no snapshot.`);
    return root;
  }

  #nodes(structure: StructureDefinition): ReadonlyMap<string, ElementNode> {
    const known = this.#trees.get(structure);
    if (known !== undefined) return known;
    const nodes = growTree(structure);
    this.#trees.set(structure, nodes);
    return nodes;
  }

  /**
   * The elements below an element of a type: in its own snapshot, in the one that it refers to, or in the
   * type's definition.
   */
  childrenOf(node: ElementNode, type: string | undefined): readonly ElementNode[] {
    const byType = this.#children.get(node) ?? new Map<string | undefined, readonly ElementNode[]>();
    this.#children.set(node, byType);
    const known = byType.get(type);
    if (known !== undefined) return known;
    const children = this.#findChildren(node, type);
    byType.set(type, children);
    return children;
  }

  #findChildren(node: ElementNode, type: string | undefined): readonly ElementNode[] {
    const { contentReference } = node.definition;
    if (contentReference !== undefined) {
      const target = this.#nodes(node.structure).get(
        contentReference.slice(contentReference.indexOf('#') + 1),
      );
      return target === undefined ? [] : this.childrenOf(target, type);
    }
    const structure = type === undefined ? undefined : this.#definitions.structure(type);
    // A snapshot may contain only what it restricts, such as the extensions of a choice of types.
    const named = new Set(node.children.map(({ name }) => name));
    const ofType = structure === undefined ? [] : this.root(structure).children;
    return [...node.children, ...ofType.filter(({ name }) => !named.has(name))];
  }
}

function growTree(structure: StructureDefinition): ReadonlyMap<string, ElementNode> {
  const nodes = new Map<string, GrowingNode>();
  for (const definition of structure.snapshot.element) {
    const steps = definition.id.split('.');
    const [step = '', slice] = (steps.at(-1) ?? '').split(':');
    const node: GrowingNode = {
      definition,
      name: step.replace('[x]', ''),
      children: [],
      slices: [],
      structure,
      fixed: valueOf(definition, 'fixed'),
      pattern: valueOf(definition, 'pattern'),
      names: namesOf(step, definition),
    };
    nodes.set(definition.id, node);
    const parent = steps.slice(0, -1).join('.');
    if (slice === undefined) nodes.get(parent)?.children.push(node);
    else nodes.get([...(parent === '' ? [] : [parent]), step].join('.'))?.slices.push(node);
  }
  return nodes;
}

const FHIR_TYPE = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type';

/**
 * The name of a type. Ids and URLs name a type of FHIRPath, with an extension that states their type in FHIR.
 */
export function typeName({ code, extension }: TypeReference): string {
  if (!code.startsWith('http://hl7.org/fhirpath/')) return code;
  const told = extension?.find(({ url }) => url === FHIR_TYPE)?.['valueUrl'];
  return typeof told === 'string' ? told : 'string';
}

function valueOf(definition: ElementDefinition, kind: 'fixed' | 'pattern'): unknown {
  const key = Object.keys(definition).find((name) => name.startsWith(kind));
  return key === undefined ? undefined : definition[key];
}

/** A choice of types has a name for each of them: `valueQuantity`, `valueString`. */
function namesOf(step: string, { type = [] }: ElementDefinition): readonly ElementName[] {
  const types = [...new Set(type.map(typeName))];
  if (!step.endsWith('[x]')) return [{ key: step, beside: `_${step}`, type: types[0] }];
  return types.map((each) => {
    const key = `${step.slice(0, -3)}${each.slice(0, 1).toUpperCase()}${each.slice(1)}`;
    return { key, beside: `_${key}`, type: each };
  });
}

/** Whether an object can be skipped for an element: it is missing and not required. */
export function isNotThere(node: ElementNode, object: Readonly<Record<string, unknown>>): boolean {
  for (const { key, beside } of node.names) {
    if (object[key] !== undefined || object[beside] !== undefined) return false;
  }
  return !isWanted(node) && !node.slices.some(isWanted);
}

const isWanted = ({ definition: { min = 0 } }: ElementNode): boolean => min > 0;
