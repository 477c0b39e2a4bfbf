-- Registers: what the newsroom keeps beside items, each described by a record of the noun 'register' (domain/Register.h). Their
-- entries are records like items; what they are listed, filtered and found by lies in tables of their own, which the program
-- makes of the description (storage/Projection.h). This says which of these there are, in the order in which they were made,
-- and how far each is filled: the last record that was written into it, in the order of ids.
CREATE TABLE projections (
    noun TEXT NOT NULL,
    face TEXT NOT NULL,
    form TEXT NOT NULL,
    position BIGINT NOT NULL,
    description TEXT NOT NULL,
    filled_to TEXT NOT NULL,
    is_complete INTEGER NOT NULL,
    PRIMARY KEY (noun, face, form)
);

-- What no two entries may say the same; judged by the server, under the lock that its writers take.
CREATE TABLE entry_keys (
    noun TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (noun, name, value, id)
);
CREATE INDEX entry_keys_by_entry ON entry_keys (id);

-- What refers to what: the newest version of each record.
CREATE TABLE links (
    id TEXT NOT NULL,
    field TEXT NOT NULL,
    to_id TEXT NOT NULL,
    noun TEXT NOT NULL,
    to_noun TEXT NOT NULL,
    PRIMARY KEY (id, field, to_id)
);
CREATE INDEX links_to ON links (to_id, noun);
