import * as flow from '../../../packages/core/dist/gateway/connect-flow.js';
import * as kept from '../../../packages/core/dist/gateway/pending-authorization.js';

/** The functions that `pending-authorization.test.ts` calls inside the page. */
Object.assign(globalThis, { connectInPage: { flow, kept } });
