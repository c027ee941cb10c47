-- A lot is a part of what is left of an allowance, and so grows smaller: processes beyond the twentieth find something, too.

ALTER TABLE call_lease ADD COLUMN lot integer NOT NULL DEFAULT 1;
