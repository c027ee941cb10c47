-- How many calls of this minute the gateways on one database have taken from each network's allowance, in lots. Not worth
-- the log: a crash of the server empties it, and a minute later nobody would ask.

CREATE UNLOGGED TABLE call_lease (
  -- Keyed hash of the network and of what it calls.
  subject bytea NOT NULL,
  -- Of the epoch.
  minute integer NOT NULL,
  leased integer NOT NULL,
  PRIMARY KEY (subject, minute)
);
