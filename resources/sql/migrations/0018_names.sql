-- What people name, a login, the address of a section, is judged where it is given, under the lock that all writers take.
-- A replica shares this schema, and there two that change names with each other meet for a moment.
-- only: postgresql
ALTER TABLE users DROP CONSTRAINT users_login_key;
-- only: postgresql
ALTER TABLE sections DROP CONSTRAINT sections_slug_key;

-- only: sqlite
CREATE TABLE sections_by_id (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    name_english TEXT NOT NULL,
    position BIGINT NOT NULL
);
-- only: sqlite
INSERT INTO sections_by_id (id, slug, name, name_english, position)
SELECT id, slug, name, name_english, position FROM sections;
-- only: sqlite
DROP TABLE sections;
-- only: sqlite
ALTER TABLE sections_by_id RENAME TO sections;

-- What refers to people goes aside meanwhile: their table cannot go while anything does.
-- only: sqlite
CREATE TABLE users_by_id (
    id TEXT NOT NULL PRIMARY KEY,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    pen_name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    disabled BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
-- only: sqlite
INSERT INTO users_by_id (id, login, name, pen_name, password_hash, disabled, created_at)
SELECT id, login, name, pen_name, password_hash, disabled, created_at FROM users;
-- only: sqlite
CREATE TABLE grants_aside AS SELECT user_id, role, section_id FROM grants;
-- only: sqlite
CREATE TABLE sessions_aside AS
SELECT token_hash, user_id, device, created_at, expires_at, revoked_at, place FROM sessions;
-- only: sqlite
DROP TABLE grants;
-- only: sqlite
DROP TABLE sessions;
-- only: sqlite
DROP TABLE users;
-- only: sqlite
ALTER TABLE users_by_id RENAME TO users;
-- only: sqlite
CREATE TABLE grants (
    user_id TEXT NOT NULL REFERENCES users (id),
    role TEXT NOT NULL,
    section_id TEXT NOT NULL,
    PRIMARY KEY (user_id, role, section_id)
);
-- only: sqlite
INSERT INTO grants (user_id, role, section_id) SELECT user_id, role, section_id FROM grants_aside;
-- only: sqlite
DROP TABLE grants_aside;
-- only: sqlite
CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    place TEXT NOT NULL DEFAULT ''
);
-- only: sqlite
CREATE INDEX sessions_by_user ON sessions (user_id);
-- only: sqlite
INSERT INTO sessions (token_hash, user_id, device, created_at, expires_at, revoked_at, place)
SELECT token_hash, user_id, device, created_at, expires_at, revoked_at, place FROM sessions_aside;
-- only: sqlite
DROP TABLE sessions_aside;
