-- A challenge counts for the key and the page that asked for it. They live three minutes: those under way are asked for again.

DELETE FROM challenge;
ALTER TABLE challenge ADD COLUMN key_thumbprint text NOT NULL;
ALTER TABLE challenge ADD COLUMN origin text NOT NULL
