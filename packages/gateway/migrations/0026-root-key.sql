-- By what the gateway knows its root key again: a keyed hash of a word. With another key nothing that is stored can be found
-- or opened, and what is stored under it could not be read by anybody else.

CREATE TABLE root_key (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  known_by bytea NOT NULL
);
