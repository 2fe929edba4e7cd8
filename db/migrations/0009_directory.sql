-- 0009_directory: what the directories are searched by.
--
-- A read model of the listed people: derived from profiles, accounts and privacy, written in the
-- transaction that changes them (_directory_write), never the only place of a fact. Lists walk
-- these narrow tables, whatever the number of members.

CREATE TABLE directory_entries (
    user_id BIGINT UNSIGNED NOT NULL,
    directory ENUM('alumni', 'students') NOT NULL,
    name_key VARCHAR(162) NOT NULL COMMENT 'Family name first: what the list is sorted by',
    year SMALLINT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Of graduation, of students the expected one; 0: not said',
    audience ENUM(
        'everyone', 'members', 'alumni', 'students_of_my_campus', 'people_i_follow', 'only_me'
    ) NOT NULL COMMENT 'Who may see the whole profile',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id),
    KEY ix_directory_entries_directory_name_key_user_id (directory, name_key, user_id, audience),
    KEY ix_directory_entries_directory_user_id (directory, user_id, audience),
    KEY ix_directory_entries_directory_year_user_id (directory, year, user_id, audience),
    CONSTRAINT fk_directory_entries_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'People a directory lists: accounts that may act';

CREATE TABLE directory_terms (
    user_id BIGINT UNSIGNED NOT NULL,
    term VARCHAR(40) NOT NULL COMMENT 'Folded by search_terms_of()',
    field ENUM(
        'name', 'headline', 'company', 'industry', 'study', 'skill', 'work', 'achievement',
        'email', 'phone'
    ) NOT NULL COMMENT 'Where the word stands',
    audience ENUM(
        'everyone', 'members', 'alumni', 'students_of_my_campus', 'people_i_follow', 'only_me'
    ) NOT NULL COMMENT 'Who may see that field, and so find the person by it',
    directory ENUM('alumni', 'students') NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, term, field, audience),
    KEY ix_directory_terms_directory_term_user_id (directory, term, user_id, audience, field),
    CONSTRAINT fk_directory_terms_user_id FOREIGN KEY (user_id)
    REFERENCES directory_entries (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Words a person is found by';

CREATE TABLE directory_facets (
    user_id BIGINT UNSIGNED NOT NULL,
    facet ENUM('skill', 'domain', 'degree', 'campus', 'mentor') NOT NULL,
    value_id BIGINT UNSIGNED NOT NULL
    COMMENT 'skills.id, skill_domains.id, degrees.id, campuses.id; 1 for mentor',
    level TINYINT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Proficiency in the skill, or the best of the domain: 1 beginner to 4 expert',
    directory ENUM('alumni', 'students') NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, facet, value_id),
    KEY ix_directory_facets_directory_facet_value_id (
        directory, facet, value_id, level, user_id
    ),
    CONSTRAINT fk_directory_facets_user_id FOREIGN KEY (user_id)
    REFERENCES directory_entries (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What a person can be filtered by';
