import type { CardProvider, SimulatedProvider } from '@mhb-kit/core/card';
import { simulatedProvider } from '@mhb-kit/core/card';
import {
  createAccountClient,
  createGatewayClient,
  type AccountClient,
  type GatewayClient,
} from '@mhb-kit/core/gateway';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import {
  inMemoryGateway,
  logIn,
  type InMemoryGateway,
  type InMemoryGatewayOptions,
} from '@mhb-kit/testkit/gateway';
import { lin, people, wang, type InventedPerson } from '@mhb-kit/testkit/people';
import { html, type TemplateResult } from 'lit';

/** Stories take place on a fixed day, so that they always look the same. */
export const now = new Date('2026-04-16T10:24:00+08:00');
export const clock = (): Date => now;

/** A gateway in the page, and its clients. */
export interface Service {
  readonly gateway: InMemoryGateway;
  readonly client: GatewayClient;
  readonly accounts: AccountClient;
}

/** A service with the invented people, slow enough to watch. */
export function service(options: InMemoryGatewayOptions = {}): Service {
  const pace = { latencyMs: 100, categoryMs: 250, downloadPieceMs: 250 };
  const gateway = inMemoryGateway({ people, clock, ...pace, ...options });
  return { gateway, client: createGatewayClient(gateway), accounts: createAccountClient(gateway) };
}

/** The same with a logged-in person. @param prepare what happened before the story begins */
export async function signedIn(
  options: InMemoryGatewayOptions = {},
  prepare: (gateway: InMemoryGateway) => unknown = () => undefined,
): Promise<Service> {
  const opened = service(options);
  await logIn(opened.client, lin);
  await prepare(opened.gateway);
  return opened;
}

/** A story that starts with its own service. */
export interface ServiceArgs {
  open: () => Service | Promise<Service>;
}

/** The loader of such a story. */
export const loadService = async ({
  args,
}: {
  readonly args: ServiceArgs;
}): Promise<{ readonly service: Service }> => ({ service: await args.open() });

/** The service that the loader has opened. */
export const serviceIn = ({ loaded }: { readonly loaded: Readonly<Record<string, unknown>> }): Service =>
  loaded['service'] as Service;

/** The cards that can be in the simulated reader of a story. */
export type CardInReader = 'none' | 'own' | 'another person' | 'health professional';

/** The control of a story that inserts and removes the card. */
export const cardArgType = {
  control: 'inline-radio',
  options: ['none', 'own', 'another person', 'health professional'] satisfies CardInReader[],
  description: 'The card in the simulated reader; switch it while the story runs',
} as const;

const readers = new Map<
  string,
  { readonly reader: SimulatedProvider; readonly cards: readonly CardProvider[]; card: CardInReader }
>();

/**
 * The reader of a story, with the card selected in its control; the same reader as long as the story is open.
 */
export function readerOf(storyId: string, card: CardInReader): readonly CardProvider[] {
  let known = readers.get(storyId);
  if (known === undefined) {
    const reader = simulatedProvider();
    known = { reader, cards: [reader], card: 'none' };
    readers.set(storyId, known);
  }
  if (known.card !== card) {
    known.card = card;
    if (card === 'none') known.reader.remove();
    else known.reader.insert(cards[card]());
  }
  return known.cards;
}

const cards = {
  own: () => cardOf(lin),
  'another person': () => cardOf(wang),
  'health professional': () => cardOf(lin, { behaviour: 'health-professional' }),
} as const;

/** A simulated reader with a person's card. */
export function reader(person: InventedPerson = lin): CardProvider {
  return simulatedProvider(cardOf(person));
}

export function cardOf(
  { name, nationalId, birthDate, sex, card }: InventedPerson,
  options?: Parameters<typeof virtualNhiCard>[1],
): ReturnType<typeof virtualNhiCard> {
  return virtualNhiCard({ name, nationalId, birthDate, sex, ...card }, options);
}

/** A page with a provider around the story. */
export function stage(
  client: GatewayClient | undefined,
  cards: readonly CardProvider[],
  content: TemplateResult,
  accounts?: AccountClient,
): TemplateResult {
  return html`<mhb-provider .client=${client} .accounts=${accounts} .cards=${cards}
    ><main class="stage">${content}</main></mhb-provider
  >`;
}

/** Waits for an element inside a component. */
export async function appears<T extends HTMLElement = HTMLElement>(
  canvas: HTMLElement,
  component: string,
  selector: string,
): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = canvas.querySelector(component)?.shadowRoot?.querySelector<T>(selector);
    if (found !== null && found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${selector} did not appear in <${component}>`);
}

/** Presses an element in a component as soon as it exists. */
export async function press(canvas: HTMLElement, component: string, selector: string): Promise<void> {
  (await appears(canvas, component, selector)).click();
}

/** Types into fields of a component, and leaves them like a person. */
export async function fill(
  canvas: HTMLElement,
  component: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = await appears<HTMLInputElement>(canvas, component, `#${name}`);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Waits until a component contains a string. */
export async function says(canvas: HTMLElement, component: string, words: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (canvas.querySelector(component)?.shadowRoot?.textContent.includes(words) === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`<${component}> does not say ${words}`);
}
