-- Pictures that the server shows this person no more, and what their bytes are called on the disk. While something here
-- needs one, its row of `media` stays; when that is gone, its file is to go, and this row with it.
CREATE TABLE gone_pictures (
    media_id TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL
);
