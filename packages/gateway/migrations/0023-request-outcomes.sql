-- How all categories of a request ended, sealed under its key, once nothing can change any more: lists of requests are read
-- far oftener than anything else, and need nothing but this row then. Empty before, and once expired.

ALTER TABLE data_request ADD COLUMN outcomes_sealed bytea;
