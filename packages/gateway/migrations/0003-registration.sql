-- Registration, confirmation and forgotten passwords, and the messages they send.

ALTER TABLE account ADD COLUMN contact_sealed bytea;

-- An application waits for its confirmation five days. The ticket of its mail is only a handle; the code goes to the
-- mobile when the ticket is presented.
CREATE TABLE application (
  id uuid PRIMARY KEY,
  national_id_lookup bytea NOT NULL,
  card_number_lookup bytea NOT NULL,
  details_sealed bytea NOT NULL,
  password_hash text NOT NULL,
  ticket_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  code_hash text,
  code_expires_at timestamptz,
  code_attempts integer NOT NULL DEFAULT 0,
  codes_issued integer NOT NULL DEFAULT 0
);
CREATE INDEX application_by_person ON application (national_id_lookup);
CREATE INDEX application_by_expiry ON application (expires_at);

-- A password that was mailed: it opens nothing but the choice of a new one.
CREATE TABLE password_reset (
  account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  secret_hash text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL
);

-- What is to be sent, sealed; gone when sent.
CREATE TABLE message (
  id uuid PRIMARY KEY,
  content_sealed bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX message_by_expiry ON message (expires_at);
