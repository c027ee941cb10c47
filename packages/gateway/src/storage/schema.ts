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
import type { SessionAssurance, SessionScope } from '@mhb-kit/core/gateway';

/** The tables of `migrations/`, as the queries see them. Constraints and indexes live in the SQL. */

/** PGlite answers with `Uint8Array`, pg with `Buffer`. */
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Scopes, with spaces between them. */
const words = customType<{ data: readonly SessionScope[]; driverData: string }>({
  dataType: () => 'text',
  toDriver: (scopes) => scopes.join(' '),
  fromDriver: (text) => text.split(' ') as SessionScope[],
});

export type AccountStatus = 'applied' | 'awaiting-confirmation' | 'active';

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
});

export const accountBridges = pgTable(
  'account_bridge',
  {
    accountId: uuid('account_id').notNull(),
    keyThumbprint: text('key_thumbprint').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.keyThumbprint] })],
);

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

export const applications = pgTable('application', {
  id: uuid('id').primaryKey(),
  nationalIdLookup: bytes('national_id_lookup').notNull(),
  cardNumberLookup: bytes('card_number_lookup').notNull(),
  detailsSealed: bytes('details_sealed').notNull(),
  passwordHash: text('password_hash').notNull(),
  ticketHash: bytes('ticket_hash').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  codeHash: text('code_hash'),
  codeExpiresAt: instant('code_expires_at'),
  attempts: integer('code_attempts').notNull().default(0),
  codesIssued: integer('codes_issued').notNull().default(0),
});

export const passwordResets = pgTable('password_reset', {
  accountId: uuid('account_id').primaryKey(),
  secretHash: text('secret_hash').notNull(),
  attempts: integer('attempts').notNull().default(0),
  expiresAt: instant('expires_at').notNull(),
});

export const messages = pgTable('message', {
  id: uuid('id').primaryKey(),
  contentSealed: bytes('content_sealed').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const challenges = pgTable('challenge', {
  nonceHash: bytes('nonce_hash').primaryKey(),
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
  createdAt: instant('created_at').notNull(),
});
