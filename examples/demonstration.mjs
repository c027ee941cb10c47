import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeError, toMhbError } from '@mhb-kit/core';
import { chen, lin, people, wang } from '@mhb-kit/testkit';
import { check } from './check.mjs';
import { DEMONSTRATION_PIN } from './certificate-card.mjs';
import { root } from '../build/prepare.mjs';
import { machineReaders, startServices } from './services.mjs';

const USAGE = `npm start -- [options]
  --check            walk the whole path once in Chromium, print what was seen, exit 0 or 1
  --simulated-card   use a simulated reader even where a PC/SC service runs
  PORT=8080          port of the hospital portal; the gateway and the kiosk take the next two`;

/** One person must register first, and one has a mailbox and a mobile number: the outbox shows what is sent. */
export const cast = {
  registered: people.filter((person) => person !== wang),
  reachable: [chen],
  certificateOf: lin,
};

/** Runs after everything has been built for `npm start`. @param {string[]} args */
export async function runDemonstration(args) {
  const options = readArguments(args);
  const portalPort = readPort();
  const readers = options.check || options['simulated-card'] ? null : await machineReaders();
  const services = await startOrExplain({
    dataDirectory: join(root, '.data'),
    portalPort,
    gatewayPort: portalPort === 0 ? 0 : portalPort + 1,
    kiosk: { port: portalPort === 0 ? 0 : portalPort + 2 },
    ...cast,
    ...(readers === null ? {} : { readers }),
  });

  if (options.check) {
    const succeeded = await check(services.portal.url);
    await services.stop();
    process.exit(succeeded ? 0 : 1);
  }
  console.log(welcome(services));
  let stopping = false;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      console.log('\nStopping …');
      services.stop().then(() => {
        console.log('Stopped. Data stays in .data/');
        process.exit(0);
      });
    });
  }
}

/** @param {string[]} args */
function readArguments(args) {
  try {
    return parseArgs({
      args,
      options: {
        check: { type: 'boolean', default: false },
        'simulated-card': { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    console.error(USAGE);
    return process.exit(2);
  }
}

/** Gateway and kiosk use the ports after the portal's, so the last two cannot be chosen. */
function readPort() {
  const port = Number(process.env.PORT ?? 8080);
  if (Number.isInteger(port) && port >= 0 && port < 65_534) return port;
  console.error(`PORT must be a number from 0 to 65533; it is ${process.env.PORT}\n\n${USAGE}`);
  return process.exit(2);
}

/** @param {import('./services.mjs').ServiceOptions} options */
async function startOrExplain(options) {
  try {
    return await startServices(options);
  } catch (thrown) {
    const error = toMhbError(thrown);
    const { message, remedy } = describeError(error.code, 'en');
    const port = error.details.port === undefined ? '' : ` (port ${error.details.port})`;
    console.error(`\n${message}${port}\n${remedy}\n[${error.code}] ${error.message}`);
    return process.exit(1);
  }
}

/** @param {Awaited<ReturnType<typeof startServices>>} services */
function welcome({ portal, kiosk, gateway, bridge, simulated }) {
  const width = (/** @type {string} */ text) => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
  const pad = (/** @type {string} */ text, /** @type {number} */ columns) =>
    text + ' '.repeat(Math.max(1, columns - width(text)));
  const reader = simulated
    ? 'SIMULATED reader: no real one was found, or none was wanted'
    : `the readers of this machine: ${
        bridge
          .readers()
          .map(({ label }) => label)
          .join(', ') || 'none plugged in'
      }`;
  const rows = people.map((person) => {
    const { name, nationalId, password, story } = person;
    const login = cast.registered.includes(person) ? `password ${password}` : 'not registered';
    return `    ${pad(name, 16)}${pad(nationalId, 12)}${pad(login, 21)}${story.en}`;
  });
  const cardStep = simulated
    ? 'The dark strip on top says whose card lies in the simulated reader; press another name to swap it.'
    : 'Real cards identify their holder, but only the invented people have accounts; npm start -- --simulated-card has theirs.';
  return `
  mhb-kit is running

    Hospital portal   ${portal.url}   ← open this
    Its outbox        ${portal.url}/demo.html   mails, text messages, and what to type
    Viewer alone      ${portal.url}/viewer/
    Municipal kiosk   ${kiosk?.url}   (its stick is the folder .data/stick)
    Gateway           ${gateway.url}   (OpenAPI: ${gateway.url}/v1/openapi.json)
    Card bridge       ${bridge.address.url}   ${reader}

  People, all invented

${rows.join('\n')}

  What to try

    1. ${cardStep}
    2. Press 以健康存摺登入. In the gateway's own window type that person's password, press 確認, then 同意並返回.
    3. Press 看我的健康存摺: one press to the data. Or choose for yourself, save the file and open it with the ID number.
    4. Put 王小明's card in: he has no account yet. Press 首次申請密碼; mail and text message arrive in the outbox.
    5. Put the 自然人憑證 in and log in with ID number and PIN ${DEMONSTRATION_PIN}. 陳國雄 has ten years of records.
    6. Go wrong: another person's card, a health professional's card (醫事人員卡), no card, a wrong password.

  Ctrl-C stops everything. Data stays in .data/ and are found again.
`;
}
