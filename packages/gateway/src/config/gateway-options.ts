import { join } from 'node:path';
import { MINUTE } from '../clock.js';
import type { RegistrationOptions } from '../accounts/account-life.js';
import type { GatewayOptions } from '../gateway.js';
import { createMessageSender } from '../messages/senders.js';
import { createFhirSource } from '../records/fhir-source.js';
import { createFolderSource } from '../records/folder-source.js';
import { pinnedCertificates } from '../sessions/pinned-certificates.js';
import type { Configuration } from './configuration.js';

/** The options of the library for a configuration of the program. */
export async function optionsOf(configuration: Configuration): Promise<GatewayOptions> {
  const {
    session,
    records,
    content,
    rootKey,
    publicUrl,
    trustProxy,
    databaseUrl,
    bridges,
    registration,
    certificates,
    ...same
  } = configuration;
  return {
    ...same,
    recordSource: records.kind === 'folder' ? createFolderSource(records.folder) : createFhirSource(records),
    bridges: bridges.map(({ name, publicJwk }) => ({ name, publicJwk })),
    sessionPolicy: { idle: session.idleMinutes * MINUTE, absolute: session.absoluteMinutes * MINUTE },
    ...(rootKey === undefined ? {} : { rootKey: Buffer.from(rootKey, 'base64url') }),
    ...(registration === undefined ? {} : { registration: withSender(registration) }),
    ...(certificates === undefined
      ? {}
      : { certificates: await pinnedCertificates(certificates, join(same.dataDirectory, 'revocation')) }),
    ...(content === undefined ? {} : { contentFolder: content.folder }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(trustProxy === undefined ? {} : { trustProxy }),
  };
}

function withSender({ smtp, sms, ...same }: NonNullable<Configuration['registration']>): RegistrationOptions {
  return { ...same, sender: createMessageSender(smtp, sms) };
}
