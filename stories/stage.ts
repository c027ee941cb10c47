import type { CardProvider } from '@mhb-kit/core/card';
import { simulatedProvider } from '@mhb-kit/core/card';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { InMemoryGatewayClient, type InMemoryClientOptions } from '@mhb-kit/testkit/gateway';
import { lin, people, type InventedPerson } from '@mhb-kit/testkit/people';
import { html, type TemplateResult } from 'lit';

/** Stories happen on one day, so that they look the same tomorrow. */
export const now = new Date('2026-04-16T10:24:00+08:00');
export const clock = (): Date => now;

/** A gateway in the page, quick enough to watch. */
export function gateway(options: Partial<InMemoryClientOptions> = {}): InMemoryGatewayClient {
  return new InMemoryGatewayClient({ people, clock, stepMs: 250, ...options });
}

/** The same with somebody logged in. */
export function signedIn(options: Partial<InMemoryClientOptions> = {}): InMemoryGatewayClient {
  const client = gateway(options);
  client.signIn(lin);
  return client;
}

/** A simulated reader with somebody's card in it. */
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
  client: GatewayClient,
  cards: readonly CardProvider[],
  content: TemplateResult,
): TemplateResult {
  return html`<mhb-provider .client=${client} .cards=${cards}
    ><main class="stage">${content}</main></mhb-provider
  >`;
}
