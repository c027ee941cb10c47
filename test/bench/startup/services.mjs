import { startServices } from '../../../examples/services.mjs';

/**
 * All services of `npm start` in a separate process: gateway, bridge and portal with a data directory,
 * started and stopped. It prints one line when the services have started, with their memory.
 */
const [dataDirectory = ''] = process.argv.slice(2);
const services = await startServices({ dataDirectory, portalPort: 0, gatewayPort: 0 });
console.log(JSON.stringify({ ms: performance.now(), megabytes: process.memoryUsage().rss / 1e6 }));
await services.stop();
process.exit(0);
