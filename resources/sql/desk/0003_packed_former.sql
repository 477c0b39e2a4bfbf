-- The texts of a server that was restored are kept as the replica has them (storage/StoredContent.h).
ALTER TABLE former ADD COLUMN packed BYTEA;
