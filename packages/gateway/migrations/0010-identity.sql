-- Scopes and embedders of sessions, renewal of their tokens, codes by SMS, certificates, connect mode, changes of contact
-- data, and the chain of the audit trail. Sessions live half an hour: those of the version before simply end.

DELETE FROM session;
ALTER TABLE session DROP CONSTRAINT session_assurance_check;
ALTER TABLE session ADD CONSTRAINT session_assurance_check
  CHECK (assurance IN ('card-read', 'card-read-confirmed', 'card-read-enrolled', 'certificate'));
-- The website through which the session was opened; none: the gateway's own pages.
ALTER TABLE session ADD COLUMN embedder text;
-- Words with spaces between them.
ALTER TABLE session ADD COLUMN scopes text NOT NULL;
ALTER TABLE session ADD COLUMN token_issued_at timestamptz NOT NULL;
-- The token before this one: what comes with it late means that somebody kept it.
ALTER TABLE session ADD COLUMN former_token_hash bytea UNIQUE;

-- Keyed hash of authority key and subject number of the person's Citizen Digital Certificate.
ALTER TABLE account ADD COLUMN certificate_lookup bytea UNIQUE;

-- Card bridges with which a person has confirmed by SMS: no code is asked for again.
CREATE TABLE account_bridge (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  key_thumbprint text NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, key_thumbprint)
);

-- Logins that wait for their code.
CREATE TABLE login_confirmation (
  handle_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  key_thumbprint text NOT NULL,
  embedder text,
  scopes text NOT NULL,
  assurance text NOT NULL,
  -- What the code makes known to the account.
  bridge_thumbprint text,
  certificate_lookup bytea,
  code_hash text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL
);
CREATE INDEX login_confirmation_by_expiry ON login_confirmation (expires_at);
CREATE INDEX login_confirmation_by_account ON login_confirmation (account_id);

-- Authorization codes. One that has been used stays until it expires, so that a second use is noticed.
CREATE TABLE connect_code (
  code_hash bytea PRIMARY KEY,
  embedder text NOT NULL,
  redirect_uri text NOT NULL,
  key_thumbprint text NOT NULL,
  code_challenge text NOT NULL,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  assurance text NOT NULL,
  scopes text NOT NULL,
  expires_at timestamptz NOT NULL,
  -- What it was exchanged for.
  session_id uuid
);
CREATE INDEX connect_code_by_expiry ON connect_code (expires_at);

-- A new e-mail address, which counts once the link mailed to it was opened.
CREATE TABLE email_change (
  ticket_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  field text NOT NULL CHECK (field IN ('email', 'alternateEmail')),
  address_sealed bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  UNIQUE (account_id, field)
);
CREATE INDEX email_change_by_expiry ON email_change (expires_at);

-- The website of a session, told once, where the session opens.
ALTER TABLE audit ADD COLUMN embedder text;
-- The chain: place, and keyed hash over the hash before and this entry. Linked shortly after it was written, so that
-- writers never wait for one another.
ALTER TABLE audit ADD COLUMN sequence bigint UNIQUE;
ALTER TABLE audit ADD COLUMN hash bytea;
CREATE INDEX audit_unlinked ON audit (id) WHERE sequence IS NULL;
CREATE INDEX audit_session_open ON audit (session_id) WHERE action = 'session.open'
