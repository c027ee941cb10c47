import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { DataRequestStatus } from '@mhb-kit/core/request';
import type { ContentType } from '@mhb-kit/core/share';
import type { RepresentationKind, SessionAssurance, SessionScope } from '@mhb-kit/core/gateway';
import type { LocalDate } from '@mhb-kit/core/identity';

/** The tables of `migrations/` as queries use them. Constraints and indexes are defined in the SQL. */

/** PGlite returns `Uint8Array`, pg returns `Buffer`. */
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Scopes, stored as text and separated by spaces. */
const words = customType<{ data: readonly SessionScope[]; driverData: string }>({
  dataType: () => 'text',
  toDriver: (scopes) => scopes.join(' '),
  fromDriver: (text) => text.split(' ') as SessionScope[],
});

export type AccountStatus = 'active' | 'suspended';

export const accounts = pgTable('account', {
  id: uuid('id').primaryKey(),
  nationalIdLookup: bytes('national_id_lookup').notNull(),
  nationalIdSealed: bytes('national_id_sealed').notNull(),
  nameSealed: bytes('name_sealed').notNull(),
  cardNumberLookup: bytes('card_number_lookup').notNull(),
  passwordHash: text('password_hash').notNull(),
  status: text('status').$type<AccountStatus>().notNull(),
  createdAt: instant('created_at').notNull(),
  activatedAt: instant('activated_at'),
  contactSealed: bytes('contact_sealed'),
  certificateLookup: bytes('certificate_lookup'),
  /** The MAC of the columns that control logins; see `accounts/bound-rows.ts`. */
  mac: bytes('mac'),
});

export const trustedReaders = pgTable('trusted_reader', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  keyThumbprint: text('key_thumbprint').notNull(),
  addedAt: instant('added_at').notNull(),
  lastUsedAt: instant('last_used_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  mac: bytes('mac').notNull(),
});

export const enrolledReaders = pgTable('enrolled_reader', {
  keyThumbprint: text('key_thumbprint').primaryKey(),
  name: text('name').notNull(),
  enrolledAt: instant('enrolled_at').notNull(),
});

export const dailyCounts = pgTable(
  'daily_count',
  {
    subject: bytes('subject').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.day] })],
);

