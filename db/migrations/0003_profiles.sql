-- 0003_profiles: what is known about a person as office staff, as alumnus, as student.
--
-- A student who graduates keeps the student profile as history and gains an alumni profile, in the
-- same account; the role of the account says which of them speaks for the person today.

CREATE TABLE staff_profiles (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NOT NULL,
    first_name VARCHAR(80) NOT NULL,
    last_name VARCHAR(80) NOT NULL,
    job_title VARCHAR(120) NULL,
    phone VARCHAR(40) NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_staff_profiles_user_id (user_id),
    KEY ix_staff_profiles_created_by (created_by),
    KEY ix_staff_profiles_updated_by (updated_by),
    CONSTRAINT fk_staff_profiles_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_staff_profiles_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_staff_profiles_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'People of the alumni office';

CREATE TABLE alumni_profiles (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NOT NULL,
    first_name VARCHAR(80) NOT NULL,
    last_name VARCHAR(80) NOT NULL,
    phone VARCHAR(40) NULL,
    gender ENUM('female', 'male', 'other', 'undisclosed') NOT NULL DEFAULT 'undisclosed',
    date_of_birth DATE NULL,
    student_number VARCHAR(40) NULL COMMENT 'As on the student card; proof for the verification',
    degree_id BIGINT UNSIGNED NULL COMMENT 'The degree the person names first',
    campus_id BIGINT UNSIGNED NULL,
    graduation_year SMALLINT UNSIGNED NULL,
    current_job_title VARCHAR(120) NULL,
    current_company VARCHAR(120) NULL,
    industry VARCHAR(80) NULL,
    location VARCHAR(120) NULL COMMENT 'City and country, as people write it',
    bio TEXT NULL COMMENT 'Markdown',
    linkedin_url VARCHAR(300) NULL,
    website_url VARCHAR(300) NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_alumni_profiles_user_id (user_id),
    KEY ix_alumni_profiles_degree_id_graduation_year (degree_id, graduation_year),
    KEY ix_alumni_profiles_campus_id (campus_id),
    KEY ix_alumni_profiles_created_by (created_by),
    KEY ix_alumni_profiles_updated_by (updated_by),
    FULLTEXT KEY ft_alumni_profiles_text
    (first_name, last_name, current_job_title, current_company, bio),
    CONSTRAINT fk_alumni_profiles_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_alumni_profiles_degree_id FOREIGN KEY (degree_id) REFERENCES degrees (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_alumni_profiles_campus_id FOREIGN KEY (campus_id) REFERENCES campuses (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_alumni_profiles_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_alumni_profiles_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_alumni_profiles_graduation_year CHECK (graduation_year BETWEEN 1900 AND 2200)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'A person as a graduate';

CREATE TABLE student_profiles (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NOT NULL,
    first_name VARCHAR(80) NOT NULL,
    last_name VARCHAR(80) NOT NULL,
    phone VARCHAR(40) NULL,
    gender ENUM('female', 'male', 'other', 'undisclosed') NOT NULL DEFAULT 'undisclosed',
    date_of_birth DATE NULL,
    nationality VARCHAR(80) NULL,
    student_number VARCHAR(40) NULL COMMENT 'As on the student card',
    degree_id BIGINT UNSIGNED NULL,
    campus_id BIGINT UNSIGNED NULL,
    current_semester TINYINT UNSIGNED NULL,
    cgpa DECIMAL(3, 2) NULL COMMENT 'Cumulative grade point average, 0.00 to 4.00',
    expected_graduation_year SMALLINT UNSIGNED NULL,
    bio TEXT NULL COMMENT 'Markdown',
    linkedin_url VARCHAR(300) NULL,
    website_url VARCHAR(300) NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_student_profiles_user_id (user_id),
    KEY ix_student_profiles_degree_id_current_semester (degree_id, current_semester),
    KEY ix_student_profiles_campus_id (campus_id),
    KEY ix_student_profiles_created_by (created_by),
    KEY ix_student_profiles_updated_by (updated_by),
    CONSTRAINT fk_student_profiles_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_student_profiles_degree_id FOREIGN KEY (degree_id) REFERENCES degrees (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_student_profiles_campus_id FOREIGN KEY (campus_id) REFERENCES campuses (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_student_profiles_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_student_profiles_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_student_profiles_cgpa CHECK (cgpa BETWEEN 0 AND 4),
    CONSTRAINT ck_student_profiles_current_semester CHECK (current_semester BETWEEN 1 AND 20),
    CONSTRAINT ck_student_profiles_expected_graduation_year
    CHECK (expected_graduation_year BETWEEN 1900 AND 2200)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'A person as a student';
