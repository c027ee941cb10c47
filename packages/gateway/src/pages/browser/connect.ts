import type { GatewayClient } from '@mhb-kit/core/gateway';
import { armedClicks } from './armed-button.js';

/**
 * The page for connect mode, on which a person who has logged in grants or refuses access. Only this page can
 * report the decision to the website.
 */

interface Provider extends HTMLElement {
  /** Resolves when the provider has created its client. */
  readonly updateComplete: Promise<boolean>;
  readonly activeClient: GatewayClient | undefined;
}

const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`No #${id}`);
  return element;
};

await customElements.whenDefined('mhb-provider');
const provider = document.querySelector<Provider>('mhb-provider');
await provider?.updateComplete;
const client = provider?.activeClient;
if (client === undefined) throw new Error('The provider has no client');

const login = byId('login');
const consent = byId('consent');
const allow = byId('allow');
const failure = byId('failure');

function show(): void {
  const isIn = client?.session !== null;
  login.hidden = isIn;
  consent.hidden = !isIn;
  allow.hidden = !isIn;
  // The button must not get the focus, because an Enter key intended for the login would then give consent
  // before the text has been read.
  if (isIn) byId('consent-heading').focus();
}
client.onSessionChange(show);
show();

let isSent = false;
armedClicks(allow, () => {
  if (isSent) return;
  isSent = true;
  client.grantConnect(location.search.slice(1)).then(
    (address) => location.replace(address),
    () => {
      isSent = false;
      failure.hidden = false;
    },
  );
});
byId('deny').addEventListener('click', () => {
  // The link leads back to the website, so the session of this page is no longer needed.
  void client.logout().catch(() => undefined);
});
