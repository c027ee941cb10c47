import { startServices } from '../../../examples/services.mjs';

/**
 * All that `npm start` runs, in a process of its own: gateway, bridge and portal on a data directory, and out again. Its
 * parent reads from the one line printed when the services had come up, and how much memory they hold then.
 */
const [dataDirectory = ''] = process.argv.slice(2);
const services = await startServices({ dataDirectory, portalPort: 0, gatewayPort: 0 });
console.log(JSON.stringify({ ms: performance.now(), megabytes: process.memoryUsage().rss / 1e6 }));
await services.stop();
process.exit(0);
