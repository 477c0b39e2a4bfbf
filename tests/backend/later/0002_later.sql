-- The ledger's next migration, of tst_servingmark alone: an older program has not applied it.
CREATE TABLE later (number BIGINT NOT NULL);
