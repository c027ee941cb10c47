-- Rows that decide who gets in carry a MAC over the columns that do, under a key that is not in the database.

-- Made for accounts and applications that are there already by the first start of this version, once.
ALTER TABLE account ADD COLUMN mac bytea;
-- With the proof only: what nothing has proved yet opens nothing.
ALTER TABLE application ADD COLUMN mac bytea;

-- These end: people log in again, ask again for a one-time password, and have their reader remembered again.
DELETE FROM session;
ALTER TABLE session ADD COLUMN mac bytea NOT NULL;
DELETE FROM login_confirmation;
ALTER TABLE login_confirmation ADD COLUMN mac bytea NOT NULL;
DELETE FROM connect_code;
ALTER TABLE connect_code ADD COLUMN mac bytea NOT NULL;
DELETE FROM password_reset;
ALTER TABLE password_reset ADD COLUMN mac bytea NOT NULL;
DELETE FROM trusted_reader;
ALTER TABLE trusted_reader ADD COLUMN mac bytea NOT NULL
