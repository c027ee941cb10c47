import type { CardProvider } from '@mhb-kit/core/card';
import type { AccountClient, GatewayClient } from '@mhb-kit/core/gateway';
import { createContext } from '@lit/context';
import type { Translations } from './translations.js';

/** What `<mhb-provider>` gives to the components inside it. */
export interface Provided {
  readonly client: GatewayClient | undefined;
  readonly accounts: AccountClient | undefined;
  readonly cards: readonly CardProvider[];
  readonly translations: Translations;
  /** On a shared computer. */
  readonly kiosk: boolean;
}

export const providedContext = createContext<Provided>(Symbol.for('@mhb-kit/provided'));
