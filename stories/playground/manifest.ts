import type { Setting } from './snippets.js';

/** The information in the components' manifest about properties that can be typed or chosen. */

interface Field {
  readonly kind: string;
  readonly name?: string;
  readonly attribute?: string;
  readonly privacy?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly description?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Field[];
  readonly events?: readonly { readonly name?: string }[];
}

export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

export interface Control {
  readonly property: string;
  readonly attribute: string;
  readonly kind: 'boolean' | 'number' | 'text' | 'choice';
  readonly choices: readonly string[];
  readonly description: string;
}

/** The names of types that are choices. */
const named: Readonly<Record<string, readonly string[]>> = { CalendarName: ['roc', 'gregorian'] };

function controlOf({ name = '', attribute, type, description = '' }: Field): Control | undefined {
  if (attribute === undefined) return undefined;
  const parts = (type?.text ?? '').split('|').map((part) => part.trim());
  const meant = parts.filter((part) => part !== 'undefined' && part !== 'null');
  const choices = meant.flatMap((part) => named[part] ?? (part.startsWith("'") ? [part.slice(1, -1)] : []));
  const base = { property: name, attribute, choices, description };
  if (choices.length > 0) return { ...base, kind: 'choice' };
  const [only] = meant;
  if (only === 'boolean') return { ...base, kind: 'boolean' };
  if (only === 'number') return { ...base, kind: 'number' };
  return only === 'string' ? { ...base, kind: 'text' } : undefined;
}

/** The properties of a component that can be changed, and the events that it reports. */
export function describeComponent(
  manifest: Manifest,
  tag: string,
): { readonly controls: readonly Control[]; readonly events: readonly string[] } {
  const found = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === tag);
  return {
    controls: (found?.members ?? []).flatMap((field) => {
      const control = field.kind === 'field' && field.privacy !== 'private' ? controlOf(field) : undefined;
      return control === undefined ? [] : [control];
    }),
    events: (found?.events ?? []).flatMap(({ name }) => (name === undefined ? [] : [name])),
  };
}

/** A typed value as the property's. `undefined` for what means the default. */
export function valueOf(control: Control, typed: string | boolean): Setting['value'] | undefined {
  if (typed === '' || typed === false) return undefined;
  if (control.kind === 'number') return Number.isNaN(Number(typed)) ? undefined : Number(typed);
  return typed;
}

/** Components that need no gateway. */
const ALONE = ['mhb-passbook-viewer', 'mhb-getting-started', 'mhb-keypad', 'mhb-provider'];

export const needsProvider = (tag: string): boolean => !ALONE.includes(tag);
