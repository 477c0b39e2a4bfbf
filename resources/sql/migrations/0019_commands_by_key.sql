-- Commands have another form from version 2 of the wire on. One that was done before and is sent again in the new form, by a
-- desk that was updated meanwhile, is the same command still: of what is remembered the person and the request are enough.
UPDATE requests SET fingerprint = 'any';
