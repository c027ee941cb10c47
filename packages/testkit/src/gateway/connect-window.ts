import { relayConnectAnswer } from '@mhb-kit/core/gateway';
import type { InMemoryGateway } from './in-memory-gateway.js';

/** The person's decision in the connect-mode window. */
export type ConnectDecision = { readonly nationalId: string } | 'refuse' | 'leave open';

/**
 * Replaces `window.open`, so that connect mode uses the in-memory gateway instead of a popup with the gateway's
 * page. As with a real popup, the response returns through the page at the redirect address.
 * @returns A function that restores `window.open`.
 */
export function replaceConnectWindow(
  gateway: Pick<InMemoryGateway, 'answerConnect'>,
  decision: ConnectDecision,
): () => void {
  const { open, close } = window;
  const answer = (address: string): void => {
    if (decision === 'leave open') return;
    const person = decision === 'refuse' ? null : decision;
    const href = gateway.answerConnect(new URL(address).search, person);
    // The page at the redirect address closes its window. In a test, that would be this page's own window.
    window.close = () => undefined;
    relayConnectAnswer(href);
    window.close = close;
  };
  window.open = () => ({ close: () => undefined, location: { replace: answer } }) as unknown as Window;
  return () => {
    window.open = open;
  };
}
