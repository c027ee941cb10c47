-- The row of a request contains the number of its archives, so that a single statement can enforce the quota and insert
-- an archive.

ALTER TABLE data_request ADD COLUMN archives_sealed integer NOT NULL DEFAULT 0;

UPDATE data_request SET archives_sealed = sealed.archives
FROM (SELECT request_id, count(*)::integer AS archives FROM archive GROUP BY request_id) AS sealed
WHERE data_request.id = sealed.request_id;
