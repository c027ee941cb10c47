import { describe } from 'vitest';
import { describeGateway } from './conformance/gateway-conformance.js';
import { startInMemoryGateway, startRealGateway } from './conformance/gateway-under-test.js';
import { eachDatabase } from './support.js';

describe('in memory', () => describeGateway(startInMemoryGateway));
eachDatabase((database) => describeGateway(() => startRealGateway(database)));
