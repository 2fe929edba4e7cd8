-- 0007_statistics: figures of the whole university, counted now and then instead of on every page.

CREATE TABLE statistics_snapshots (
    id TINYINT UNSIGNED NOT NULL DEFAULT 1,
    members_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Active accounts of alumni and students',
    alumni_count INT UNSIGNED NOT NULL DEFAULT 0,
    students_count INT UNSIGNED NOT NULL DEFAULT 0,
    open_jobs_count INT UNSIGNED NOT NULL DEFAULT 0,
    companies_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'That have posted a job, open or not',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    CONSTRAINT ck_statistics_snapshots_id CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'The last count, written by ev_refresh_statistics; exactly one row';

-- Pages read the row before the first count as well.
INSERT INTO statistics_snapshots (id) VALUES (1);
