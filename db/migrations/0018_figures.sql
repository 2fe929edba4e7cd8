-- 0018_figures: what the office's dashboard and its reports show, counted now and then.
--
-- A count is written as a new generation beside the old one, and one update of the snapshot's row
-- makes it the one that is read: nobody ever sees half of a count, and nothing is locked while it
-- counts. The generation before is kept for those who are just reading it.

ALTER TABLE statistics_snapshots
    ADD COLUMN admins_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Active accounts of the office'
    AFTER students_count,
    ADD COLUMN mentors_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Active alumni who answer requests for guidance' AFTER admins_count,
    ADD COLUMN active_members_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Members who signed in within 30 days' AFTER mentors_count,
    ADD COLUMN new_members_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Members who joined since the first of this month' AFTER active_members_count,
    ADD COLUMN new_members_before_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Members who joined in the same part of the month before' AFTER new_members_count,
    ADD COLUMN unconfirmed_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Accounts whose address is not confirmed yet' AFTER new_members_before_count,
    ADD COLUMN approvals_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Accounts that wait for the office''s approval' AFTER unconfirmed_count,
    ADD COLUMN blocked_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Blocked accounts'
    AFTER approvals_count,
    ADD COLUMN rejected_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Rejected accounts'
    AFTER blocked_count,
    ADD COLUMN deletion_requests_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Deleted accounts that can still come back: not erased yet' AFTER rejected_count,
    ADD COLUMN graduation_requests_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Requests to graduate that wait' AFTER deletion_requests_count,
    ADD COLUMN achievements_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Achievements that nobody has verified yet' AFTER graduation_requests_count,
    ADD COLUMN new_jobs_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Postings of this month so far' AFTER open_jobs_count,
    ADD COLUMN new_jobs_before_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Postings of the same part of the month before' AFTER new_jobs_count,
    ADD COLUMN applications_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Applications neither withdrawn nor deleted' AFTER companies_count,
    ADD COLUMN new_applications_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Those of this month so far' AFTER applications_count,
    ADD COLUMN new_applications_before_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Those of the same part of the month before' AFTER new_applications_count,
    ADD COLUMN hired_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Applications that ended well'
    AFTER new_applications_before_count,
    ADD COLUMN upcoming_events_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Published events that have not begun' AFTER hired_count,
    ADD COLUMN upcoming_registrations_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'People registered for those' AFTER upcoming_events_count,
    ADD COLUMN held_events_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Events that began within a year' AFTER upcoming_registrations_count,
    ADD COLUMN attended_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'People who came to those'
    AFTER held_events_count,
    ADD COLUMN no_shows_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'People who were registered for those and did not come' AFTER attended_count,
    ADD COLUMN generation INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'The count that is read, of statistics_series and its like' AFTER no_shows_count,
    ADD COLUMN claimed_generation INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'The count that was begun last' AFTER generation,
    ADD COLUMN content_digest BINARY(32) NULL
    COMMENT 'SHA-256 of what the generation holds: the same again is not written again'
    AFTER claimed_generation,
    ADD COLUMN refreshing_until DATETIME NULL
    COMMENT 'UTC; somebody counts, until then at most; NULL: nobody does' AFTER content_digest,
    ADD COLUMN refreshed_at DATETIME NULL COMMENT 'UTC; when the figures were true'
    AFTER refreshing_until;

CREATE TABLE statistics_series (
    generation INT UNSIGNED NOT NULL COMMENT 'statistics_snapshots.generation',
    chart ENUM(
        'accounts', 'graduation_years', 'sign_ups', 'applications', 'skills', 'attendance',
        'degrees'
    ) NOT NULL,
    position SMALLINT UNSIGNED NOT NULL COMMENT 'Order of the rows, from 1',
    series_position TINYINT UNSIGNED NOT NULL COMMENT 'Order of the columns, from 1',
    label VARCHAR(200) NOT NULL COMMENT 'What the row is about: 2024, March 2026, Engineering',
    series VARCHAR(160) NOT NULL COMMENT 'What the column counts: Alumni, North campus',
    value INT UNSIGNED NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (generation, chart, position, series_position)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What the charts of the dashboard show: a few hundred rows at any size';

CREATE TABLE statistics_cohorts (
    generation INT UNSIGNED NOT NULL COMMENT 'statistics_snapshots.generation',
    position INT UNSIGNED NOT NULL,
    graduation_year SMALLINT UNSIGNED NULL COMMENT 'NULL: not said',
    degree_id BIGINT UNSIGNED NULL COMMENT 'NULL: not said',
    campus_id BIGINT UNSIGNED NULL COMMENT 'NULL: not said',
    alumni_count INT UNSIGNED NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (generation, position),
    KEY ix_statistics_cohorts_generation_graduation_year (generation, graduation_year),
    KEY ix_statistics_cohorts_degree_id (degree_id),
    KEY ix_statistics_cohorts_campus_id (campus_id),
    CONSTRAINT fk_statistics_cohorts_degree_id FOREIGN KEY (degree_id) REFERENCES degrees (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_statistics_cohorts_campus_id FOREIGN KEY (campus_id) REFERENCES campuses (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Active alumni by year, degree and campus';

CREATE TABLE statistics_outcomes (
    generation INT UNSIGNED NOT NULL COMMENT 'statistics_snapshots.generation',
    report ENUM('employment', 'industry', 'company') NOT NULL,
    row_position SMALLINT UNSIGNED NOT NULL COMMENT '0: all rows together',
    column_position SMALLINT UNSIGNED NOT NULL
    COMMENT 'Period of graduation, see graduation_period_of(); 0: all of them',
    row_label VARCHAR(160) NOT NULL COMMENT 'A degree, an industry, a company',
    group_count INT UNSIGNED NULL COMMENT 'Alumni of the cell; NULL: all of them are counted',
    value INT UNSIGNED NULL COMMENT 'Those with the outcome; NULL: suppressed',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (generation, report, row_position, column_position),
    CONSTRAINT ck_statistics_outcomes_value CHECK (value <= group_count)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What became of alumni: small groups are suppressed before it is written';

CREATE TABLE statistics_events (
    generation INT UNSIGNED NOT NULL COMMENT 'statistics_snapshots.generation',
    event_id BIGINT UNSIGNED NOT NULL,
    starts_at DATETIME NOT NULL COMMENT 'UTC; as it was when it was counted',
    registrations_count INT UNSIGNED NOT NULL COMMENT 'People with a seat, guests not counted',
    attended_count INT UNSIGNED NOT NULL,
    no_shows_count INT UNSIGNED NOT NULL,
    waiting_count INT UNSIGNED NOT NULL COMMENT 'People who never got a seat',
    cancelled_count INT UNSIGNED NOT NULL COMMENT 'People who cancelled',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (generation, event_id),
    KEY ix_statistics_events_generation_starts_at (generation, starts_at),
    KEY ix_statistics_events_event_id (event_id),
    CONSTRAINT fk_statistics_events_event_id FOREIGN KEY (event_id) REFERENCES events (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Attendance of the events of two years, the newest thousand of them';
