-- 0005_jobs: postings, the skills they ask for, their search words, who looked, who applied.

CREATE TABLE job_postings (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    poster_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id: sees and moves the applicants',
    title VARCHAR(150) NOT NULL,
    company_name VARCHAR(150) NOT NULL,
    job_type ENUM('internship', 'full_time', 'part_time', 'contract', 'remote') NOT NULL,
    experience_level ENUM('entry', 'junior', 'mid', 'senior', 'lead') NULL
    COMMENT 'NULL: any level',
    location VARCHAR(150) NULL COMMENT 'City and country, as people write it',
    is_remote TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'Can be done from anywhere',
    description TEXT NOT NULL COMMENT 'Markdown',
    requirements TEXT NULL COMMENT 'Markdown',
    salary_min DECIMAL(12, 2) NULL,
    salary_max DECIMAL(12, 2) NULL,
    salary_currency CHAR(3) NOT NULL COMMENT 'ISO 4217',
    salary_period ENUM('hour', 'month', 'year') NOT NULL DEFAULT 'year',
    salary_yearly_max DECIMAL(15, 2) GENERATED ALWAYS AS (
        COALESCE(salary_max, salary_min)
        * CASE salary_period WHEN 'hour' THEN 2080 WHEN 'month' THEN 12 ELSE 1 END
    ) STORED COMMENT 'The most it pays in a year of full work: what the filter compares',
    target_audience ENUM('all', 'alumni_only', 'students_only') NOT NULL DEFAULT 'all',
    vacancies SMALLINT UNSIGNED NOT NULL DEFAULT 1,
    deadline DATE NULL COMMENT 'Last day to apply, in UTC; NULL: until closed',
    closes_at DATETIME GENERATED ALWAYS AS (deadline + INTERVAL 1 DAY) STORED
    COMMENT 'UTC; the moment from which nobody can apply',
    status ENUM('open', 'closed') NOT NULL DEFAULT 'open',
    closed_at DATETIME NULL COMMENT 'UTC',
    closed_reason ENUM('poster', 'deadline', 'filled') NULL COMMENT 'Who or what closed it',
    views_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Rows of job_views; once a person and day',
    applications_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Applications neither withdrawn nor deleted; kept by tr_job_application_*',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0,
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    is_listed TINYINT(1) GENERATED ALWAYS AS (is_deleted = 0 AND status = 'open') STORED
    COMMENT 'Can appear in lists; leads the indexes that lists walk',
    revision INT UNSIGNED NOT NULL DEFAULT 1
    COMMENT 'Counts edits, so that nobody overwrites what somebody else has just changed',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_job_postings_poster_id_id (poster_id, id),
    KEY ix_job_postings_is_listed_id (is_listed, id),
    KEY ix_job_postings_status_closes_at (status, closes_at),
    KEY ix_job_postings_created_by (created_by),
    KEY ix_job_postings_updated_by (updated_by),
    FULLTEXT KEY ft_job_postings_text (title, company_name, description, requirements),
    CONSTRAINT fk_job_postings_poster_id FOREIGN KEY (poster_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_job_postings_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_job_postings_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_job_postings_title CHECK (TRIM(title) <> ''),
    CONSTRAINT ck_job_postings_company_name CHECK (TRIM(company_name) <> ''),
    CONSTRAINT ck_job_postings_remote CHECK (job_type <> 'remote' OR is_remote = 1),
    CONSTRAINT ck_job_postings_salary_min CHECK (salary_min >= 0),
    CONSTRAINT ck_job_postings_salary_max CHECK (salary_max >= salary_min),
    CONSTRAINT ck_job_postings_salary_max_alone CHECK (salary_max >= 0),
    CONSTRAINT ck_job_postings_salary_currency
    CHECK (REGEXP_LIKE(salary_currency, '^[A-Z]{3}$', 'c')),
    CONSTRAINT ck_job_postings_vacancies CHECK (vacancies BETWEEN 1 AND 1000),
    CONSTRAINT ck_job_postings_closed CHECK (
        (status = 'closed') = (closed_at IS NOT NULL)
        AND (status = 'closed') = (closed_reason IS NOT NULL)
    ),
    CONSTRAINT ck_job_postings_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Jobs and internships';

CREATE TABLE job_posting_skills (
    job_posting_id BIGINT UNSIGNED NOT NULL,
    skill_id BIGINT UNSIGNED NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (job_posting_id, skill_id),
    KEY ix_job_posting_skills_skill_id_job_posting_id (skill_id, job_posting_id),
    KEY ix_job_posting_skills_created_by (created_by),
    CONSTRAINT fk_job_posting_skills_job_posting_id FOREIGN KEY (job_posting_id)
    REFERENCES job_postings (id) ON DELETE CASCADE,
    CONSTRAINT fk_job_posting_skills_skill_id FOREIGN KEY (skill_id) REFERENCES skills (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_job_posting_skills_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Skills a posting asks for';

CREATE TABLE job_terms (
    job_posting_id BIGINT UNSIGNED NOT NULL,
    field ENUM('any', 'title', 'company', 'location', 'skill') NOT NULL
    COMMENT 'Where the word stands; any: a row more for each word, for the search in all fields',
    term VARCHAR(40) NOT NULL COMMENT 'Folded by search_terms_of()',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (job_posting_id, field, term),
    KEY ix_job_terms_field_term_job_posting_id (field, term, job_posting_id),
    CONSTRAINT fk_job_terms_job_posting_id FOREIGN KEY (job_posting_id)
    REFERENCES job_postings (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Words a posting is found by; written with the posting, in the same transaction';

CREATE TABLE job_views (
    job_posting_id BIGINT UNSIGNED NOT NULL,
    viewer_id BIGINT UNSIGNED NOT NULL,
    viewed_on DATE NOT NULL COMMENT 'Day in UTC',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (job_posting_id, viewer_id, viewed_on),
    KEY ix_job_views_viewer_id (viewer_id),
    CONSTRAINT fk_job_views_job_posting_id FOREIGN KEY (job_posting_id)
    REFERENCES job_postings (id) ON DELETE CASCADE,
    CONSTRAINT fk_job_views_viewer_id FOREIGN KEY (viewer_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Who opened a posting on which day: what views_count counts';

CREATE TABLE job_applications (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    job_posting_id BIGINT UNSIGNED NOT NULL,
    applicant_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id',
    cover_letter TEXT NULL,
    expected_salary DECIMAL(12, 2) NULL COMMENT 'In currency and period of the posting',
    cv_upload BIGINT UNSIGNED NOT NULL COMMENT 'media_files.id of the CV',
    cv_file_name VARCHAR(255) NOT NULL COMMENT 'As the applicant calls it',
    status ENUM(
        'pending', 'reviewed', 'shortlisted', 'interviewed',
        'offered', 'hired', 'rejected', 'withdrawn'
    ) NOT NULL DEFAULT 'pending',
    private_note TEXT NULL COMMENT 'Of the poster; the applicant never sees it',
    application_date DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'UTC',
    applied_at DATETIME GENERATED ALWAYS AS (application_date) STORED
    COMMENT 'UTC; the name that clients of the reference system read',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0,
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    is_counted TINYINT(1) GENERATED ALWAYS AS (is_deleted = 0 AND status <> 'withdrawn') STORED
    COMMENT 'Part of job_postings.applications_count',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_job_applications_job_posting_id_applicant_id (job_posting_id, applicant_id),
    KEY ix_job_applications_job_posting_id_status (job_posting_id, status),
    KEY ix_job_applications_applicant_id_id (applicant_id, id),
    KEY ix_job_applications_cv_upload (cv_upload),
    KEY ix_job_applications_created_by (created_by),
    KEY ix_job_applications_updated_by (updated_by),
    CONSTRAINT fk_job_applications_job_posting_id FOREIGN KEY (job_posting_id)
    REFERENCES job_postings (id) ON DELETE RESTRICT,
    CONSTRAINT fk_job_applications_applicant_id FOREIGN KEY (applicant_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_job_applications_cv_upload FOREIGN KEY (cv_upload) REFERENCES media_files (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_job_applications_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_job_applications_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_job_applications_expected_salary CHECK (expected_salary >= 0),
    CONSTRAINT ck_job_applications_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Who applied for what, and how far it is; one row a person and posting';

CREATE TABLE job_application_moves (
    from_status ENUM(
        'pending', 'reviewed', 'shortlisted', 'interviewed',
        'offered', 'hired', 'rejected', 'withdrawn'
    ) NOT NULL,
    to_status ENUM(
        'pending', 'reviewed', 'shortlisted', 'interviewed',
        'offered', 'hired', 'rejected', 'withdrawn'
    ) NOT NULL,
    mover ENUM('poster', 'applicant') NOT NULL COMMENT 'Who may make this move',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (from_status, to_status),
    CONSTRAINT ck_job_application_moves_to_status CHECK (from_status <> to_status)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'The sensible moves of an application: the workflow, as data';

-- The workflow is part of the structure: history rows refer to its moves.
INSERT INTO job_application_moves (from_status, to_status, mover) VALUES
('pending', 'reviewed', 'poster'),
('pending', 'shortlisted', 'poster'),
('pending', 'rejected', 'poster'),
('pending', 'withdrawn', 'applicant'),
('reviewed', 'shortlisted', 'poster'),
('reviewed', 'interviewed', 'poster'),
('reviewed', 'rejected', 'poster'),
('reviewed', 'withdrawn', 'applicant'),
('shortlisted', 'interviewed', 'poster'),
('shortlisted', 'offered', 'poster'),
('shortlisted', 'rejected', 'poster'),
('shortlisted', 'withdrawn', 'applicant'),
('interviewed', 'offered', 'poster'),
('interviewed', 'rejected', 'poster'),
('interviewed', 'withdrawn', 'applicant'),
('offered', 'hired', 'poster'),
('offered', 'rejected', 'poster'),
('offered', 'withdrawn', 'applicant'),
('rejected', 'reviewed', 'poster'),
('withdrawn', 'pending', 'applicant');

CREATE TABLE job_application_history (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    job_application_id BIGINT UNSIGNED NOT NULL,
    from_status ENUM(
        'pending', 'reviewed', 'shortlisted', 'interviewed',
        'offered', 'hired', 'rejected', 'withdrawn'
    ) NULL COMMENT 'NULL: the application was made',
    to_status ENUM(
        'pending', 'reviewed', 'shortlisted', 'interviewed',
        'offered', 'hired', 'rejected', 'withdrawn'
    ) NOT NULL,
    created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id: who made the move',
    PRIMARY KEY (id),
    KEY ix_job_application_history_job_application_id_id (job_application_id, id),
    KEY ix_job_application_history_from_status_to_status (from_status, to_status),
    KEY ix_job_application_history_created_by (created_by),
    CONSTRAINT fk_job_application_history_job_application_id FOREIGN KEY (job_application_id)
    REFERENCES job_applications (id) ON DELETE CASCADE,
    CONSTRAINT fk_job_application_history_move FOREIGN KEY (from_status, to_status)
    REFERENCES job_application_moves (from_status, to_status) ON DELETE RESTRICT,
    CONSTRAINT fk_job_application_history_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_job_application_history_first CHECK (
        from_status IS NOT NULL OR to_status = 'pending'
    )
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Every state an application was in; only moves of job_application_moves can be written';
