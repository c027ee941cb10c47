import type { GatewayClient } from '@mhb-kit/core/gateway';

/** The page of connect mode: after the login the person decides; the answer is carried back by this page alone. */

interface Provider extends HTMLElement {
  readonly activeClient: GatewayClient | undefined;
}

const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`No #${id}`);
  return element;
};

await customElements.whenDefined('mhb-provider');
const provider = document.querySelector<Provider>('mhb-provider');
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
  if (isIn) allow.focus();
}
client.onSessionChange(show);
show();

allow.addEventListener('click', () => {
  allow.setAttribute('disabled', '');
  client.grantConnect(location.search.slice(1)).then(
    (address) => location.replace(address),
    () => {
      allow.removeAttribute('disabled');
      failure.hidden = false;
    },
  );
});
byId('deny').addEventListener('click', () => {
  // The link goes where the answer goes; the session of this page has served.
  void client.logout().catch(() => undefined);
});
