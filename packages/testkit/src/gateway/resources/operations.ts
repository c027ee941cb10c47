import type { Operation } from '@mhb-kit/core/gateway';
import type { Handlers } from '../http/router.js';
import { activityOperations } from './activity.js';
import { archiveOperations } from './archives.js';
import { connectOperations, type Connect } from './connect.js';
import { healthLinkOperations } from './health-links.js';
import { ownAccountOperations } from './own-account.js';
import type { Parts } from './parts.js';
import { passkeyOperations } from './passkeys.js';
import { passwordResetOperations } from './password-resets.js';
import { recoveryOperations } from './recoveries.js';
import { registrationOperations } from './registrations.js';
import { representationOperations } from './representations.js';
import { requestOperations } from './requests.js';
import { serviceOperations } from './service.js';
import { sessionOperations } from './sessions.js';
import { trustedReaderOperations } from './trusted-readers.js';

/**
 * The operations of core's client, and those that only other clients call, each named by its method and path in
 * the OpenAPI document. If an operation of core's client has no handler, the code does not compile.
 */
export type OperationName =
  Operation | 'GET /v1/sessions/current' | 'POST /v1/manifests/{token}' | 'GET /v1/manifest-files/{ticket}';

/** Creates the handlers. A new resource needs a file in this folder and a line in this function. */
export function createHandlers(parts: Parts, connect: Connect): Partial<Handlers<OperationName>> {
  const always = {
    ...serviceOperations(parts),
    ...sessionOperations(parts),
    ...connectOperations(parts, connect),
    ...activityOperations(parts),
    ...representationOperations(parts),
    ...requestOperations(parts),
    ...archiveOperations(parts),
    ...healthLinkOperations(parts),
  };
  /** The operations for people who register and change their own accounts. */
  const selfService = {
    ...registrationOperations(parts),
    ...passwordResetOperations(parts),
    ...ownAccountOperations(parts),
    ...recoveryOperations(parts),
    ...trustedReaderOperations(parts),
    ...passkeyOperations(parts),
  };
  const all: Handlers<OperationName> = { ...always, ...selfService };
  return parts.service.registration ? all : always;
}
