import { createBridge, virtualPcscPort } from '@mhb-kit/card-bridge';

/** A card bridge in a separate process, from the start of the process until a page could connect. */
const [dataDir = ''] = process.argv.slice(2);
const bridge = await createBridge({ pcsc: virtualPcscPort({}), origins: [], dataDir, ports: [0] });
await bridge.start();
console.log(JSON.stringify({ ms: performance.now(), megabytes: process.memoryUsage().rss / 1e6 }));
await bridge.stop();
process.exit(0);
