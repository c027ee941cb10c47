import { join } from 'node:path';
import { MINUTE, SECOND } from '../scheduling/clock.js';
import type { RegistrationOptions } from '../self-service/self-service.js';
import type { GatewayOptions } from '../composition/gateway.js';
import { createMessageSender } from '../messages/senders.js';
import { accessOf } from '../records/fhir-access.js';
import { createFhirSource } from '../records/fhir-source.js';
import { createFolderSource } from '../records/folder-source.js';
import { createHttpRegister } from '../register/http-register.js';
import { changedCatalogue } from '../requests/catalogue.js';
import { pinnedCertificates } from '../sessions/pinned-certificates.js';
import type { Configuration } from './configuration.js';

/** Converts the configuration of the program to the options of the library. */
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
    catalogue,
    ...same
  } = configuration;
  return {
    ...same,
    recordSource:
      records.kind === 'folder' ? createFolderSource(records.folder) : createFhirSource(accessOf(records)),
    bridges: bridges.map(({ name, publicJwk }) => ({ name, publicJwk })),
    sessionPolicy: { idle: session.idleMinutes * MINUTE, absolute: session.absoluteMinutes * MINUTE },
    ...(rootKey === undefined ? {} : { rootKey: Buffer.from(rootKey, 'base64url') }),
    ...(registration === undefined ? {} : { registration: withSender(registration) }),
    ...(certificates === undefined
      ? {}
      : { certificates: await pinnedCertificates(certificates, join(same.dataDirectory, 'revocation')) }),
    ...(catalogue === undefined ? {} : { catalogue: changedCatalogue(catalogue) }),
    ...(content === undefined ? {} : { contentFolder: content.folder }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(trustProxy === undefined ? {} : { trustProxy }),
  };
}

type RegistrationSettings = NonNullable<Configuration['registration']>;

function withSender({ smtp, sms, register, ...same }: RegistrationSettings): RegistrationOptions {
  return {
    ...same,
    sender: createMessageSender(smtp, sms),
    ...(register === undefined ? {} : { register: registerOf(register) }),
  };
}

function registerOf(
  settings: NonNullable<RegistrationSettings['register']>,
): NonNullable<RegistrationOptions['register']> {
  if (settings.kind !== 'http') return settings.kind;
  const { url, authorization, contacts = false, timeoutSeconds } = settings;
  return createHttpRegister({
    url,
    authorization,
    contacts,
    ...(timeoutSeconds === undefined ? {} : { callTimeout: timeoutSeconds * SECOND }),
  });
}
