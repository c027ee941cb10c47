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
import type { SessionAssurance } from '@mhb-kit/core/gateway';

/** The tables of `migrations/`, as the queries see them. Constraints and indexes live in the SQL. */

/** PGlite answers with `Uint8Array`, pg with `Buffer`. */
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

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
  codeAttempts: integer('code_attempts').notNull().default(0),
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

export const sessions = pgTable('session', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  keyThumbprint: text('key_thumbprint').notNull(),
  assurance: text('assurance').$type<SessionAssurance>().notNull(),
  createdAt: instant('created_at').notNull(),
  lastUsedAt: instant('last_used_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const dataRequests = pgTable('data_request', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  idempotencyKey: text('idempotency_key').notNull(),
  status: text('status').$type<DataRequestStatus>().notNull(),
  requestedAt: instant('requested_at').notNull(),
  requestedOn: date('requested_on', { mode: 'string' }).notNull(),
  wrappedKey: bytes('wrapped_key'),
});

export const requestSections = pgTable(
  'request_section',
  {
    requestId: uuid('request_id').notNull(),
    category: text('category').notNull(),
    position: integer('position').notNull(),
    finished: boolean('finished').notNull().default(false),
    outcomeSealed: bytes('outcome_sealed'),
    recordsSealed: bytes('records_sealed'),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.category] })],
);

export const archives = pgTable('archive', {
  id: uuid('id').primaryKey(),
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
});
