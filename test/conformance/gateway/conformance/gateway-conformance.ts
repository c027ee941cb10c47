import { afterAll, beforeAll } from 'vitest';
import { describeAccounts } from './accounts.js';
import { describeArchives } from './archives.js';
import { GatewayUnderTest, type Backend } from './gateway-under-test.js';
import { describeHealthLinks } from './health-links.js';
import { describeHttp } from './http.js';
import { describeRenderings } from './renderings.js';
import { describeRepresentations } from './representations.js';
import { describeRequests } from './requests.js';
import { describeSessions } from './sessions.js';

/**
 * Requirements for every gateway: the real one on each database, and the in-memory one for tests and stories.
 */
export function describeGateway(start: () => Promise<Backend>): void {
  let gateway: GatewayUnderTest;
  beforeAll(async () => {
    gateway = new GatewayUnderTest(await start());
  });
  afterAll(() => gateway.backend.dispose());

  for (const describeTopic of [
    describeSessions,
    describeRequests,
    describeArchives,
    describeRenderings,
    describeHealthLinks,
    describeRepresentations,
    describeAccounts,
    describeHttp,
  ])
    describeTopic(() => gateway);
}