export const usedReaders = pgTable('used_reader', {
  readerLookup: bytes('reader_lookup').primaryKey(),
  accountId: uuid('account_id').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const accountRecoveries = pgTable('account_recovery', {
  handleHash: bytes('handle_hash').primaryKey(),
  accountId: uuid('account_id').notNull(),
  detailsSealed: bytes('details_sealed').notNull(),
  codeHash: text('code_hash').notNull(),
  attempts: integer('attempts').notNull().default(0),
  expiresAt: instant('expires_at').notNull(),
});

export const mobileRecoveries = pgTable('mobile_recovery', {
  accountId: uuid('account_id').primaryKey(),
  mobileSealed: bytes('mobile_sealed').notNull(),
  letterHash: bytes('letter_hash').notNull(),
  expiresAt: instant('expires_at').notNull(),
  codeHash: text('code_hash'),
  codeExpiresAt: instant('code_expires_at'),
  attempts: integer('attempts').notNull().default(0),
  codesIssued: integer('codes_issued').notNull().default(0),
});

export const loginConfirmations = pgTable('login_confirmation', {
  handleHash: bytes('handle_hash').primaryKey(),
  accountId: uuid('account_id').notNull(),
  keyThumbprint: text('key_thumbprint').notNull(),
  embedder: text('embedder'),
  scopes: words('scopes').notNull(),
  assurance: text('assurance').$type<SessionAssurance>().notNull(),
  bridgeThumbprint: text('bridge_thumbprint'),
  certificateLookup: bytes('certificate_lookup'),
  codeHash: text('code_hash').notNull(),
  attempts: integer('attempts').notNull().default(0),
  expiresAt: instant('expires_at').notNull(),
  mac: bytes('mac').notNull(),
});

export const connectCodes = pgTable('connect_code', {
  codeHash: bytes('code_hash').primaryKey(),
  embedder: text('embedder').notNull(),
  redirectUri: text('redirect_uri').notNull(),
  keyThumbprint: text('key_thumbprint').notNull(),
  codeChallenge: text('code_challenge').notNull(),
  accountId: uuid('account_id').notNull(),
  assurance: text('assurance').$type<SessionAssurance>().notNull(),
  scopes: words('scopes').notNull(),
  expiresAt: instant('expires_at').notNull(),
  sessionId: uuid('session_id'),
  passkeyId: uuid('passkey_id'),
  mac: bytes('mac').notNull(),
});

export type EmailField = 'email' | 'alternateEmail';

export const emailChanges = pgTable('email_change', {
  ticketHash: bytes('ticket_hash').primaryKey(),
  accountId: uuid('account_id').notNull(),
  field: text('field').$type<EmailField>().notNull(),
  addressSealed: bytes('address_sealed').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const mobileChanges = pgTable('mobile_change', {
  accountId: uuid('account_id').primaryKey(),
  mobileSealed: bytes('mobile_sealed').notNull(),
  codeHash: text('code_hash').notNull(),
  attempts: integer('attempts').notNull().default(0),
  expiresAt: instant('expires_at').notNull(),
});

/** The proof of the applicant's identity. */
export type ApplicationProof = 'register' | 'certificate';

export const applications = pgTable('application', {
  id: uuid('id').primaryKey(),
  nationalIdLookup: bytes('national_id_lookup').notNull(),
  cardNumberLookup: bytes('card_number_lookup').notNull(),
  detailsSealed: bytes('details_sealed').notNull(),
  passwordHash: text('password_hash').notNull(),
  /** `null` if the person's identity has not been proved yet. */
  ticketHash: bytes('ticket_hash'),
  proof: text('proof').$type<ApplicationProof>(),
  certificateLookup: bytes('certificate_lookup'),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  codeHash: text('code_hash'),
  codeExpiresAt: instant('code_expires_at'),
  attempts: integer('code_attempts').notNull().default(0),
  codesIssued: integer('codes_issued').notNull().default(0),
  mac: bytes('mac'),
});

export const registerEntries = pgTable('register_entry', {
  personLookup: bytes('person_lookup').primaryKey(),
  proofLookup: bytes('proof_lookup').notNull(),
  nameLookup: bytes('name_lookup'),
  addressLookup: bytes('address_lookup'),
  contactSealed: bytes('contact_sealed'),
  importId: uuid('import_id').notNull(),
});

export const identityAttempts = pgTable(
  'identity_attempt',
  {
    personLookup: bytes('person_lookup').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    attempts: integer('attempts').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personLookup, table.day] })],
);

export const passwordResets = pgTable('password_reset', {
  accountId: uuid('account_id').primaryKey(),
  secretHash: text('secret_hash').notNull(),
  attempts: integer('attempts').notNull().default(0),
  expiresAt: instant('expires_at').notNull(),
  mac: bytes('mac').notNull(),
});

/**
 * The reason why a message is sent. It determines the limit that the message counts toward, so that strangers
 * cannot exhaust the messages of an account's owner:
 * - `unproved`: to an address or a number that has not been verified yet;
 * - `code`: to an account's mobile number, for a person who has its password;
 * - `reset`: a one-time password, for a person who has the card's number;
 * - `notice`: about a change to an account.
 */
export type MessagePurpose = 'unproved' | 'code' | 'reset' | 'notice';

export const messages = pgTable('message', {
  id: uuid('id').primaryKey(),
  contentSealed: bytes('content_sealed').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  isLetter: boolean('is_letter').notNull().default(false),
  purpose: text('purpose').$type<MessagePurpose>().notNull().default('notice'),
});

export const challenges = pgTable('challenge', {
  nonceHash: bytes('nonce_hash').primaryKey(),
  keyThumbprint: text('key_thumbprint').notNull(),
  origin: text('origin').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const loginFailures = pgTable('login_failure', {
  subject: bytes('subject').primaryKey(),
  failures: integer('failures').notNull(),
  blockedUntil: instant('blocked_until').notNull(),
  firstFailedAt: instant('first_failed_at').notNull(),
});

export const usedProofs = pgTable('used_proof', {
  proof: bytes('proof').primaryKey(),
  expiresAt: instant('expires_at').notNull(),
});

export const callLeases = pgTable(
  'call_lease',
  {
    subject: bytes('subject').notNull(),
    minute: integer('minute').notNull(),
    leased: integer('leased').notNull(),
    lot: integer('lot').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.minute] })],
);

export const sessions = pgTable('session', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  keyThumbprint: text('key_thumbprint').notNull(),
  assurance: text('assurance').$type<SessionAssurance>().notNull(),
  createdAt: instant('created_at').notNull(),
  lastUsedAt: instant('last_used_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  embedder: text('embedder'),
  scopes: words('scopes').notNull(),
  tokenIssuedAt: instant('token_issued_at').notNull(),
  formerTokenHash: bytes('former_token_hash'),
  passkeyId: uuid('passkey_id'),
  representationId: uuid('representation_id'),
  openedFrom: uuid('opened_from'),
  mac: bytes('mac').notNull(),
});

export const passkeys = pgTable('passkey', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  credentialLookup: bytes('credential_lookup').notNull(),
  detailsSealed: bytes('details_sealed').notNull(),
  assurance: text('assurance').$type<SessionAssurance>().notNull(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  synced: boolean('synced').notNull(),
  addedAt: instant('added_at').notNull(),
  lastUsedAt: instant('last_used_at'),
  mac: bytes('mac').notNull(),
});

