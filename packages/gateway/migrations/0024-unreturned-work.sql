-- How often work on a request began and has not come back: its process died. A request of which every process dies must end
-- all the same, and take no other with it.

ALTER TABLE data_request ADD COLUMN unreturned integer NOT NULL DEFAULT 0;
