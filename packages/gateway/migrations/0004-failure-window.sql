-- Failures count within a window that begins with the first of them, so that a busy network does not pile them up.

ALTER TABLE login_failure RENAME COLUMN last_failed_at TO first_failed_at;
