-- A person and those who represent them make requests of their own: a key that one of them has used is none of the others'.

ALTER TABLE data_request DROP CONSTRAINT data_request_account_id_idempotency_key_key;
CREATE UNIQUE INDEX data_request_by_key
  ON data_request (account_id, idempotency_key, COALESCE(representation_id, '00000000-0000-0000-0000-000000000000'::uuid))
