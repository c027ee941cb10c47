import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBridge, loadDeviceKey, systemPcscPort, virtualPcscPort } from '@mhb-kit/card-bridge';
import { runAll } from '@mhb-kit/core/calls';
import { DEFAULT_BRIDGE_PORTS } from '@mhb-kit/core/card';
import { createDevelopmentOutbox, createGateway } from '@mhb-kit/gateway';
import { lin, people, virtualNhiCard } from '@mhb-kit/testkit';
import { certificateCard, DEMONSTRATION_PIN } from './certificate-card.mjs';
import { startPortal } from './hospital-portal/server.mjs';
import { startHelper } from './municipal-kiosk/machine/helper.mjs';
import { startKioskSite } from './municipal-kiosk/server.mjs';
import { inventedRecords } from './invented-records.mjs';

/**
 * Gateway, card bridge and hospital portal in one process: what a clinic could run on one machine, with
 * invented people.
 */

/**
 * @typedef {object} ServiceOptions
 * @property {string} dataDirectory
 * @property {number} portalPort 0 uses a free port
 * @property {number} gatewayPort 0 uses a free port
 * @property {import('@mhb-kit/card-bridge').PcscPort} [readers] the readers; a simulated one by default
 * @property {readonly import('@mhb-kit/testkit').InventedPerson[]} [registered] the people with an account;
 *   all by default
 * @property {readonly import('@mhb-kit/testkit').InventedPerson[]} [reachable] those of them who have an e-mail
 *   address and a mobile number, to which codes are sent; nobody by default
 * @property {import('@mhb-kit/testkit').InventedPerson} [certificateOf] whose Citizen Digital Certificate lies in
 *   the tray of the simulated reader; nobody's by default
 * @property {KioskTrial} [kiosk] also start the municipal office's kiosk
 * @property {readonly { id: string, name: string, origin: string }[]} [guests] further sites of the operator,
 *   which log people in themselves
 */

/**
 * @typedef {object} KioskTrial
 * @property {number} port 0 uses a free port
 * @property {string} [helper] address of a kiosk's helper; by default a helper runs here, with a folder as
 *   the stick
 * @property {number} [idleSeconds]
 * @property {number} [warningSeconds]
 */

/** @param {import('@mhb-kit/testkit').InventedPerson} person */
const contactOf = ({ householdNumber, registeredAddress, mobile, email }) => ({
  householdNumber,
  registeredAddress,
  telephone: null,
  mobile,
  email,
  alternateEmail: null,
});

/** The name shows that it is simulated, wherever it appears. */
const SIMULATED_READER = 'Simulated reader';

/** @param {import('@mhb-kit/testkit').InventedPerson} person */
export const cardOf = ({ nationalId, name, birthDate, sex, card }) =>
  virtualNhiCard({ nationalId, name, birthDate, sex, ...card });

/** A running PC/SC service lists its readers one after the other. */
const READERS_LISTED_MS = 1500;

/** The readers of this machine, or `null` if no PC/SC service runs or no reader is connected. */
export async function machineReaders() {
  const port = systemPcscPort();
  const found = await new Promise((resolve, reject) => {
    const answer = (/** @type {import('@mhb-kit/card-bridge').PcscSnapshot} */ { service, readers }) => {
      if (service !== 'running') resolve(false);
      else if (readers.length > 0) resolve(true);
    };
    setTimeout(() => resolve(false), READERS_LISTED_MS);
    port.start(answer).catch(reject);
  });
  await port.stop();
  return found ? port : null;
}

