-- 0002_lookup: what the alumni office maintains and everything else refers to.

CREATE TABLE settings (
    name VARCHAR(60) NOT NULL,
    value VARCHAR(500) NOT NULL,
    description VARCHAR(300) NOT NULL COMMENT 'What it decides, its unit and its values',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id; NULL: as delivered',
    PRIMARY KEY (name),
    KEY ix_settings_updated_by (updated_by),
    CONSTRAINT fk_settings_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What the university decides about the platform; read through setting_of()';

CREATE TABLE institution_info (
    id TINYINT UNSIGNED NOT NULL DEFAULT 1,
    name VARCHAR(160) NOT NULL,
    short_name VARCHAR(40) NOT NULL,
    website_url VARCHAR(300) NULL,
    contact_email VARCHAR(254) NULL,
    contact_phone VARCHAR(40) NULL,
    address VARCHAR(300) NULL,
    founded_year SMALLINT UNSIGNED NULL,
    currency CHAR(3) NOT NULL DEFAULT 'USD' COMMENT 'ISO 4217; the currency people expect pay in',
    time_zone VARCHAR(64) NOT NULL DEFAULT 'UTC' COMMENT 'IANA name; for showing times',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_institution_info_updated_by (updated_by),
    CONSTRAINT fk_institution_info_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_institution_info_id CHECK (id = 1),
    CONSTRAINT ck_institution_info_currency CHECK (REGEXP_LIKE(currency, '^[A-Z]{3}$', 'c'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'The one university this platform serves; exactly one row';

CREATE TABLE campuses (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    name VARCHAR(120) NOT NULL,
    city VARCHAR(120) NULL,
    is_retired TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'Kept for those who have it, not offered anew',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_campuses_name (name),
    KEY ix_campuses_created_by (created_by),
    KEY ix_campuses_updated_by (updated_by),
    CONSTRAINT fk_campuses_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_campuses_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Places of the university';

CREATE TABLE degrees (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    name VARCHAR(160) NOT NULL COMMENT 'In full: Bachelor of Science in Computer Science',
    abbreviation VARCHAR(40) NULL COMMENT 'BSc Computer Science',
    level ENUM('certificate', 'bachelor', 'master', 'doctorate') NOT NULL,
    semesters_count TINYINT UNSIGNED NOT NULL COMMENT 'Regular length',
    is_retired TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'Kept for those who have it, not offered anew',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_degrees_name (name),
    KEY ix_degrees_created_by (created_by),
    KEY ix_degrees_updated_by (updated_by),
    CONSTRAINT fk_degrees_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_degrees_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_degrees_semesters_count CHECK (semesters_count BETWEEN 1 AND 20)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What one can study or have studied here';

CREATE TABLE skill_domains (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    name VARCHAR(80) NOT NULL COMMENT 'Other receives the skills that people add themselves',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_skill_domains_name (name),
    KEY ix_skill_domains_created_by (created_by),
    KEY ix_skill_domains_updated_by (updated_by),
    CONSTRAINT fk_skill_domains_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_skill_domains_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Fields of knowledge that group skills';

CREATE TABLE skills (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    domain_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(60) NOT NULL COMMENT 'As shown; compared without case and accents',
    is_retired TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'Kept for those who have it, not suggested',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_skills_name (name),
    KEY ix_skills_domain_id (domain_id),
    KEY ix_skills_created_by (created_by),
    KEY ix_skills_updated_by (updated_by),
    CONSTRAINT fk_skills_domain_id FOREIGN KEY (domain_id) REFERENCES skill_domains (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_skills_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_skills_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What one can be good at';
