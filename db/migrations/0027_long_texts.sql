-- 0027_long_texts: texts of up to 20,000 characters fit, whatever the characters are.
--
-- TEXT holds 65,535 bytes, and a character takes up to four. Only the types change, so that running
-- this again changes nothing.

ALTER TABLE job_postings
    MODIFY COLUMN description MEDIUMTEXT NOT NULL COMMENT 'Markdown',
    MODIFY COLUMN requirements MEDIUMTEXT NULL COMMENT 'Markdown';

ALTER TABLE events
    MODIFY COLUMN description MEDIUMTEXT NOT NULL COMMENT 'Markdown';

ALTER TABLE announcements
    MODIFY COLUMN content MEDIUMTEXT NOT NULL COMMENT 'Markdown';