/** A free port if none was chosen. Passkeys are bound to the address, which must therefore be known at the start. */
async function portOr(/** @type {number} */ asked) {
  if (asked !== 0) return asked;
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** A name that is the same in both languages. @param {string} name */
const same = (name) => ({ zh: name, en: name });

const CERTIFICATE = 'certificate';
/** A chip that is no NHI card: only PKCS#11 can use it. */
const certificateChip = () => virtualNhiCard({ ...lin, ...lin.card }, { behaviour: 'health-professional' });

/**
 * A virtual reader, and a tray of cards for it.
 * @param {readonly import('@mhb-kit/testkit').InventedPerson[]} registered
 * @param {import('@mhb-kit/testkit').InventedPerson | undefined} certified
 */
function simulatedReader(registered, certified) {
  const trays = [
    ...people.map((person) => ({
      id: person.card.cardNumber,
      label: registered.includes(person)
        ? same(person.name)
        : { zh: `${person.name}（未註冊）`, en: `${person.name} (not registered)` },
      card: () => cardOf(person),
    })),
    ...(certified === undefined
      ? []
      : [
          {
            id: CERTIFICATE,
            label: {
              zh: `${certified.name}的自然人憑證`,
              en: `Citizen Digital Certificate of ${certified.name}`,
            },
            card: certificateChip,
          },
        ]),
    {
      id: 'health-professional',
      label: { zh: '醫事人員卡', en: 'Health professional card' },
      card: () => virtualNhiCard({ ...lin, ...lin.card }, { behaviour: 'health-professional' }),
    },
    { id: 'none', label: { zh: '（無卡片）', en: '(no card)' }, card: () => null },
  ];
  const readers = virtualPcscPort({ [SIMULATED_READER]: cardOf(lin) });
  let inserted = lin.card.cardNumber;
  return {
    cards: readers,
    hasCertificate: () => inserted === CERTIFICATE,
    tray: {
      cards: trays.map(({ id, label }) => ({ id, label })),
      inserted: () => inserted,
      /** @param {string} id */
      insert(id) {
        readers.remove(SIMULATED_READER);
        const card = trays.find((one) => one.id === id)?.card() ?? null;
        if (card !== null) readers.insert(SIMULATED_READER, card);
        inserted = id;
      },
    },
  };
}

/**
 * The kiosk's site. Its own address is needed first, because the helper answers no other page.
 * @param {KioskTrial} trial @param {{ gateway: string, bridgePorts: readonly number[] }} settings @param {string} stick
 */
async function startKiosk({ port, helper, idleSeconds = 90, warningSeconds = 30 }, settings, stick) {
  const kioskSettings = {
    get gateway() {
      return settings.gateway;
    },
    bridgePorts: settings.bridgePorts,
    helper: helper ?? '',
    idleSeconds,
    warningSeconds,
  };
  const site = await startKioskSite({ port, settings: kioskSettings });
  if (helper !== undefined) return site;
  await mkdir(stick, { recursive: true });
  const own = await startHelper({
    port: 0,
    origin: site.url,
    stick,
    mustBeMounted: false,
    // The page restarts by itself; a visitor's own browser must not be closed.
    onEnd: () => undefined,
  });
  kioskSettings.helper = `http://127.0.0.1:${own.port}`;
  return {
    url: site.url,
    stop: async () => {
      await own.stop();
      await site.stop();
    },
  };
}

/** @param {ServiceOptions} options */
export async function startServices({
  dataDirectory,
  portalPort,
  gatewayPort,
  readers,
  registered = people,
  reachable = [],
  certificateOf,
  kiosk: trial,
  guests = [],
}) {
  /** @type {(() => Promise<unknown>)[]} */
  const stopping = [];
  const stop = () => runAll(stopping.splice(0).reverse());
  try {
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    const { cards, tray, hasCertificate } =
      readers === undefined
        ? simulatedReader(registered, certificateOf)
        : { cards: readers, tray: null, hasCertificate: () => false };
    const certificate =
      tray === null || certificateOf === undefined
        ? null
        : await certificateCard(dataDirectory, certificateOf);
    const outbox = createDevelopmentOutbox();
    /** The bridge starts after the page that asks for its link. @type {() => Promise<string>} */
    let browserLink = () => Promise.resolve('/');

    // The gateway's configuration needs the sites' addresses, so the sites start first; they do not call the
    // gateway before.
    const settings = { gateway: '', bridgePorts: DEFAULT_BRIDGE_PORTS };
    const portal = await startPortal({
      port: portalPort,
      settings,
      tray,
      messages: () => outbox.messages,
      certificate: certificate === null ? null : { pin: DEMONSTRATION_PIN, browserLink: () => browserLink() },
    });
    stopping.push(portal.stop);

    const kiosk =
      trial === undefined ? null : await startKiosk(trial, settings, join(dataDirectory, 'stick'));
    if (kiosk !== null) stopping.push(kiosk.stop);
    // The operator's own sites, which ask for the password themselves. The hospital's does not: it sends
    // people to the gateway.
    const own = [
      ...(kiosk === null
        ? []
        : [
            {
              id: 'kiosk',
              name: '青田鎮公所',
              origin: kiosk.url,
              sharedComputers: true,
              scopes: /** @type {const} */ (['requests', 'archives', 'account']),
            },
          ]),
      ...guests,
    ];

    const bridgeDirectory = join(dataDirectory, 'card-bridge');
    const { publicJwk } = await loadDeviceKey(bridgeDirectory);
    const port = await portOr(gatewayPort);
    const gateway = createGateway({
      dataDirectory: join(dataDirectory, 'gateway'),
      port,
      publicUrl: `http://localhost:${port}`,
      recordSource: inventedRecords(),
      // People register at the kiosk; messages are stored for the developer to read.
      registration: { sender: outbox, register: 'records' },
      // At the kiosk, people add their phones, with which they log in on the gateway's own page afterwards.
      passkeys: {},
      contentFolder: fileURLToPath(new URL('../packages/gateway/content', import.meta.url)),
      ...(certificate === null ? {} : { certificates: certificate.options }),
      embedders: [
        { id: 'mingde', name: '明德綜合醫院', origins: [portal.url], redirectUris: [`${portal.url}/`] },
        ...own.map(({ id, name, origin, ...site }) => ({
          id,
          name,
          origins: [origin],
          login: /** @type {const} */ (['direct']),
          ...site,
        })),
      ],
      bridges: [{ name: 'demonstration', publicJwk }],
      // Developers log in and make requests all day.
      limits: {
        requestsPerDay: 1_000,
        messagesPerDay: { unproved: 1_000, codes: 1_000, notices: 3_000, person: 3_000 },
      },
    });
    await gateway.start();
    stopping.push(() => gateway.stop());
    settings.gateway = gateway.url;

    // Cards are read on the gateway's page for the hospital, so the bridge serves that page, and never the
    // hospital's.
    const bridge = await createBridge({
      pcsc: cards,
      dataDir: bridgeDirectory,
      ...(certificate === null ? {} : { certificateCards: certificate.cards(hasCertificate) }),
      origins: [gateway.url, ...own.map(({ origin }) => origin)].map((origin) => ({
        origin,
        consent: /** @type {const} */ ('enrolled'),
      })),
    });
    await bridge.start();
    browserLink = () => bridge.browserLink();
    stopping.push(() => bridge.stop());

    for (const person of registered) {
      const { nationalId, name, card, password } = person;
      await gateway.activateAccount({
        nationalId,
        name,
        cardNumber: card.cardNumber,
        password,
        ...(reachable.includes(person) ? { contact: contactOf(person) } : {}),
      });
    }
    return { portal, kiosk, gateway, bridge, outbox, simulated: tray !== null, stop };
  } catch (error) {
    await stop().catch(console.error);
    throw error;
  }
}
