-- Proofs of possession that were used, for gateways of several processes. Not worth the log: a crash of the server
-- empties it, and the nonces in the proofs live ten minutes.

CREATE UNLOGGED TABLE used_proof (
  proof bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX used_proof_by_expiry ON used_proof (expires_at);
