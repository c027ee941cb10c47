-- Accounts that outlive their card, telephone, certificate and number.

ALTER TABLE account DROP CONSTRAINT account_status_check;
ALTER TABLE account ADD CONSTRAINT account_status_check CHECK (status IN ('active', 'suspended'));

-- Readers that a person asked to be remembered. Those of before were remembered unasked, kiosks among them: none is taken over.
DROP TABLE account_bridge;
CREATE TABLE trusted_reader (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  key_thumbprint text NOT NULL,
  added_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  UNIQUE (account_id, key_thumbprint)
);
CREATE INDEX trusted_reader_by_expiry ON trusted_reader (expires_at);

-- Every reader that was ever enrolled: none is remembered for one person, not even when it is taken out.
CREATE TABLE enrolled_reader (
  key_thumbprint text PRIMARY KEY,
  name text NOT NULL,
  enrolled_at timestamptz NOT NULL
);

-- Websites on computers that many people use.
ALTER TABLE embedder ADD COLUMN shared_computers boolean NOT NULL DEFAULT false;

-- Another card, or a changed ID number, that waits for its code.
CREATE TABLE account_recovery (
  handle_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  details_sealed bytea NOT NULL,
  code_hash text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL
);
CREATE INDEX account_recovery_by_expiry ON account_recovery (expires_at);
CREATE INDEX account_recovery_by_account ON account_recovery (account_id);

-- A mobile for who has lost theirs: the code of a letter, then one by SMS to the new number.
CREATE TABLE mobile_recovery (
  account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  mobile_sealed bytea NOT NULL,
  letter_hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  code_hash text,
  code_expires_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  codes_issued integer NOT NULL DEFAULT 0
);
CREATE INDEX mobile_recovery_by_expiry ON mobile_recovery (expires_at);

-- Letters wait until the operator prints them.
ALTER TABLE message ADD COLUMN is_letter boolean NOT NULL DEFAULT false
