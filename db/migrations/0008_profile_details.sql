-- 0008_profile_details: what people tell about themselves, and who may know it.
--
-- What belongs to a person whatever they are today (names, links, files, privacy) refers to users;
-- what belongs to the graduate or the student refers to that profile, and stays with it.

ALTER TABLE alumni_profiles
    ADD COLUMN is_mentor TINYINT(1) NOT NULL DEFAULT 0
    COMMENT 'Answers requests for guidance; what the filter mentors looks at' AFTER website_url,
    ADD COLUMN views_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Rows of profile_views; once a viewer and day' AFTER is_mentor;

ALTER TABLE student_profiles
    ADD COLUMN views_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Rows of profile_views; once a viewer and day' AFTER website_url;

CREATE TABLE former_names (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(161) NOT NULL COMMENT 'In full or the family name alone, as the person writes it',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_former_names_user_id_name (user_id, name),
    KEY ix_former_names_created_by (created_by),
    CONSTRAINT fk_former_names_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_former_names_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_former_names_name CHECK (TRIM(name) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Names under which friends of old look for a person';

CREATE TABLE alumni_degrees (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    alumni_profile_id BIGINT UNSIGNED NOT NULL,
    degree_id BIGINT UNSIGNED NULL COMMENT 'One of this university''s; NULL: earned elsewhere',
    title VARCHAR(160) NULL COMMENT 'Of a degree earned elsewhere',
    institution VARCHAR(160) NULL COMMENT 'Where that was',
    graduation_year SMALLINT UNSIGNED NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_alumni_degrees_alumni_profile_id (alumni_profile_id),
    KEY ix_alumni_degrees_degree_id (degree_id),
    KEY ix_alumni_degrees_created_by (created_by),
    KEY ix_alumni_degrees_updated_by (updated_by),
    CONSTRAINT fk_alumni_degrees_alumni_profile_id FOREIGN KEY (alumni_profile_id)
    REFERENCES alumni_profiles (id) ON DELETE CASCADE,
    CONSTRAINT fk_alumni_degrees_degree_id FOREIGN KEY (degree_id) REFERENCES degrees (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_alumni_degrees_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_alumni_degrees_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_alumni_degrees_title CHECK ((degree_id IS NULL) = (title IS NOT NULL)),
    CONSTRAINT ck_alumni_degrees_institution CHECK (degree_id IS NULL OR institution IS NULL),
    CONSTRAINT ck_alumni_degrees_graduation_year CHECK (graduation_year BETWEEN 1900 AND 2200)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Further degrees of a graduate; the first one is in alumni_profiles';

CREATE TABLE alumni_work_history (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    alumni_profile_id BIGINT UNSIGNED NOT NULL,
    job_title VARCHAR(120) NOT NULL,
    company VARCHAR(120) NOT NULL,
    location VARCHAR(120) NULL,
    start_date DATE NOT NULL COMMENT 'First day of the month where only that is known',
    end_date DATE NULL COMMENT 'NULL: still there',
    description TEXT NULL COMMENT 'Markdown',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_alumni_work_history_alumni_profile_id (alumni_profile_id),
    KEY ix_alumni_work_history_created_by (created_by),
    KEY ix_alumni_work_history_updated_by (updated_by),
    CONSTRAINT fk_alumni_work_history_alumni_profile_id FOREIGN KEY (alumni_profile_id)
    REFERENCES alumni_profiles (id) ON DELETE CASCADE,
    CONSTRAINT fk_alumni_work_history_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_alumni_work_history_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_alumni_work_history_end_date CHECK (end_date >= start_date),
    CONSTRAINT ck_alumni_work_history_job_title CHECK (TRIM(job_title) <> ''),
    CONSTRAINT ck_alumni_work_history_company CHECK (TRIM(company) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Where a graduate has worked';

CREATE TABLE alumni_skills (
    alumni_profile_id BIGINT UNSIGNED NOT NULL,
    skill_id BIGINT UNSIGNED NOT NULL,
    proficiency_level ENUM('beginner', 'intermediate', 'advanced', 'expert') NOT NULL
    DEFAULT 'intermediate',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (alumni_profile_id, skill_id),
    KEY ix_alumni_skills_skill_id_proficiency_level (
        skill_id, proficiency_level, alumni_profile_id
    ),
    KEY ix_alumni_skills_created_by (created_by),
    CONSTRAINT fk_alumni_skills_alumni_profile_id FOREIGN KEY (alumni_profile_id)
    REFERENCES alumni_profiles (id) ON DELETE CASCADE,
    CONSTRAINT fk_alumni_skills_skill_id FOREIGN KEY (skill_id) REFERENCES skills (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_alumni_skills_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What a graduate is good at, and how good';

CREATE TABLE student_skills (
    student_profile_id BIGINT UNSIGNED NOT NULL,
    skill_id BIGINT UNSIGNED NOT NULL,
    proficiency_level ENUM('beginner', 'intermediate', 'advanced', 'expert') NOT NULL
    DEFAULT 'intermediate',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (student_profile_id, skill_id),
    KEY ix_student_skills_skill_id_proficiency_level (
        skill_id, proficiency_level, student_profile_id
    ),
    KEY ix_student_skills_created_by (created_by),
    CONSTRAINT fk_student_skills_student_profile_id FOREIGN KEY (student_profile_id)
    REFERENCES student_profiles (id) ON DELETE CASCADE,
    CONSTRAINT fk_student_skills_skill_id FOREIGN KEY (skill_id) REFERENCES skills (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_student_skills_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What a student is good at, and how good';

CREATE TABLE alumni_achievements (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    alumni_profile_id BIGINT UNSIGNED NOT NULL,
    kind ENUM(
        'certification', 'award', 'publication', 'patent', 'project', 'volunteer', 'honor', 'other'
    ) NOT NULL,
    title VARCHAR(160) NOT NULL,
    issuer VARCHAR(160) NULL COMMENT 'Who gave or published it',
    achieved_on DATE NULL,
    url VARCHAR(300) NULL,
    description TEXT NULL COMMENT 'Markdown',
    verified_at DATETIME NULL COMMENT 'UTC; when the office saw the proof; an edit takes it back',
    verified_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_alumni_achievements_alumni_profile_id (alumni_profile_id),
    KEY ix_alumni_achievements_verified_at (verified_at, id),
    KEY ix_alumni_achievements_verified_by (verified_by),
    KEY ix_alumni_achievements_created_by (created_by),
    KEY ix_alumni_achievements_updated_by (updated_by),
    CONSTRAINT fk_alumni_achievements_alumni_profile_id FOREIGN KEY (alumni_profile_id)
    REFERENCES alumni_profiles (id) ON DELETE CASCADE,
    CONSTRAINT fk_alumni_achievements_verified_by FOREIGN KEY (verified_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_alumni_achievements_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_alumni_achievements_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_alumni_achievements_title CHECK (TRIM(title) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What a graduate is proud of; verified by the office';

CREATE TABLE student_projects (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    student_profile_id BIGINT UNSIGNED NOT NULL,
    title VARCHAR(160) NOT NULL,
    url VARCHAR(300) NULL,
    description TEXT NULL COMMENT 'Markdown',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_student_projects_student_profile_id (student_profile_id),
    KEY ix_student_projects_created_by (created_by),
    KEY ix_student_projects_updated_by (updated_by),
    CONSTRAINT fk_student_projects_student_profile_id FOREIGN KEY (student_profile_id)
    REFERENCES student_profiles (id) ON DELETE CASCADE,
    CONSTRAINT fk_student_projects_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_student_projects_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_student_projects_title CHECK (TRIM(title) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What a student has made';

CREATE TABLE profile_links (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NOT NULL,
    label VARCHAR(60) NOT NULL,
    url VARCHAR(300) NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_profile_links_user_id_url (user_id, url),
    KEY ix_profile_links_created_by (created_by),
    CONSTRAINT fk_profile_links_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_profile_links_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_profile_links_url CHECK (url LIKE 'http://_%' OR url LIKE 'https://_%')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Where else a person is on the web';

CREATE TABLE profile_files (
    user_id BIGINT UNSIGNED NOT NULL,
    kind ENUM('photo', 'cover', 'cv') NOT NULL,
    width SMALLINT UNSIGNED NOT NULL COMMENT 'Pixels of this size of the picture; 0: no picture',
    media_file_id BIGINT UNSIGNED NOT NULL,
    file_name VARCHAR(255) NULL COMMENT 'As the person calls it; pictures have none',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (user_id, kind, width),
    KEY ix_profile_files_media_file_id (media_file_id),
    KEY ix_profile_files_created_by (created_by),
    CONSTRAINT fk_profile_files_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_profile_files_media_file_id FOREIGN KEY (media_file_id)
    REFERENCES media_files (id) ON DELETE RESTRICT,
    CONSTRAINT fk_profile_files_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_profile_files_width CHECK ((kind = 'cv') = (width = 0)),
    CONSTRAINT ck_profile_files_file_name CHECK ((kind = 'cv') = (file_name IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Photo and cover in a few sizes, and the CV';

CREATE TABLE profile_views (
    profile_user_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of whose profile it is',
    viewer_id BIGINT UNSIGNED NOT NULL,
    viewed_on DATE NOT NULL COMMENT 'Day in UTC',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (profile_user_id, viewed_on, viewer_id),
    KEY ix_profile_views_viewer_id (viewer_id),
    CONSTRAINT fk_profile_views_profile_user_id FOREIGN KEY (profile_user_id)
    REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT fk_profile_views_viewer_id FOREIGN KEY (viewer_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT ck_profile_views_viewer_id CHECK (viewer_id <> profile_user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Who opened a profile on which day: what views_count counts';

CREATE TABLE follows (
    follower_id BIGINT UNSIGNED NOT NULL,
    followed_id BIGINT UNSIGNED NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (follower_id, followed_id),
    KEY ix_follows_followed_id (followed_id, follower_id),
    CONSTRAINT fk_follows_follower_id FOREIGN KEY (follower_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_follows_followed_id FOREIGN KEY (followed_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT ck_follows_followed_id CHECK (follower_id <> followed_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Whose news a person wants to see';

CREATE TABLE privacy_fields (
    name ENUM(
        'profile', 'photo', 'email', 'phone', 'birth_date', 'work_history', 'achievements', 'cv',
        'visits'
    ) NOT NULL,
    default_audience ENUM(
        'everyone', 'members', 'alumni', 'students_of_my_campus', 'people_i_follow', 'only_me'
    ) NOT NULL COMMENT 'Where the person has not chosen',
    label VARCHAR(60) NOT NULL,
    description VARCHAR(200) NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What a person can show to some and hide from others';

-- The code asks for these by name, so they are born with their table.
INSERT INTO privacy_fields (name, default_audience, label, description) VALUES
('profile', 'members', 'Whole profile', 'Who finds you in the directory and opens your page'),
('photo', 'members', 'Photo and cover', 'Others see your initials'),
('email', 'only_me', 'Email address', 'Also decides who finds you by it'),
('phone', 'only_me', 'Phone number', 'Also decides who finds you by it'),
('birth_date', 'only_me', 'Date of birth', 'Day, month and year'),
('work_history', 'members', 'Work history', 'Past positions; the current one is on your card'),
('achievements', 'members', 'Achievements', 'Awards, publications, certificates and the like'),
('cv', 'only_me', 'CV', 'The file on your profile; applications have their own'),
('visits', 'members', 'Your visits', 'Who learns that you looked at their profile');

CREATE TABLE privacy_settings (
    user_id BIGINT UNSIGNED NOT NULL,
    field ENUM(
        'profile', 'photo', 'email', 'phone', 'birth_date', 'work_history', 'achievements', 'cv',
        'visits'
    ) NOT NULL,
    audience ENUM(
        'everyone', 'members', 'alumni', 'students_of_my_campus', 'people_i_follow', 'only_me'
    ) NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (user_id, field),
    KEY ix_privacy_settings_field (field),
    KEY ix_privacy_settings_updated_by (updated_by),
    CONSTRAINT fk_privacy_settings_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_privacy_settings_field FOREIGN KEY (field) REFERENCES privacy_fields (name)
    ON DELETE RESTRICT,
    CONSTRAINT fk_privacy_settings_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Who may see what of a person, where that differs from the default';
