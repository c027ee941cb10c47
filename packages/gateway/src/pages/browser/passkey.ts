import type { GatewayClient, OpenedPasskeyEnrolment, PasskeyCalls } from '@mhb-kit/core/gateway';

/**
 * The page that a phone opens by scanning the QR code on another screen. The ticket is in the URL fragment, which
 * browsers do not send to servers.
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

function show(shown: HTMLElement): void {
  for (const each of document.querySelectorAll<HTMLElement>(
    '#ask, #code, #done, #unsupported, [data-refusal]',
  ))
    each.hidden = each !== shown;
}

function fail(thrown: unknown): void {
  const { code } = thrown as { readonly code?: string };
  const all = [...document.querySelectorAll<HTMLElement>('[data-refusal]')];
  const said =
    all.find(
      ({ dataset }) => dataset['refusal'] === (code === 'challenge-expired' ? 'ticket-invalid' : code),
    ) ?? all.at(-1);
  if (said === undefined) return;
  show(said);
  // A person who only declined can try again.
  byId('ask').hidden = code !== 'passkey-not-given';
}

const ticket = new URLSearchParams(location.hash.slice(1)).get('ticket') ?? '';
history.replaceState(null, '', location.pathname);
// If the person scans a second code, it might open in the same tab, which must then reload.
addEventListener('hashchange', () => location.reload());

await customElements.whenDefined('mhb-provider');
const provider = document.querySelector<Provider>('mhb-provider');
await provider?.updateComplete;
const client = provider?.activeClient;
if (client === undefined) throw new Error('The provider has no client');

async function make(calls: PasskeyCalls, opened: OpenedPasskeyEnrolment): Promise<void> {
  const { code } = await calls.make(ticket, opened);
  if (code === null) {
    show(byId('done'));
    return;
  }
  byId('digits').textContent = code;
  show(byId('code'));
  byId('code-heading').focus();
}

async function begin(calls: PasskeyCalls): Promise<void> {
  const opened = await calls.open(ticket);
  byId('person').textContent = opened.person.name;
  if (opened.embedder !== null) byId('place').textContent = opened.embedder;
  show(byId('ask'));
  let isMaking = false;
  byId('make').addEventListener('click', () => {
    if (isMaking) return;
    isMaking = true;
    make(calls, opened)
      .catch(fail)
      .finally(() => {
        isMaking = false;
      });
  });
}

const calls = await client.passkeys();
if (await calls.available()) await begin(calls).catch(fail);
else show(byId('unsupported'));
