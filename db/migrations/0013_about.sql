-- 0013_about: the page about the university: its draft, and every revision that was published.

CREATE TABLE about_page (
    id TINYINT UNSIGNED NOT NULL DEFAULT 1,
    hero_title VARCHAR(160) NOT NULL,
    hero_text VARCHAR(600) NULL,
    hero_button_label VARCHAR(60) NULL,
    hero_button_url VARCHAR(300) NULL COMMENT 'A path of this site or an address of the web',
    is_institution_shown TINYINT(1) NOT NULL DEFAULT 1
    COMMENT 'Address, telephone and year of foundation, from institution_info',
    hero_revision INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'Counts changes of the columns above',
    revision INT UNSIGNED NOT NULL DEFAULT 1
    COMMENT 'Counts changes of the whole draft, with all that stands on it',
    published_revision_id BIGINT UNSIGNED NULL
    COMMENT 'about_page_revisions.id: what everybody sees; NULL: nothing yet',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_about_page_published_revision_id (published_revision_id),
    KEY ix_about_page_updated_by (updated_by),
    CONSTRAINT fk_about_page_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_about_page_id CHECK (id = 1),
    CONSTRAINT ck_about_page_hero_title CHECK (TRIM(hero_title) <> ''),
    CONSTRAINT ck_about_page_hero_button CHECK (
        (hero_button_label IS NULL) = (hero_button_url IS NULL)
    )
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'The draft of the page about the university; exactly one row, which every change locks';

CREATE TABLE about_sections (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    title VARCHAR(120) NOT NULL,
    summary TEXT NOT NULL COMMENT 'Markdown; always shown',
    body TEXT NULL COMMENT 'Markdown; shown by "read more"',
    position SMALLINT UNSIGNED NOT NULL COMMENT 'Order on the page, from 1',
    revision INT UNSIGNED NOT NULL DEFAULT 1
    COMMENT 'Counts edits, so that nobody overwrites what somebody else has just changed',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_about_sections_position (position),
    KEY ix_about_sections_created_by (created_by),
    KEY ix_about_sections_updated_by (updated_by),
    CONSTRAINT fk_about_sections_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_about_sections_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_about_sections_title CHECK (TRIM(title) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Sections of the draft; what was published is in the revisions';

CREATE TABLE about_feature_cards (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    title VARCHAR(80) NOT NULL,
    description VARCHAR(300) NOT NULL,
    icon ENUM('people', 'work', 'calendar', 'talk', 'help', 'world', 'study', 'star') NOT NULL
    DEFAULT 'star' COMMENT 'Name of a drawing that the shell has',
    url VARCHAR(300) NULL COMMENT 'A path of this site or an address of the web; NULL: no link',
    position SMALLINT UNSIGNED NOT NULL COMMENT 'Order on the page, from 1',
    revision INT UNSIGNED NOT NULL DEFAULT 1
    COMMENT 'Counts edits, so that nobody overwrites what somebody else has just changed',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_about_feature_cards_position (position),
    KEY ix_about_feature_cards_created_by (created_by),
    KEY ix_about_feature_cards_updated_by (updated_by),
    CONSTRAINT fk_about_feature_cards_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_about_feature_cards_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_about_feature_cards_title CHECK (TRIM(title) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Feature cards of the draft: what the platform is good for';

CREATE TABLE about_quick_links (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    label VARCHAR(80) NOT NULL,
    url VARCHAR(300) NOT NULL COMMENT 'A path of this site or an address of the web',
    position SMALLINT UNSIGNED NOT NULL COMMENT 'Order on the page, from 1',
    revision INT UNSIGNED NOT NULL DEFAULT 1
    COMMENT 'Counts edits, so that nobody overwrites what somebody else has just changed',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_about_quick_links_position (position),
    KEY ix_about_quick_links_created_by (created_by),
    KEY ix_about_quick_links_updated_by (updated_by),
    CONSTRAINT fk_about_quick_links_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_about_quick_links_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_about_quick_links_label CHECK (TRIM(label) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Quick links of the draft';

CREATE TABLE about_page_revisions (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    number INT UNSIGNED NOT NULL COMMENT 'What people call it: 1, 2, 3 without gaps',
    revision_data JSON NOT NULL
    COMMENT 'The whole page as it was published: hero, sections, feature_cards, quick_links',
    note VARCHAR(300) NULL COMMENT 'What was changed, in the words of who published it',
    restored_from_id BIGINT UNSIGNED NULL
    COMMENT 'about_page_revisions.id: the older one that this brought back',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'UTC; when it was published',
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id: who published it',
    PRIMARY KEY (id),
    UNIQUE KEY uq_about_page_revisions_number (number),
    KEY ix_about_page_revisions_restored_from_id (restored_from_id),
    KEY ix_about_page_revisions_created_by (created_by),
    CONSTRAINT fk_about_page_revisions_restored_from_id FOREIGN KEY (restored_from_id)
    REFERENCES about_page_revisions (id) ON DELETE RESTRICT,
    CONSTRAINT fk_about_page_revisions_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What the page about the university said, publication by publication; never changed';

ALTER TABLE about_page
    ADD CONSTRAINT fk_about_page_published_revision_id FOREIGN KEY (published_revision_id)
    REFERENCES about_page_revisions (id) ON DELETE RESTRICT;

-- There is always a draft to write on.
INSERT INTO about_page (id, hero_title) VALUES (1, 'About us');
