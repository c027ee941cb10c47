-- How many messages a number, a mailbox, a person and the whole gateway have had, by day (Asia/Taipei) and keyed hash.
CREATE TABLE daily_count (
  subject bytea NOT NULL,
  day date NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (subject, day)
);
CREATE INDEX daily_count_by_day ON daily_count (day);

-- Why a message is sent, which decides what it counts for.
ALTER TABLE message ADD COLUMN purpose text NOT NULL DEFAULT 'notice'