export const representations = pgTable('representation', {
  id: uuid('id').primaryKey(),
  representativeId: uuid('representative_id').notNull(),
  representedId: uuid('represented_id').notNull(),
  kind: text('kind').$type<RepresentationKind>().notNull(),
  detailsSealed: bytes('details_sealed').notNull(),
  endsOn: date('ends_on', { mode: 'string' }).$type<LocalDate>().notNull(),
  recordedAt: instant('recorded_at').notNull(),
  mac: bytes('mac').notNull(),
});

export const passkeyEnrolments = pgTable('passkey_enrolment', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  sessionKey: text('session_key').notNull(),
  embedder: text('embedder'),
  assurance: text('assurance').$type<SessionAssurance>().notNull(),
  ticketHash: bytes('ticket_hash').notNull(),
  expiresAt: instant('expires_at').notNull(),
  openerKey: text('opener_key'),
  challengeHash: bytes('challenge_hash'),
  createdSealed: bytes('created_sealed'),
  codeLookup: bytes('code_lookup'),
  attempts: integer('code_attempts').notNull().default(0),
  mac: bytes('mac').notNull(),
});

export const dataRequests = pgTable('data_request', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  idempotencyKey: text('idempotency_key').notNull(),
  status: text('status').$type<DataRequestStatus>().notNull(),
  requestedAt: instant('requested_at').notNull(),
  requestedOn: date('requested_on', { mode: 'string' }).notNull(),
  wrappedKey: bytes('wrapped_key'),
  outcomesSealed: bytes('outcomes_sealed'),
  unreturned: integer('unreturned').notNull().default(0),
  archivesSealed: integer('archives_sealed').notNull().default(0),
  /** The representation for which a representative made the request; `null` if people requested their own data. */
  representationId: uuid('representation_id'),
});

export const requestSections = pgTable(
  'request_section',
  {
    requestedOn: date('requested_on', { mode: 'string' }).notNull(),
    requestId: uuid('request_id').notNull(),
    category: text('category').notNull(),
    position: integer('position').notNull(),
    finished: boolean('finished').notNull().default(false),
    outcomeSealed: bytes('outcome_sealed'),
    recordsSealed: bytes('records_sealed'),
  },
  (table) => [primaryKey({ columns: [table.requestedOn, table.requestId, table.category] })],
);

export const archives = pgTable('archive', {
  requestedOn: date('requested_on', { mode: 'string' }).notNull(),
  id: uuid('id').notNull(),
  requestId: uuid('request_id').notNull(),
  selectionLookup: bytes('selection_lookup').notNull(),
  blobKey: text('blob_key').notNull(),
  byteLength: bigint('byte_length', { mode: 'number' }).notNull(),
  sha256: text('sha256').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const auditRows = pgTable('audit', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  at: instant('at').notNull(),
  accountId: uuid('account_id'),
  sessionId: uuid('session_id'),
  action: text('action').notNull(),
  subject: text('subject'),
  embedder: text('embedder'),
  sequence: bigint('sequence', { mode: 'number' }),
  hash: bytes('hash'),
});

export const embedderRows = pgTable('embedder', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  origins: text('origins').array().notNull(),
  login: text('login').array().notNull(),
  scopes: text('scopes').array().notNull(),
  redirectUris: text('redirect_uris').array().notNull(),
  sharedComputers: boolean('shared_computers').notNull().default(false),
  createdAt: instant('created_at').notNull(),
});

export const healthLinks = pgTable('health_link', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  tokenLookup: bytes('token_lookup').notNull(),
  managementLookup: bytes('management_lookup').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  forgottenAt: instant('forgotten_at').notNull(),
  keptWith: date('kept_with', { mode: 'string' }).notNull(),
  wrappedKey: bytes('wrapped_key'),
  passcodeHash: text('passcode_hash'),
  attemptsLeft: integer('attempts_left'),
  timesOpened: integer('times_opened').notNull().default(0),
  representationId: uuid('representation_id'),
});

export const healthLinkFiles = pgTable('health_link_file', {
  id: uuid('id').primaryKey(),
  healthLinkId: uuid('health_link_id').notNull(),
  position: integer('position').notNull(),
  contentType: text('content_type').$type<ContentType>().notNull(),
  blobKey: text('blob_key').notNull(),
  byteLength: integer('byte_length').notNull(),
});

export const healthLinkOpenings = pgTable('health_link_opening', {
  id: uuid('id').primaryKey(),
  healthLinkId: uuid('health_link_id').notNull(),
  openedAt: instant('opened_at').notNull(),
  recipientSealed: bytes('recipient_sealed').notNull(),
});
