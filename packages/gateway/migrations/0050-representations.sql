-- Legal representatives: who reads whose passbook, until when. Recorded by the operator only.

CREATE TABLE representation (
  id uuid PRIMARY KEY,
  representative_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  represented_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  kind text NOT NULL,
  -- The birth date of the person who is represented.
  details_sealed bytea NOT NULL,
  ends_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  mac bytea NOT NULL,
  UNIQUE (representative_id, represented_id)
);
CREATE INDEX representation_by_represented ON representation (represented_id);

-- What a representative has opened ends with the representation, and with the session in which they logged in.
ALTER TABLE session ADD COLUMN representation_id uuid REFERENCES representation ON DELETE CASCADE;
ALTER TABLE session ADD COLUMN opened_from uuid REFERENCES session ON DELETE CASCADE;
CREATE INDEX session_by_representation ON session (representation_id) WHERE representation_id IS NOT NULL;
CREATE INDEX session_by_opening ON session (opened_from) WHERE opened_from IS NOT NULL;

-- What a representative has requested and shared is theirs to see, and not the person's other requests. No reference: it is
-- kept for its days, and read by nobody, when the representation has ended.
ALTER TABLE data_request ADD COLUMN representation_id uuid;
ALTER TABLE health_link ADD COLUMN representation_id uuid
