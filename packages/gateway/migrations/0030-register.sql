-- Proof of who applies for an account: the operator's register, and how often it was asked about a person.

-- What an operator imported: one person a row, by keyed hashes only. The proof is one hash over ID number, card number,
-- household number and birth date, so that none of them can be found without the others.
CREATE TABLE register_entry (
  person_lookup bytea PRIMARY KEY,
  proof_lookup bytea NOT NULL,
  name_lookup bytea,
  address_lookup bytea,
  -- How to reach the person, sealed; none: not on the operator's record.
  contact_sealed bytea,
  -- The import that brought it last.
  import_id uuid NOT NULL
);

-- Attempts to prove who one is, by person and day (Asia/Taipei).
CREATE TABLE identity_attempt (
  person_lookup bytea NOT NULL,
  day date NOT NULL,
  attempts integer NOT NULL,
  PRIMARY KEY (person_lookup, day)
);
CREATE INDEX identity_attempt_by_day ON identity_attempt (day);

-- Applications made before are proved by nothing: they have to be made again.
DELETE FROM application;
-- No ticket yet: the register has not answered.
ALTER TABLE application ALTER COLUMN ticket_hash DROP NOT NULL;
-- What proves the person, once something does.
ALTER TABLE application ADD COLUMN proof text CHECK (proof IN ('register', 'certificate'));
ALTER TABLE application ADD COLUMN certificate_lookup bytea
