-- Websites that the operator registered by command, beside those of the configuration.

CREATE TABLE embedder (
  id text PRIMARY KEY,
  name text NOT NULL,
  origins text[] NOT NULL,
  login text[] NOT NULL,
  scopes text[] NOT NULL,
  redirect_uris text[] NOT NULL,
  created_at timestamptz NOT NULL
);
