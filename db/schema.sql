-- The tables as they are after all migrations, by module. For reading: ./alumni migrate apply makes
-- them from db/migrations, with their rows, and everything else. Views, functions, procedures,
-- triggers and events have a file each.
--
-- Written by ./alumni docs --markdown from a live database; a test compares it with one.

SET foreign_key_checks = 0;

-- -----------------------------------------------------------------------------
-- identity: Who may sign in, and the proofs (sessions, tokens, attempts) around it
-- -----------------------------------------------------------------------------

CREATE TABLE `roles` (
  `id` tinyint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(20) NOT NULL COMMENT 'admin, alumni or student: the words that procedures compare',
  `description` varchar(200) NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_roles_name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What a person is allowed to be: alumni office, alumnus, student';

CREATE TABLE `users` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `email` varchar(254) NOT NULL COMMENT 'Sign-in name and address for mail; compared without case',
  `password_hash` varchar(255) NOT NULL COMMENT 'Argon2id in PHC string form; made by the client',
  `role_id` tinyint unsigned NOT NULL,
  `status` enum('pending','active','rejected','blocked') NOT NULL DEFAULT 'pending' COMMENT 'pending until the address is confirmed and, where the settings ask, an admin agrees',
  `status_reason` varchar(500) DEFAULT NULL COMMENT 'Why rejected or blocked, in words for the person',
  `email_verified_at` datetime DEFAULT NULL COMMENT 'UTC; NULL until the address is confirmed',
  `approved_at` datetime DEFAULT NULL COMMENT 'UTC; when an admin agreed, or the rules did by themselves',
  `last_signed_in_at` datetime DEFAULT NULL COMMENT 'UTC',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `erased_at` datetime DEFAULT NULL COMMENT 'UTC; when personal data was removed, 30 days after deletion',
  `state` varchar(10) GENERATED ALWAYS AS ((case when (`erased_at` is not null) then _utf8mb4'erased' when (`is_deleted` = 1) then _utf8mb4'deleted' else `status` end)) VIRTUAL COMMENT 'status, deleted (can come back) or erased: one word for the office',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id; NULL: registered by themselves',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_users_email` (`email`),
  KEY `ix_users_role_id_status` (`role_id`,`status`),
  KEY `ix_users_status_approved_at` (`status`,`approved_at`,`email_verified_at`),
  KEY `ix_users_created_by` (`created_by`),
  KEY `ix_users_updated_by` (`updated_by`),
  KEY `ix_users_is_deleted_erased_at_deleted_at` (`is_deleted`,`erased_at`,`deleted_at`),
  KEY `ix_users_role_id_state_id` (`role_id`,`state`,`id`),
  KEY `ix_users_role_id_state_last_signed_in_at_id` (`role_id`,`state`,`last_signed_in_at`,`id`),
  CONSTRAINT `fk_users_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_users_role_id` FOREIGN KEY (`role_id`) REFERENCES `roles` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_users_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_users_active` CHECK (((`status` <> _utf8mb4'active') or ((`email_verified_at` is not null) and (`approved_at` is not null)))),
  CONSTRAINT `ck_users_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_users_email` CHECK ((`email` like _utf8mb4'_%@_%')),
  CONSTRAINT `ck_users_erased_at` CHECK (((`erased_at` is null) or (`is_deleted` = 1))),
  CONSTRAINT `ck_users_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_users_password_hash` CHECK ((`password_hash` like _utf8mb4'$argon2id$%'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='One account a person';

CREATE TABLE `user_sessions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `token_hash` binary(32) NOT NULL COMMENT 'SHA-256 of the 256-bit token in the cookie',
  `is_remembered` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'The longer of the two lives was asked for',
  `client_address` varchar(45) DEFAULT NULL COMMENT 'IPv4 or IPv6 address at sign-in',
  `user_agent` varchar(255) DEFAULT NULL COMMENT 'Browser at sign-in, as it names itself',
  `last_seen_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'UTC; written at most once a minute',
  `idle_expires_at` datetime NOT NULL COMMENT 'UTC; moves with every use',
  `expires_at` datetime NOT NULL COMMENT 'UTC; absolute end, never moves',
  `revoked_at` datetime DEFAULT NULL COMMENT 'UTC; signed out, or ended for the person',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_user_sessions_token_hash` (`token_hash`),
  KEY `ix_user_sessions_user_id_revoked_at` (`user_id`,`revoked_at`),
  KEY `ix_user_sessions_expires_at` (`expires_at`),
  CONSTRAINT `fk_user_sessions_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_user_sessions_idle_expires_at` CHECK ((`idle_expires_at` <= `expires_at`)),
  CONSTRAINT `ck_user_sessions_is_remembered_boolean` CHECK ((`is_remembered` in (0,1)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Signed-in browsers; a row is the right to act as its person';

CREATE TABLE `email_verification_tokens` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `token_hash` binary(32) NOT NULL COMMENT 'SHA-256 of the token in the mail',
  `expires_at` datetime NOT NULL COMMENT 'UTC',
  `used_at` datetime DEFAULT NULL COMMENT 'UTC; a token works once',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_email_verification_tokens_token_hash` (`token_hash`),
  KEY `ix_email_verification_tokens_user_id_created_at` (`user_id`,`created_at`),
  KEY `ix_email_verification_tokens_expires_at` (`expires_at`),
  CONSTRAINT `fk_email_verification_tokens_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Links that confirm an address';

CREATE TABLE `password_reset_tokens` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `token_hash` binary(32) NOT NULL COMMENT 'SHA-256 of the token in the mail',
  `expires_at` datetime NOT NULL COMMENT 'UTC',
  `used_at` datetime DEFAULT NULL COMMENT 'UTC; a token works once',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_password_reset_tokens_token_hash` (`token_hash`),
  KEY `ix_password_reset_tokens_user_id_created_at` (`user_id`,`created_at`),
  KEY `ix_password_reset_tokens_expires_at` (`expires_at`),
  CONSTRAINT `fk_password_reset_tokens_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Links that allow to set a new password';

CREATE TABLE `sign_in_attempts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned DEFAULT NULL COMMENT 'NULL: no account has the address that was typed',
  `email` varchar(254) NOT NULL COMMENT 'As typed, whether or not an account has it',
  `client_address` varchar(45) DEFAULT NULL COMMENT 'IPv4 or IPv6 address; NULL: from a database client',
  `compared_digest` binary(32) DEFAULT NULL COMMENT 'SHA-256 of the password hash that the password is compared with',
  `outcome` enum('pending','succeeded','failed') NOT NULL DEFAULT 'pending' COMMENT 'pending: the password is being looked at',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `ix_sign_in_attempts_user_id` (`user_id`,`id`),
  KEY `ix_sign_in_attempts_created_at` (`created_at`),
  KEY `ix_sign_in_attempts_email` (`email`),
  CONSTRAINT `fk_sign_in_attempts_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Tries to sign in: a session is opened for one of them, once';

CREATE TABLE `throttles` (
  `kind` enum('sign_in','register','recover','confirm','contact','feedback','report','message','post','request','comment','reference') NOT NULL,
  `scope` enum('account','address') NOT NULL,
  `subject` varchar(254) NOT NULL COMMENT 'The email, or the client''s address',
  `attempts_count` smallint unsigned NOT NULL COMMENT 'In the window',
  `window_ends_at` datetime NOT NULL COMMENT 'UTC; afterwards counting begins anew',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`kind`,`scope`,`subject`),
  KEY `ix_throttles_window_ends_at` (`window_ends_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Tries by account and by address: one row to lock, however many try at once';

CREATE TABLE `idempotency_keys` (
  `actor_id` bigint unsigned NOT NULL,
  `procedure_name` varchar(64) NOT NULL,
  `idempotency_key` varchar(64) NOT NULL COMMENT 'Random, made with the form',
  `result_id` bigint unsigned NOT NULL COMMENT 'Id of what the first call created',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`actor_id`,`procedure_name`,`idempotency_key`),
  KEY `ix_idempotency_keys_created_at` (`created_at`),
  CONSTRAINT `fk_idempotency_keys_actor_id` FOREIGN KEY (`actor_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Creations already made: a form sent twice creates once';

-- -----------------------------------------------------------------------------
-- lookup: What the alumni office maintains and everything else refers to
-- -----------------------------------------------------------------------------

CREATE TABLE `settings` (
  `name` varchar(60) NOT NULL,
  `value` varchar(500) NOT NULL,
  `description` varchar(300) NOT NULL COMMENT 'What it decides, its unit and its values',
  `kind` enum('boolean','integer','text','internal') DEFAULT NULL COMMENT 'What a value is; internal: not for the office. NULL: set by reference data at once',
  `least` int unsigned DEFAULT NULL COMMENT 'Of an integer',
  `most` int unsigned DEFAULT NULL COMMENT 'Of an integer',
  `default_value` varchar(500) DEFAULT NULL COMMENT 'As delivered',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id; NULL: as delivered',
  PRIMARY KEY (`name`),
  KEY `ix_settings_updated_by` (`updated_by`),
  CONSTRAINT `fk_settings_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_settings_bounds` CHECK (((`kind` <> _utf8mb4'integer') or ((`least` is not null) and (`most` is not null)))),
  CONSTRAINT `ck_settings_most` CHECK ((`least` <= `most`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What the university decides about the platform; read through setting_of()';

CREATE TABLE `institution_info` (
  `id` tinyint unsigned NOT NULL DEFAULT '1',
  `name` varchar(160) NOT NULL,
  `short_name` varchar(40) NOT NULL,
  `website_url` varchar(300) DEFAULT NULL,
  `contact_email` varchar(254) DEFAULT NULL,
  `contact_phone` varchar(40) DEFAULT NULL,
  `address` varchar(300) DEFAULT NULL,
  `founded_year` smallint unsigned DEFAULT NULL,
  `currency` char(3) NOT NULL DEFAULT 'USD' COMMENT 'ISO 4217; the currency people expect pay in',
  `time_zone` varchar(64) NOT NULL DEFAULT 'UTC' COMMENT 'IANA name; for showing times',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_institution_info_updated_by` (`updated_by`),
  CONSTRAINT `fk_institution_info_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_institution_info_currency` CHECK (regexp_like(`currency`,_utf8mb4'^[A-Z]{3}$',_utf8mb4'c')),
  CONSTRAINT `ck_institution_info_id` CHECK ((`id` = 1)),
  CONSTRAINT `ck_institution_info_name` CHECK ((trim(`name`) <> _utf8mb4'')),
  CONSTRAINT `ck_institution_info_website_url` CHECK (regexp_like(`website_url`,_utf8mb4'^https?://[^[:space:]]',_utf8mb4'c'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The one university this platform serves; exactly one row';

CREATE TABLE `campuses` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(120) NOT NULL,
  `city` varchar(120) DEFAULT NULL,
  `is_retired` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'Kept for those who have it, not offered anew',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_campuses_name` (`name`),
  KEY `ix_campuses_created_by` (`created_by`),
  KEY `ix_campuses_updated_by` (`updated_by`),
  CONSTRAINT `fk_campuses_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_campuses_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_campuses_is_retired_boolean` CHECK ((`is_retired` in (0,1))),
  CONSTRAINT `ck_campuses_name` CHECK ((trim(`name`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Places of the university';

CREATE TABLE `degrees` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(160) NOT NULL COMMENT 'In full: Bachelor of Science in Computer Science',
  `abbreviation` varchar(40) DEFAULT NULL COMMENT 'BSc Computer Science',
  `level` enum('certificate','bachelor','master','doctorate') NOT NULL,
  `semesters_count` tinyint unsigned NOT NULL COMMENT 'Regular length',
  `is_retired` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'Kept for those who have it, not offered anew',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_degrees_name` (`name`),
  KEY `ix_degrees_created_by` (`created_by`),
  KEY `ix_degrees_updated_by` (`updated_by`),
  CONSTRAINT `fk_degrees_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_degrees_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_degrees_is_retired_boolean` CHECK ((`is_retired` in (0,1))),
  CONSTRAINT `ck_degrees_name` CHECK ((trim(`name`) <> _utf8mb4'')),
  CONSTRAINT `ck_degrees_semesters_count` CHECK ((`semesters_count` between 1 and 20))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What one can study or have studied here';

CREATE TABLE `skill_domains` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(80) NOT NULL COMMENT 'Other receives the skills that people add themselves',
  `is_retired` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'Kept for the skills in it, not offered for new ones',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_skill_domains_name` (`name`),
  KEY `ix_skill_domains_created_by` (`created_by`),
  KEY `ix_skill_domains_updated_by` (`updated_by`),
  CONSTRAINT `fk_skill_domains_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_skill_domains_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_skill_domains_is_retired_boolean` CHECK ((`is_retired` in (0,1))),
  CONSTRAINT `ck_skill_domains_name` CHECK ((trim(`name`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Fields of knowledge that group skills';

CREATE TABLE `skills` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `domain_id` bigint unsigned NOT NULL,
  `name` varchar(60) NOT NULL COMMENT 'As shown; compared without case and accents',
  `is_retired` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'Kept for those who have it, not suggested',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_skills_name` (`name`),
  KEY `ix_skills_domain_id` (`domain_id`),
  KEY `ix_skills_created_by` (`created_by`),
  KEY `ix_skills_updated_by` (`updated_by`),
  CONSTRAINT `fk_skills_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_skills_domain_id` FOREIGN KEY (`domain_id`) REFERENCES `skill_domains` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_skills_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_skills_is_retired_boolean` CHECK ((`is_retired` in (0,1))),
  CONSTRAINT `ck_skills_name` CHECK ((trim(`name`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What one can be good at';

-- -----------------------------------------------------------------------------
-- profiles: What is known about a person as office staff, as alumnus, as student
-- -----------------------------------------------------------------------------

CREATE TABLE `staff_profiles` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `first_name` varchar(80) NOT NULL,
  `last_name` varchar(80) NOT NULL,
  `job_title` varchar(120) DEFAULT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'As the account; tr_user_update',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_staff_profiles_user_id` (`user_id`),
  KEY `ix_staff_profiles_created_by` (`created_by`),
  KEY `ix_staff_profiles_updated_by` (`updated_by`),
  CONSTRAINT `fk_staff_profiles_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_staff_profiles_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_staff_profiles_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_staff_profiles_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_staff_profiles_first_name` CHECK ((trim(`first_name`) <> _utf8mb4'')),
  CONSTRAINT `ck_staff_profiles_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_staff_profiles_last_name` CHECK ((trim(`last_name`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='People of the alumni office';

CREATE TABLE `alumni_profiles` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `first_name` varchar(80) NOT NULL,
  `last_name` varchar(80) NOT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `gender` enum('female','male','other','undisclosed') NOT NULL DEFAULT 'undisclosed',
  `date_of_birth` date DEFAULT NULL,
  `student_number` varchar(40) DEFAULT NULL COMMENT 'As on the student card; proof for the verification',
  `degree_id` bigint unsigned DEFAULT NULL COMMENT 'The degree the person names first',
  `campus_id` bigint unsigned DEFAULT NULL,
  `graduation_year` smallint unsigned DEFAULT NULL,
  `current_job_title` varchar(120) DEFAULT NULL,
  `current_company` varchar(120) DEFAULT NULL,
  `industry` varchar(80) DEFAULT NULL,
  `location` varchar(120) DEFAULT NULL COMMENT 'City and country, as people write it',
  `bio` text COMMENT 'Markdown',
  `linkedin_url` varchar(300) DEFAULT NULL,
  `website_url` varchar(300) DEFAULT NULL,
  `is_mentor` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'Answers requests for guidance; what the filter mentors looks at',
  `views_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Rows of profile_views; once a viewer and day',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'As the account; tr_user_update',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_alumni_profiles_user_id` (`user_id`),
  UNIQUE KEY `uq_alumni_profiles_student_number` (`student_number`),
  KEY `ix_alumni_profiles_degree_id_graduation_year` (`degree_id`,`graduation_year`),
  KEY `ix_alumni_profiles_campus_id` (`campus_id`),
  KEY `ix_alumni_profiles_created_by` (`created_by`),
  KEY `ix_alumni_profiles_updated_by` (`updated_by`),
  KEY `ix_alumni_profiles_current_company` (`current_company`,`user_id`),
  KEY `ix_alumni_profiles_industry` (`industry`,`user_id`),
  FULLTEXT KEY `ft_alumni_profiles_text` (`first_name`,`last_name`,`current_job_title`,`current_company`,`bio`),
  CONSTRAINT `fk_alumni_profiles_campus_id` FOREIGN KEY (`campus_id`) REFERENCES `campuses` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_alumni_profiles_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_alumni_profiles_degree_id` FOREIGN KEY (`degree_id`) REFERENCES `degrees` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_alumni_profiles_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_alumni_profiles_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_alumni_profiles_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_alumni_profiles_first_name` CHECK ((trim(`first_name`) <> _utf8mb4'')),
  CONSTRAINT `ck_alumni_profiles_graduation_year` CHECK ((`graduation_year` between 1900 and 2200)),
  CONSTRAINT `ck_alumni_profiles_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_alumni_profiles_is_mentor_boolean` CHECK ((`is_mentor` in (0,1))),
  CONSTRAINT `ck_alumni_profiles_last_name` CHECK ((trim(`last_name`) <> _utf8mb4'')),
  CONSTRAINT `ck_alumni_profiles_linkedin_url` CHECK (regexp_like(`linkedin_url`,_utf8mb4'^https?://[^[:space:]]',_utf8mb4'c')),
  CONSTRAINT `ck_alumni_profiles_student_number` CHECK ((trim(`student_number`) <> _utf8mb4'')),
  CONSTRAINT `ck_alumni_profiles_website_url` CHECK (regexp_like(`website_url`,_utf8mb4'^https?://[^[:space:]]',_utf8mb4'c'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='A person as a graduate';

CREATE TABLE `student_profiles` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `first_name` varchar(80) NOT NULL,
  `last_name` varchar(80) NOT NULL,
  `phone` varchar(40) DEFAULT NULL,
  `gender` enum('female','male','other','undisclosed') NOT NULL DEFAULT 'undisclosed',
  `date_of_birth` date DEFAULT NULL,
  `nationality` varchar(80) DEFAULT NULL,
  `student_number` varchar(40) DEFAULT NULL COMMENT 'As on the student card',
  `degree_id` bigint unsigned DEFAULT NULL,
  `campus_id` bigint unsigned DEFAULT NULL,
  `current_semester` tinyint unsigned DEFAULT NULL,
  `cgpa` decimal(3,2) DEFAULT NULL COMMENT 'Cumulative grade point average, 0.00 to 4.00',
  `expected_graduation_year` smallint unsigned DEFAULT NULL,
  `bio` text COMMENT 'Markdown',
  `linkedin_url` varchar(300) DEFAULT NULL,
  `website_url` varchar(300) DEFAULT NULL,
  `views_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Rows of profile_views; once a viewer and day',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'As the account; tr_user_update',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_student_profiles_user_id` (`user_id`),
  UNIQUE KEY `uq_student_profiles_student_number` (`student_number`),
  KEY `ix_student_profiles_degree_id_current_semester` (`degree_id`,`current_semester`),
  KEY `ix_student_profiles_campus_id` (`campus_id`),
  KEY `ix_student_profiles_created_by` (`created_by`),
  KEY `ix_student_profiles_updated_by` (`updated_by`),
  CONSTRAINT `fk_student_profiles_campus_id` FOREIGN KEY (`campus_id`) REFERENCES `campuses` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_student_profiles_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_student_profiles_degree_id` FOREIGN KEY (`degree_id`) REFERENCES `degrees` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_student_profiles_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_student_profiles_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_student_profiles_cgpa` CHECK ((`cgpa` between 0 and 4)),
  CONSTRAINT `ck_student_profiles_current_semester` CHECK ((`current_semester` between 1 and 20)),
  CONSTRAINT `ck_student_profiles_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_student_profiles_expected_graduation_year` CHECK ((`expected_graduation_year` between 1900 and 2200)),
  CONSTRAINT `ck_student_profiles_first_name` CHECK ((trim(`first_name`) <> _utf8mb4'')),
  CONSTRAINT `ck_student_profiles_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_student_profiles_last_name` CHECK ((trim(`last_name`) <> _utf8mb4'')),
  CONSTRAINT `ck_student_profiles_linkedin_url` CHECK (regexp_like(`linkedin_url`,_utf8mb4'^https?://[^[:space:]]',_utf8mb4'c')),
  CONSTRAINT `ck_student_profiles_student_number` CHECK ((trim(`student_number`) <> _utf8mb4'')),
  CONSTRAINT `ck_student_profiles_website_url` CHECK (regexp_like(`website_url`,_utf8mb4'^https?://[^[:space:]]',_utf8mb4'c'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='A person as a student';

-- -----------------------------------------------------------------------------
-- media_files: Uploaded files, each content once
-- -----------------------------------------------------------------------------

CREATE TABLE `media_files` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `sha256` binary(32) NOT NULL COMMENT 'Of the content; the same file is stored once',
  `media_type` varchar(100) NOT NULL COMMENT 'As found in the content, not as claimed',
  `byte_size` int unsigned NOT NULL,
  `content` longblob NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id of the first to upload it',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_media_files_sha256` (`sha256`),
  KEY `ix_media_files_created_by` (`created_by`),
  CONSTRAINT `fk_media_files_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_media_files_byte_size` CHECK ((`byte_size` between 1 and 16777216)),
  CONSTRAINT `ck_media_files_content` CHECK ((length(`content`) = `byte_size`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Uploaded files by content';

-- -----------------------------------------------------------------------------
-- jobs: Postings, the skills they ask for, their search words, who looked, who applied
-- -----------------------------------------------------------------------------

CREATE TABLE `job_postings` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `poster_id` bigint unsigned NOT NULL COMMENT 'users.id: sees and moves the applicants',
  `title` varchar(150) NOT NULL,
  `company_name` varchar(150) NOT NULL,
  `job_type` enum('internship','full_time','part_time','contract','remote') NOT NULL,
  `experience_level` enum('entry','junior','mid','senior','lead') DEFAULT NULL COMMENT 'NULL: any level',
  `location` varchar(150) DEFAULT NULL COMMENT 'City and country, as people write it',
  `is_remote` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'Can be done from anywhere',
  `description` mediumtext NOT NULL COMMENT 'Markdown',
  `requirements` mediumtext COMMENT 'Markdown',
  `salary_min` decimal(12,2) DEFAULT NULL,
  `salary_max` decimal(12,2) DEFAULT NULL,
  `salary_currency` char(3) NOT NULL COMMENT 'ISO 4217',
  `salary_period` enum('hour','month','year') NOT NULL DEFAULT 'year',
  `salary_yearly_max` decimal(15,2) GENERATED ALWAYS AS ((coalesce(`salary_max`,`salary_min`) * (case `salary_period` when _utf8mb4'hour' then 2080 when _utf8mb4'month' then 12 else 1 end))) STORED COMMENT 'The most it pays in a year of full work: what the filter compares',
  `target_audience` enum('all','alumni_only','students_only') NOT NULL DEFAULT 'all',
  `vacancies` smallint unsigned NOT NULL DEFAULT '1',
  `deadline` date DEFAULT NULL COMMENT 'Last day to apply, in UTC; NULL: until closed',
  `closes_at` datetime GENERATED ALWAYS AS ((`deadline` + interval 1 day)) STORED COMMENT 'UTC; the moment from which nobody can apply',
  `status` enum('open','closed') NOT NULL DEFAULT 'open',
  `closed_at` datetime DEFAULT NULL COMMENT 'UTC',
  `closed_reason` enum('poster','deadline','filled','account') DEFAULT NULL COMMENT 'Who or what closed it; account: its poster was blocked or deleted',
  `views_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Rows of job_views; once a person and day',
  `applications_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Applications neither withdrawn nor deleted; kept by tr_job_application_*',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `is_listed` tinyint(1) GENERATED ALWAYS AS (((`is_deleted` = 0) and (`status` = _utf8mb4'open'))) STORED COMMENT 'Can appear in lists; leads the indexes that lists walk',
  `revision` int unsigned NOT NULL DEFAULT '1' COMMENT 'Counts edits, so that nobody overwrites what somebody else has just changed',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_job_postings_poster_id_id` (`poster_id`,`id`),
  KEY `ix_job_postings_is_listed_id` (`is_listed`,`id`),
  KEY `ix_job_postings_status_closes_at` (`status`,`closes_at`),
  KEY `ix_job_postings_created_by` (`created_by`),
  KEY `ix_job_postings_updated_by` (`updated_by`),
  FULLTEXT KEY `ft_job_postings_text` (`title`,`company_name`,`description`,`requirements`),
  CONSTRAINT `fk_job_postings_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_job_postings_poster_id` FOREIGN KEY (`poster_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_job_postings_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_job_postings_closed` CHECK ((((`status` = _utf8mb4'closed') = (`closed_at` is not null)) and ((`status` = _utf8mb4'closed') = (`closed_reason` is not null)))),
  CONSTRAINT `ck_job_postings_company_name` CHECK ((trim(`company_name`) <> _utf8mb4'')),
  CONSTRAINT `ck_job_postings_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_job_postings_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_job_postings_is_remote_boolean` CHECK ((`is_remote` in (0,1))),
  CONSTRAINT `ck_job_postings_remote` CHECK (((`job_type` <> _utf8mb4'remote') or (`is_remote` = 1))),
  CONSTRAINT `ck_job_postings_salary_currency` CHECK (regexp_like(`salary_currency`,_utf8mb4'^[A-Z]{3}$',_utf8mb4'c')),
  CONSTRAINT `ck_job_postings_salary_max` CHECK ((`salary_max` >= `salary_min`)),
  CONSTRAINT `ck_job_postings_salary_max_alone` CHECK ((`salary_max` >= 0)),
  CONSTRAINT `ck_job_postings_salary_min` CHECK ((`salary_min` >= 0)),
  CONSTRAINT `ck_job_postings_title` CHECK ((trim(`title`) <> _utf8mb4'')),
  CONSTRAINT `ck_job_postings_vacancies` CHECK ((`vacancies` between 1 and 1000))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Jobs and internships';

CREATE TABLE `job_posting_skills` (
  `job_posting_id` bigint unsigned NOT NULL,
  `skill_id` bigint unsigned NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`job_posting_id`,`skill_id`),
  KEY `ix_job_posting_skills_skill_id_job_posting_id` (`skill_id`,`job_posting_id`),
  KEY `ix_job_posting_skills_created_by` (`created_by`),
  CONSTRAINT `fk_job_posting_skills_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_job_posting_skills_job_posting_id` FOREIGN KEY (`job_posting_id`) REFERENCES `job_postings` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_job_posting_skills_skill_id` FOREIGN KEY (`skill_id`) REFERENCES `skills` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Skills a posting asks for';

CREATE TABLE `job_terms` (
  `job_posting_id` bigint unsigned NOT NULL,
  `field` enum('any','title','company','location','skill') NOT NULL COMMENT 'Where the word stands; any: a row more for each word, for the search in all fields',
  `term` varchar(40) NOT NULL COMMENT 'Folded by search_terms_of()',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`job_posting_id`,`field`,`term`),
  KEY `ix_job_terms_field_term_job_posting_id` (`field`,`term`,`job_posting_id`),
  CONSTRAINT `fk_job_terms_job_posting_id` FOREIGN KEY (`job_posting_id`) REFERENCES `job_postings` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Words a posting is found by; written with the posting, in the same transaction';

CREATE TABLE `job_views` (
  `job_posting_id` bigint unsigned NOT NULL,
  `viewer_id` bigint unsigned NOT NULL,
  `viewed_on` date NOT NULL COMMENT 'Day in UTC',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`job_posting_id`,`viewer_id`,`viewed_on`),
  KEY `ix_job_views_viewer_id` (`viewer_id`),
  CONSTRAINT `fk_job_views_job_posting_id` FOREIGN KEY (`job_posting_id`) REFERENCES `job_postings` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_job_views_viewer_id` FOREIGN KEY (`viewer_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Who opened a posting on which day: what views_count counts';

CREATE TABLE `job_applications` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `job_posting_id` bigint unsigned NOT NULL,
  `applicant_id` bigint unsigned NOT NULL COMMENT 'users.id',
  `cover_letter` text,
  `expected_salary` decimal(12,2) DEFAULT NULL COMMENT 'In currency and period of the posting',
  `cv_upload` bigint unsigned DEFAULT NULL COMMENT 'media_files.id of the CV; NULL: the applicant has left for good',
  `cv_file_name` varchar(255) NOT NULL COMMENT 'As the applicant calls it',
  `status` enum('pending','reviewed','shortlisted','interviewed','offered','hired','rejected','withdrawn') NOT NULL DEFAULT 'pending',
  `private_note` text COMMENT 'Of the poster; the applicant never sees it',
  `application_date` datetime DEFAULT CURRENT_TIMESTAMP COMMENT 'UTC',
  `applied_at` datetime GENERATED ALWAYS AS (`application_date`) STORED COMMENT 'UTC; the name that clients of the reference system read',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `is_counted` tinyint(1) GENERATED ALWAYS AS (((`is_deleted` = 0) and (`status` <> _utf8mb4'withdrawn'))) STORED COMMENT 'Part of job_postings.applications_count',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_job_applications_job_posting_id_applicant_id` (`job_posting_id`,`applicant_id`),
  KEY `ix_job_applications_job_posting_id_status` (`job_posting_id`,`status`),
  KEY `ix_job_applications_applicant_id_id` (`applicant_id`,`id`),
  KEY `ix_job_applications_cv_upload` (`cv_upload`),
  KEY `ix_job_applications_created_by` (`created_by`),
  KEY `ix_job_applications_updated_by` (`updated_by`),
  CONSTRAINT `fk_job_applications_applicant_id` FOREIGN KEY (`applicant_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_job_applications_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_job_applications_cv_upload` FOREIGN KEY (`cv_upload`) REFERENCES `media_files` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_job_applications_job_posting_id` FOREIGN KEY (`job_posting_id`) REFERENCES `job_postings` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_job_applications_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_job_applications_application_date` CHECK ((`application_date` is not null)),
  CONSTRAINT `ck_job_applications_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_job_applications_expected_salary` CHECK ((`expected_salary` >= 0)),
  CONSTRAINT `ck_job_applications_is_deleted_boolean` CHECK ((`is_deleted` in (0,1)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Who applied for what, and how far it is; one row a person and posting';

CREATE TABLE `job_application_moves` (
  `from_status` enum('pending','reviewed','shortlisted','interviewed','offered','hired','rejected','withdrawn') NOT NULL,
  `to_status` enum('pending','reviewed','shortlisted','interviewed','offered','hired','rejected','withdrawn') NOT NULL,
  `mover` enum('poster','applicant') NOT NULL COMMENT 'Who may make this move',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`from_status`,`to_status`),
  CONSTRAINT `ck_job_application_moves_to_status` CHECK ((`from_status` <> `to_status`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The sensible moves of an application: the workflow, as data';

CREATE TABLE `job_application_history` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `job_application_id` bigint unsigned NOT NULL,
  `from_status` enum('pending','reviewed','shortlisted','interviewed','offered','hired','rejected','withdrawn') DEFAULT NULL COMMENT 'NULL: the application was made',
  `to_status` enum('pending','reviewed','shortlisted','interviewed','offered','hired','rejected','withdrawn') NOT NULL,
  `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who made the move',
  PRIMARY KEY (`id`),
  KEY `ix_job_application_history_job_application_id_id` (`job_application_id`,`id`),
  KEY `ix_job_application_history_from_status_to_status` (`from_status`,`to_status`),
  KEY `ix_job_application_history_created_by` (`created_by`),
  CONSTRAINT `fk_job_application_history_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_job_application_history_job_application_id` FOREIGN KEY (`job_application_id`) REFERENCES `job_applications` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_job_application_history_move` FOREIGN KEY (`from_status`, `to_status`) REFERENCES `job_application_moves` (`from_status`, `to_status`) ON DELETE RESTRICT,
  CONSTRAINT `ck_job_application_history_first` CHECK (((`from_status` is not null) or (`to_status` = _utf8mb4'pending')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Every state an application was in; only moves of job_application_moves can be written';

-- -----------------------------------------------------------------------------
-- outbox_and_audit: Mail that waits to be sent, and what was done by whom
-- -----------------------------------------------------------------------------

CREATE TABLE `mail_outbox` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `recipient_id` bigint unsigned DEFAULT NULL COMMENT 'users.id; NULL: an address without an account',
  `email` varchar(254) NOT NULL COMMENT 'Where it goes, as it was when the fact happened',
  `template` varchar(60) NOT NULL COMMENT 'Name of the mail in the shell''s templates',
  `data` json NOT NULL COMMENT 'What the template shows; secrets are removed once it is sent',
  `fact_key` varchar(120) NOT NULL COMMENT 'Names the fact: one mail a fact, never two',
  `status` enum('queued','leased','sent','failed') NOT NULL DEFAULT 'queued',
  `attempts_count` tinyint unsigned NOT NULL DEFAULT '0',
  `next_attempt_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'UTC',
  `leased_by` varchar(80) DEFAULT NULL COMMENT 'Name of the sender that works on it',
  `leased_until` datetime DEFAULT NULL COMMENT 'UTC; afterwards another sender may take it',
  `sent_at` datetime DEFAULT NULL COMMENT 'UTC',
  `last_error` varchar(500) DEFAULT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: whose act caused it',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_mail_outbox_fact_key` (`fact_key`),
  KEY `ix_mail_outbox_status_next_attempt_at` (`status`,`next_attempt_at`),
  KEY `ix_mail_outbox_status_leased_until` (`status`,`leased_until`),
  KEY `ix_mail_outbox_recipient_id` (`recipient_id`),
  KEY `ix_mail_outbox_created_by` (`created_by`),
  CONSTRAINT `fk_mail_outbox_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_mail_outbox_recipient_id` FOREIGN KEY (`recipient_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_mail_outbox_lease` CHECK (((`status` = _utf8mb4'leased') = ((`leased_by` is not null) and (`leased_until` is not null)))),
  CONSTRAINT `ck_mail_outbox_sent_at` CHECK (((`status` = _utf8mb4'sent') = (`sent_at` is not null)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Mail written in the transaction of its fact, sent afterwards';

CREATE TABLE `admin_activity_log` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `actor_id` bigint unsigned DEFAULT NULL COMMENT 'users.id; NULL: a database client or the scheduler',
  `action` varchar(64) NOT NULL COMMENT 'Name of the procedure that did it',
  `subject_table` varchar(64) NOT NULL,
  `subject_id` bigint unsigned NOT NULL,
  `before_state` json DEFAULT NULL COMMENT 'The changed columns as they were; NULL: created',
  `after_state` json DEFAULT NULL COMMENT 'The changed columns as they are; NULL: gone',
  `client_address` varchar(45) DEFAULT NULL,
  `request_id` varchar(64) DEFAULT NULL COMMENT 'Finds the line in the web''s log',
  `database_user` varchar(288) NOT NULL COMMENT 'The account that called, as USER() names it',
  `state_salt` binary(16) DEFAULT NULL COMMENT 'Random; NULL: the states have been erased with their person',
  `state_digest` binary(32) NOT NULL COMMENT 'SHA-256 of the salt and both states; stays when they are erased',
  `origin_salt` binary(16) DEFAULT NULL COMMENT 'Random; NULL: address and request have been erased with the actor',
  `origin_digest` binary(32) NOT NULL COMMENT 'SHA-256 of the salt, address and request; stays',
  `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `ix_admin_activity_log_actor_id_id` (`actor_id`,`id`),
  KEY `ix_admin_activity_log_subject` (`subject_table`,`subject_id`,`id`),
  KEY `ix_admin_activity_log_action_id` (`action`,`id`),
  KEY `ix_admin_activity_log_subject_table_id` (`subject_table`,`id`),
  KEY `ix_admin_activity_log_created_at_id` (`created_at`,`id`),
  CONSTRAINT `fk_admin_activity_log_actor_id` FOREIGN KEY (`actor_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Every change of rights or state, with before and after';

-- -----------------------------------------------------------------------------
-- statistics: Figures of the whole university, counted now and then instead of on every page
-- -----------------------------------------------------------------------------

CREATE TABLE `statistics_snapshots` (
  `id` tinyint unsigned NOT NULL DEFAULT '1',
  `members_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Active accounts of alumni and students',
  `alumni_count` int unsigned NOT NULL DEFAULT '0',
  `students_count` int unsigned NOT NULL DEFAULT '0',
  `admins_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Active accounts of the office',
  `mentors_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Active alumni who answer requests for guidance',
  `active_members_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Members who signed in within 30 days',
  `new_members_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Members who joined since the first of this month',
  `new_members_before_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Members who joined in the same part of the month before',
  `unconfirmed_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Accounts whose address is not confirmed yet',
  `approvals_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Accounts that wait for the office''s approval',
  `blocked_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Blocked accounts',
  `rejected_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Rejected accounts',
  `deletion_requests_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Deleted accounts that can still come back: not erased yet',
  `graduation_requests_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Requests to graduate that wait',
  `achievements_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Achievements that nobody has verified yet',
  `open_jobs_count` int unsigned NOT NULL DEFAULT '0',
  `new_jobs_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Postings of this month so far',
  `new_jobs_before_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Postings of the same part of the month before',
  `companies_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'That have posted a job, open or not',
  `applications_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Applications neither withdrawn nor deleted',
  `new_applications_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Those of this month so far',
  `new_applications_before_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Those of the same part of the month before',
  `hired_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Applications that ended well',
  `upcoming_events_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Published events that have not begun',
  `upcoming_registrations_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'People registered for those',
  `held_events_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Events that began within a year',
  `attended_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'People who came to those',
  `no_shows_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'People who were registered for those and did not come',
  `generation` int unsigned NOT NULL DEFAULT '0' COMMENT 'The count that is read, of statistics_series and its like',
  `claimed_generation` int unsigned NOT NULL DEFAULT '0' COMMENT 'The count that was begun last',
  `content_digest` binary(32) DEFAULT NULL COMMENT 'SHA-256 of what the generation holds: the same again is not written again',
  `refreshing_until` datetime DEFAULT NULL COMMENT 'UTC; somebody counts, until then at most; NULL: nobody does',
  `refreshed_at` datetime DEFAULT NULL COMMENT 'UTC; when the figures were true',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  CONSTRAINT `ck_statistics_snapshots_id` CHECK ((`id` = 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The last count, written by ev_refresh_statistics; exactly one row';

-- -----------------------------------------------------------------------------
-- profile_details: What people tell about themselves, and who may know it
-- -----------------------------------------------------------------------------

CREATE TABLE `former_names` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `name` varchar(161) NOT NULL COMMENT 'In full or the family name alone, as the person writes it',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_former_names_user_id_name` (`user_id`,`name`),
  KEY `ix_former_names_created_by` (`created_by`),
  CONSTRAINT `fk_former_names_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_former_names_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_former_names_name` CHECK ((trim(`name`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Names under which friends of old look for a person';

CREATE TABLE `alumni_degrees` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `alumni_profile_id` bigint unsigned NOT NULL,
  `degree_id` bigint unsigned DEFAULT NULL COMMENT 'One of this university''s; NULL: earned elsewhere',
  `title` varchar(160) DEFAULT NULL COMMENT 'Of a degree earned elsewhere',
  `institution` varchar(160) DEFAULT NULL COMMENT 'Where that was',
  `graduation_year` smallint unsigned DEFAULT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_alumni_degrees_alumni_profile_id` (`alumni_profile_id`),
  KEY `ix_alumni_degrees_degree_id` (`degree_id`),
  KEY `ix_alumni_degrees_created_by` (`created_by`),
  KEY `ix_alumni_degrees_updated_by` (`updated_by`),
  CONSTRAINT `fk_alumni_degrees_alumni_profile_id` FOREIGN KEY (`alumni_profile_id`) REFERENCES `alumni_profiles` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_alumni_degrees_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_alumni_degrees_degree_id` FOREIGN KEY (`degree_id`) REFERENCES `degrees` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_alumni_degrees_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_alumni_degrees_graduation_year` CHECK ((`graduation_year` between 1900 and 2200)),
  CONSTRAINT `ck_alumni_degrees_institution` CHECK (((`degree_id` is null) or (`institution` is null))),
  CONSTRAINT `ck_alumni_degrees_title` CHECK (((`degree_id` is null) = (`title` is not null)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Further degrees of a graduate; the first one is in alumni_profiles';

CREATE TABLE `alumni_work_history` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `alumni_profile_id` bigint unsigned NOT NULL,
  `job_title` varchar(120) NOT NULL,
  `company` varchar(120) NOT NULL,
  `location` varchar(120) DEFAULT NULL,
  `start_date` date NOT NULL COMMENT 'First day of the month where only that is known',
  `end_date` date DEFAULT NULL COMMENT 'NULL: still there',
  `description` text COMMENT 'Markdown',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_alumni_work_history_alumni_profile_id` (`alumni_profile_id`),
  KEY `ix_alumni_work_history_created_by` (`created_by`),
  KEY `ix_alumni_work_history_updated_by` (`updated_by`),
  CONSTRAINT `fk_alumni_work_history_alumni_profile_id` FOREIGN KEY (`alumni_profile_id`) REFERENCES `alumni_profiles` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_alumni_work_history_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_alumni_work_history_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_alumni_work_history_company` CHECK ((trim(`company`) <> _utf8mb4'')),
  CONSTRAINT `ck_alumni_work_history_end_date` CHECK ((`end_date` >= `start_date`)),
  CONSTRAINT `ck_alumni_work_history_job_title` CHECK ((trim(`job_title`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Where a graduate has worked';

CREATE TABLE `alumni_skills` (
  `alumni_profile_id` bigint unsigned NOT NULL,
  `skill_id` bigint unsigned NOT NULL,
  `proficiency_level` enum('beginner','intermediate','advanced','expert') NOT NULL DEFAULT 'intermediate',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`alumni_profile_id`,`skill_id`),
  KEY `ix_alumni_skills_skill_id_proficiency_level` (`skill_id`,`proficiency_level`,`alumni_profile_id`),
  KEY `ix_alumni_skills_created_by` (`created_by`),
  CONSTRAINT `fk_alumni_skills_alumni_profile_id` FOREIGN KEY (`alumni_profile_id`) REFERENCES `alumni_profiles` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_alumni_skills_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_alumni_skills_skill_id` FOREIGN KEY (`skill_id`) REFERENCES `skills` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What a graduate is good at, and how good';

CREATE TABLE `student_skills` (
  `student_profile_id` bigint unsigned NOT NULL,
  `skill_id` bigint unsigned NOT NULL,
  `proficiency_level` enum('beginner','intermediate','advanced','expert') NOT NULL DEFAULT 'intermediate',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`student_profile_id`,`skill_id`),
  KEY `ix_student_skills_skill_id_proficiency_level` (`skill_id`,`proficiency_level`,`student_profile_id`),
  KEY `ix_student_skills_created_by` (`created_by`),
  CONSTRAINT `fk_student_skills_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_student_skills_skill_id` FOREIGN KEY (`skill_id`) REFERENCES `skills` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_student_skills_student_profile_id` FOREIGN KEY (`student_profile_id`) REFERENCES `student_profiles` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What a student is good at, and how good';

CREATE TABLE `alumni_achievements` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `alumni_profile_id` bigint unsigned NOT NULL,
  `kind` enum('certification','award','publication','patent','project','volunteer','honor','other') NOT NULL,
  `title` varchar(160) NOT NULL,
  `issuer` varchar(160) DEFAULT NULL COMMENT 'Who gave or published it',
  `achieved_on` date DEFAULT NULL,
  `url` varchar(300) DEFAULT NULL,
  `description` text COMMENT 'Markdown',
  `verified_at` datetime DEFAULT NULL COMMENT 'UTC; when the office saw the proof; an edit takes it back',
  `verified_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_alumni_achievements_alumni_profile_id` (`alumni_profile_id`),
  KEY `ix_alumni_achievements_verified_at` (`verified_at`,`id`),
  KEY `ix_alumni_achievements_verified_by` (`verified_by`),
  KEY `ix_alumni_achievements_created_by` (`created_by`),
  KEY `ix_alumni_achievements_updated_by` (`updated_by`),
  CONSTRAINT `fk_alumni_achievements_alumni_profile_id` FOREIGN KEY (`alumni_profile_id`) REFERENCES `alumni_profiles` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_alumni_achievements_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_alumni_achievements_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_alumni_achievements_verified_by` FOREIGN KEY (`verified_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_alumni_achievements_title` CHECK ((trim(`title`) <> _utf8mb4'')),
  CONSTRAINT `ck_alumni_achievements_url` CHECK (regexp_like(`url`,_utf8mb4'^https?://[^[:space:]]',_utf8mb4'c'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What a graduate is proud of; verified by the office';

CREATE TABLE `student_projects` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `student_profile_id` bigint unsigned NOT NULL,
  `title` varchar(160) NOT NULL,
  `url` varchar(300) DEFAULT NULL,
  `description` text COMMENT 'Markdown',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_student_projects_student_profile_id` (`student_profile_id`),
  KEY `ix_student_projects_created_by` (`created_by`),
  KEY `ix_student_projects_updated_by` (`updated_by`),
  CONSTRAINT `fk_student_projects_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_student_projects_student_profile_id` FOREIGN KEY (`student_profile_id`) REFERENCES `student_profiles` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_student_projects_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_student_projects_title` CHECK ((trim(`title`) <> _utf8mb4'')),
  CONSTRAINT `ck_student_projects_url` CHECK (regexp_like(`url`,_utf8mb4'^https?://[^[:space:]]',_utf8mb4'c'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What a student has made';

CREATE TABLE `profile_links` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `label` varchar(60) NOT NULL,
  `url` varchar(300) NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_profile_links_user_id_url` (`user_id`,`url`),
  KEY `ix_profile_links_created_by` (`created_by`),
  CONSTRAINT `fk_profile_links_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_profile_links_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_profile_links_url` CHECK (((`url` like _utf8mb4'http://_%') or (`url` like _utf8mb4'https://_%')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Where else a person is on the web';

CREATE TABLE `profile_files` (
  `user_id` bigint unsigned NOT NULL,
  `kind` enum('photo','cover','cv') NOT NULL,
  `width` smallint unsigned NOT NULL COMMENT 'Pixels of this size of the picture; 0: no picture',
  `media_file_id` bigint unsigned NOT NULL,
  `file_name` varchar(255) DEFAULT NULL COMMENT 'As the person calls it; pictures have none',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`user_id`,`kind`,`width`),
  KEY `ix_profile_files_media_file_id` (`media_file_id`),
  KEY `ix_profile_files_created_by` (`created_by`),
  CONSTRAINT `fk_profile_files_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_profile_files_media_file_id` FOREIGN KEY (`media_file_id`) REFERENCES `media_files` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_profile_files_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_profile_files_file_name` CHECK (((`kind` = _utf8mb4'cv') = (`file_name` is not null))),
  CONSTRAINT `ck_profile_files_width` CHECK (((`kind` = _utf8mb4'cv') = (`width` = 0)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Photo and cover in a few sizes, and the CV';

CREATE TABLE `profile_views` (
  `profile_user_id` bigint unsigned NOT NULL COMMENT 'users.id of whose profile it is',
  `viewer_id` bigint unsigned NOT NULL,
  `viewed_on` date NOT NULL COMMENT 'Day in UTC',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`profile_user_id`,`viewed_on`,`viewer_id`),
  KEY `ix_profile_views_viewer_id` (`viewer_id`),
  CONSTRAINT `fk_profile_views_profile_user_id` FOREIGN KEY (`profile_user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_profile_views_viewer_id` FOREIGN KEY (`viewer_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `ck_profile_views_viewer_id` CHECK ((`viewer_id` <> `profile_user_id`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Who opened a profile on which day: what views_count counts';

CREATE TABLE `follows` (
  `follower_id` bigint unsigned NOT NULL,
  `followed_id` bigint unsigned NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned GENERATED ALWAYS AS (`follower_id`) VIRTUAL COMMENT 'users.id',
  PRIMARY KEY (`follower_id`,`followed_id`),
  KEY `ix_follows_followed_id` (`followed_id`,`follower_id`),
  CONSTRAINT `fk_follows_followed_id` FOREIGN KEY (`followed_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_follows_follower_id` FOREIGN KEY (`follower_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_follows_followed_id` CHECK ((`follower_id` <> `followed_id`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Whose news a person wants to see';

CREATE TABLE `privacy_fields` (
  `name` enum('profile','photo','email','phone','birth_date','work_history','achievements','cv','visits') NOT NULL,
  `default_audience` enum('everyone','members','alumni','students_of_my_campus','people_i_follow','only_me') NOT NULL COMMENT 'Where the person has not chosen',
  `label` varchar(60) NOT NULL,
  `description` varchar(200) NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What a person can show to some and hide from others';

CREATE TABLE `privacy_settings` (
  `user_id` bigint unsigned NOT NULL,
  `field` enum('profile','photo','email','phone','birth_date','work_history','achievements','cv','visits') NOT NULL,
  `audience` enum('everyone','members','alumni','students_of_my_campus','people_i_follow','only_me') NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `created_by` bigint unsigned GENERATED ALWAYS AS (`user_id`) VIRTUAL COMMENT 'users.id',
  PRIMARY KEY (`user_id`,`field`),
  KEY `ix_privacy_settings_field` (`field`),
  KEY `ix_privacy_settings_updated_by` (`updated_by`),
  CONSTRAINT `fk_privacy_settings_field` FOREIGN KEY (`field`) REFERENCES `privacy_fields` (`name`) ON DELETE RESTRICT,
  CONSTRAINT `fk_privacy_settings_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_privacy_settings_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Who may see what of a person, where that differs from the default';

-- -----------------------------------------------------------------------------
-- directory: What the directories are searched by
-- -----------------------------------------------------------------------------

CREATE TABLE `directory_entries` (
  `user_id` bigint unsigned NOT NULL,
  `directory` enum('alumni','students') NOT NULL,
  `name_key` varchar(162) NOT NULL COMMENT 'Family name first: what the list is sorted by',
  `year` smallint unsigned NOT NULL DEFAULT '0' COMMENT 'Of graduation, of students the expected one; 0: not said',
  `audience` enum('everyone','members','alumni','students_of_my_campus','people_i_follow','only_me') NOT NULL COMMENT 'Who may see the whole profile',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`user_id`),
  KEY `ix_directory_entries_directory_name_key_user_id` (`directory`,`name_key`,`user_id`,`audience`),
  KEY `ix_directory_entries_directory_user_id` (`directory`,`user_id`,`audience`),
  KEY `ix_directory_entries_directory_year_user_id` (`directory`,`year`,`user_id`,`audience`),
  CONSTRAINT `fk_directory_entries_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='People a directory lists: accounts that may act';

CREATE TABLE `directory_terms` (
  `user_id` bigint unsigned NOT NULL,
  `term` varchar(40) NOT NULL COMMENT 'Folded by search_terms_of()',
  `field` enum('name','headline','company','industry','study','skill','work','achievement','email','phone') NOT NULL COMMENT 'Where the word stands',
  `audience` enum('everyone','members','alumni','students_of_my_campus','people_i_follow','only_me') NOT NULL COMMENT 'Who may see that field, and so find the person by it',
  `directory` enum('alumni','students') NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`user_id`,`term`,`field`,`audience`),
  KEY `ix_directory_terms_directory_term_user_id` (`directory`,`term`,`user_id`,`audience`,`field`),
  CONSTRAINT `fk_directory_terms_user_id` FOREIGN KEY (`user_id`) REFERENCES `directory_entries` (`user_id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Words a person is found by';

CREATE TABLE `directory_facets` (
  `user_id` bigint unsigned NOT NULL,
  `facet` enum('skill','domain','degree','campus','mentor') NOT NULL,
  `value_id` bigint unsigned NOT NULL COMMENT 'skills.id, skill_domains.id, degrees.id, campuses.id; 1 for mentor',
  `level` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'Proficiency in the skill, or the best of the domain: 1 beginner to 4 expert',
  `directory` enum('alumni','students') NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`user_id`,`facet`,`value_id`),
  KEY `ix_directory_facets_directory_facet_value_id` (`directory`,`facet`,`value_id`,`level`,`user_id`),
  CONSTRAINT `fk_directory_facets_user_id` FOREIGN KEY (`user_id`) REFERENCES `directory_entries` (`user_id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What a person can be filtered by';

-- -----------------------------------------------------------------------------
-- account_lifecycle: Another address, graduation, leaving, and what is personal
-- -----------------------------------------------------------------------------

CREATE TABLE `account_tokens` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `purpose` enum('change_email','restore') NOT NULL,
  `token_hash` binary(32) NOT NULL COMMENT 'SHA-256 of the token in the mail',
  `new_email` varchar(254) DEFAULT NULL COMMENT 'What the address becomes',
  `expires_at` datetime NOT NULL COMMENT 'UTC',
  `used_at` datetime DEFAULT NULL COMMENT 'UTC; used, or replaced by a later one',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_account_tokens_token_hash` (`token_hash`),
  KEY `ix_account_tokens_user_id_purpose` (`user_id`,`purpose`),
  KEY `ix_account_tokens_expires_at` (`expires_at`),
  CONSTRAINT `fk_account_tokens_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_account_tokens_new_email` CHECK (((`purpose` = _utf8mb4'change_email') = (`new_email` is not null)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Links that change an address or bring an account back';

CREATE TABLE `graduation_requests` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `degree_id` bigint unsigned NOT NULL,
  `graduation_year` smallint unsigned NOT NULL,
  `note` varchar(500) DEFAULT NULL COMMENT 'Of the student to the office',
  `status` enum('pending','approved','rejected','withdrawn') NOT NULL DEFAULT 'pending',
  `is_pending` tinyint(1) GENERATED ALWAYS AS (if((`status` = _utf8mb4'pending'),1,NULL)) STORED COMMENT 'NULL unless pending, so that one can be pending a person',
  `decided_at` datetime DEFAULT NULL COMMENT 'UTC',
  `decided_reason` varchar(500) DEFAULT NULL COMMENT 'Words for the student',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who decided',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_graduation_requests_user_id_is_pending` (`user_id`,`is_pending`),
  KEY `ix_graduation_requests_status_id` (`status`,`id`),
  KEY `ix_graduation_requests_degree_id` (`degree_id`),
  KEY `ix_graduation_requests_created_by` (`created_by`),
  KEY `ix_graduation_requests_updated_by` (`updated_by`),
  CONSTRAINT `fk_graduation_requests_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_graduation_requests_degree_id` FOREIGN KEY (`degree_id`) REFERENCES `degrees` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_graduation_requests_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_graduation_requests_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_graduation_requests_decided_at` CHECK (((`status` in (_utf8mb4'approved',_utf8mb4'rejected')) = (`decided_at` is not null))),
  CONSTRAINT `ck_graduation_requests_graduation_year` CHECK ((`graduation_year` between 1900 and 2200))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Students who say that they have graduated; the office decides';

CREATE TABLE `personal_tables` (
  `name` varchar(64) NOT NULL,
  `person_condition` varchar(500) NOT NULL COMMENT 'SQL over the table''s columns: which rows are about @person_id (or @person_email)',
  `erasure` enum('delete','update') NOT NULL COMMENT 'delete: the rows go; update: they stay, their personal columns are overwritten',
  `position` smallint unsigned NOT NULL COMMENT 'Order of erasure: children before parents',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Where something about a person is stored: read by erasure and by self-export';

CREATE TABLE `personal_columns` (
  `table_name` varchar(64) NOT NULL,
  `column_name` varchar(64) NOT NULL,
  `replacement` varchar(200) DEFAULT NULL COMMENT 'SQL that overwrites it on erasure; NULL: it goes with its row, or stays',
  `is_exported` tinyint(1) NOT NULL DEFAULT '1' COMMENT '0: a secret, or somebody else''s words: not part of what a person downloads',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`table_name`,`column_name`),
  CONSTRAINT `fk_personal_columns_table_name` FOREIGN KEY (`table_name`) REFERENCES `personal_tables` (`name`) ON DELETE CASCADE,
  CONSTRAINT `ck_personal_columns_is_exported_boolean` CHECK ((`is_exported` in (0,1)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Columns that hold what a person is or has done; every such column must be here';

-- -----------------------------------------------------------------------------
-- events: Events, who takes part, who waits, who speaks, who helps, and who is reminded
-- -----------------------------------------------------------------------------

CREATE TABLE `events` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `creator_id` bigint unsigned NOT NULL COMMENT 'users.id: edits it and sees who is registered',
  `title` varchar(150) NOT NULL,
  `slug` varchar(170) NOT NULL COMMENT 'Readable part of an address; made of the title, kept then',
  `description` mediumtext NOT NULL COMMENT 'Markdown',
  `venue` varchar(200) DEFAULT NULL COMMENT 'Place and address, as people write it; NULL: online only',
  `is_online` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'Can be joined from anywhere',
  `online_url` varchar(500) DEFAULT NULL COMMENT 'Shown to those who have a seat, speak or run it',
  `time_zone` varchar(64) NOT NULL COMMENT 'IANA name: the clock on the wall where it takes place',
  `starts_at` datetime NOT NULL COMMENT 'UTC',
  `ends_at` datetime NOT NULL COMMENT 'UTC',
  `visibility` enum('public','alumni_only','students_only','all') NOT NULL DEFAULT 'all' COMMENT 'Who sees it; public: visitors too; all: everybody who is signed in',
  `target_audience` enum('all','alumni_only','students_only') NOT NULL DEFAULT 'all' COMMENT 'Who of those may register',
  `max_attendees` int unsigned DEFAULT NULL COMMENT 'Seats, guests included; NULL: as many as come',
  `max_guests` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'That one person may bring',
  `registration_deadline` datetime DEFAULT NULL COMMENT 'UTC; NULL: until it begins',
  `closes_at` datetime GENERATED ALWAYS AS (coalesce(`registration_deadline`,`starts_at`)) STORED COMMENT 'UTC; the moment from which nobody can register',
  `status` enum('draft','published','cancelled','completed') NOT NULL DEFAULT 'draft',
  `published_at` datetime DEFAULT NULL COMMENT 'UTC; the first time',
  `cancelled_at` datetime DEFAULT NULL COMMENT 'UTC',
  `cancellation_reason` varchar(500) DEFAULT NULL COMMENT 'In words for everybody who is registered',
  `completed_at` datetime DEFAULT NULL COMMENT 'UTC; who has not come by then did not come',
  `seats_taken_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Sum of event_registrations.seats_count; kept by tr_event_registration_*',
  `waiting_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Registrations in the waiting list; kept by tr_event_registration_*',
  `last_queue_number` int unsigned NOT NULL DEFAULT '0' COMMENT 'The last number drawn for the waiting list',
  `calendar_uid` char(36) NOT NULL DEFAULT (uuid()) COMMENT 'UID of iCalendar; never changes',
  `calendar_sequence` int unsigned NOT NULL DEFAULT '0' COMMENT 'SEQUENCE of iCalendar: counts changes of time, place or state',
  `revision` int unsigned NOT NULL DEFAULT '1' COMMENT 'Counts edits, so that nobody overwrites what somebody else has just changed',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `is_listed` tinyint(1) GENERATED ALWAYS AS (((`is_deleted` = 0) and (`is_suspended` = 0) and (`status` in (_utf8mb4'published',_utf8mb4'completed')))) STORED COMMENT 'Can appear in lists; leads the index that lists walk',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `is_suspended` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'Takes no registrations and is in no list: its creator is blocked or deleted',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_events_slug` (`slug`),
  UNIQUE KEY `uq_events_calendar_uid` (`calendar_uid`),
  KEY `ix_events_is_listed_starts_at_id` (`is_listed`,`starts_at`,`id`),
  KEY `ix_events_creator_id_starts_at_id` (`creator_id`,`starts_at`,`id`),
  KEY `ix_events_status_ends_at` (`status`,`ends_at`),
  KEY `ix_events_created_by` (`created_by`),
  KEY `ix_events_updated_by` (`updated_by`),
  FULLTEXT KEY `ft_events_text` (`title`,`description`,`venue`),
  CONSTRAINT `fk_events_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_events_creator_id` FOREIGN KEY (`creator_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_events_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_events_cancelled` CHECK ((((`status` = _utf8mb4'cancelled') = (`cancelled_at` is not null)) and ((`status` = _utf8mb4'cancelled') = (`cancellation_reason` is not null)))),
  CONSTRAINT `ck_events_completed_at` CHECK (((`status` = _utf8mb4'completed') = (`completed_at` is not null))),
  CONSTRAINT `ck_events_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_events_ends_at` CHECK ((`ends_at` > `starts_at`)),
  CONSTRAINT `ck_events_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_events_is_online_boolean` CHECK ((`is_online` in (0,1))),
  CONSTRAINT `ck_events_is_suspended_boolean` CHECK ((`is_suspended` in (0,1))),
  CONSTRAINT `ck_events_max_attendees` CHECK ((`max_attendees` between 1 and 100000)),
  CONSTRAINT `ck_events_max_guests` CHECK ((`max_guests` <= 20)),
  CONSTRAINT `ck_events_online_url` CHECK (((`online_url` is null) or ((`is_online` = 1) and regexp_like(`online_url`,_utf8mb4'^https?://',_utf8mb4'i')))),
  CONSTRAINT `ck_events_place` CHECK (((`is_online` = 1) or (`venue` is not null))),
  CONSTRAINT `ck_events_published_at` CHECK (((`status` = _utf8mb4'draft') or (`published_at` is not null))),
  CONSTRAINT `ck_events_registration_deadline` CHECK ((`registration_deadline` <= `ends_at`)),
  CONSTRAINT `ck_events_seats_taken_count` CHECK ((`seats_taken_count` <= `max_attendees`)),
  CONSTRAINT `ck_events_slug` CHECK (regexp_like(`slug`,_utf8mb4'^[a-z0-9]+(-[a-z0-9]+)*$',_utf8mb4'c')),
  CONSTRAINT `ck_events_title` CHECK ((trim(`title`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What takes place, where and for whom';

CREATE TABLE `event_registrations` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `event_id` bigint unsigned NOT NULL,
  `user_id` bigint unsigned NOT NULL COMMENT 'Who takes part',
  `status` enum('registered','waitlisted','offered','expired','cancelled','attended','no_show') NOT NULL COMMENT 'offered: a seat is held until offer_expires_at; expired: nobody took it',
  `guests_count` tinyint unsigned NOT NULL DEFAULT '0' COMMENT 'Whom they bring along',
  `note` varchar(500) DEFAULT NULL COMMENT 'For who runs it: diet, access, a question',
  `queue_number` int unsigned DEFAULT NULL COMMENT 'Place in the waiting list, drawn from the event; NULL: never waited',
  `offer_expires_at` datetime DEFAULT NULL COMMENT 'UTC; until when the offered seat is held',
  `registered_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'UTC; when they asked, the last time',
  `checked_in_at` datetime DEFAULT NULL COMMENT 'UTC; the first scan',
  `checked_in_by` bigint unsigned DEFAULT NULL COMMENT 'users.id of who scanned or ticked',
  `check_in_code` char(22) NOT NULL COMMENT 'What the QR code of the ticket says; random',
  `seats_count` tinyint unsigned GENERATED ALWAYS AS (if((`status` in (_utf8mb4'registered',_utf8mb4'offered',_utf8mb4'attended',_utf8mb4'no_show')),(1 + `guests_count`),0)) STORED COMMENT 'Seats taken: the person and their guests',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_event_registrations_event_id_user_id` (`event_id`,`user_id`),
  UNIQUE KEY `uq_event_registrations_check_in_code` (`check_in_code`),
  KEY `ix_event_registrations_event_id_status_queue_number` (`event_id`,`status`,`queue_number`),
  KEY `ix_event_registrations_event_id_status_id` (`event_id`,`status`,`id`),
  KEY `ix_event_registrations_user_id_id` (`user_id`,`id`),
  KEY `ix_event_registrations_status_offer_expires_at` (`status`,`offer_expires_at`),
  KEY `ix_event_registrations_checked_in_by` (`checked_in_by`),
  KEY `ix_event_registrations_created_by` (`created_by`),
  KEY `ix_event_registrations_updated_by` (`updated_by`),
  CONSTRAINT `fk_event_registrations_checked_in_by` FOREIGN KEY (`checked_in_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_event_registrations_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_event_registrations_event_id` FOREIGN KEY (`event_id`) REFERENCES `events` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_event_registrations_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_event_registrations_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `ck_event_registrations_attended` CHECK (((`status` = _utf8mb4'attended') = (`checked_in_at` is not null))),
  CONSTRAINT `ck_event_registrations_check_in_code` CHECK (regexp_like(`check_in_code`,_utf8mb4'^[A-Za-z0-9_-]{22}$',_utf8mb4'c')),
  CONSTRAINT `ck_event_registrations_guests_count` CHECK ((`guests_count` <= 20)),
  CONSTRAINT `ck_event_registrations_offered` CHECK (((`status` = _utf8mb4'offered') = (`offer_expires_at` is not null))),
  CONSTRAINT `ck_event_registrations_waitlisted` CHECK (((`status` not in (_utf8mb4'waitlisted',_utf8mb4'offered',_utf8mb4'expired')) or (`queue_number` is not null)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Who takes part or would like to; one row a person and event';

CREATE TABLE `event_registration_history` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `event_registration_id` bigint unsigned NOT NULL,
  `from_status` enum('registered','waitlisted','offered','expired','cancelled','attended','no_show') DEFAULT NULL COMMENT 'NULL: they asked for the first time',
  `to_status` enum('registered','waitlisted','offered','expired','cancelled','attended','no_show') NOT NULL,
  `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id; NULL: the rules, as time went by',
  PRIMARY KEY (`id`),
  KEY `ix_event_registration_history_event_registration_id_id` (`event_registration_id`,`id`),
  KEY `ix_event_registration_history_created_by` (`created_by`),
  CONSTRAINT `fk_event_registration_history_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_event_registration_history_event_registration_id` FOREIGN KEY (`event_registration_id`) REFERENCES `event_registrations` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_event_registration_history_first` CHECK (((`from_status` is not null) or (`to_status` in (_utf8mb4'registered',_utf8mb4'waitlisted'))))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Every state a registration was in';

CREATE TABLE `event_speakers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `event_id` bigint unsigned NOT NULL,
  `user_id` bigint unsigned NOT NULL COMMENT 'An alumnus',
  `session_title` varchar(150) NOT NULL,
  `topic` varchar(1000) DEFAULT NULL COMMENT 'What it is about',
  `session_starts_at` datetime DEFAULT NULL COMMENT 'UTC; NULL: not set yet',
  `position` smallint unsigned NOT NULL COMMENT 'Order in the programme, from 1',
  `status` enum('invited','confirmed','declined','presented') NOT NULL DEFAULT 'invited',
  `answered_at` datetime DEFAULT NULL COMMENT 'UTC; when the speaker confirmed or declined',
  `answer_note` varchar(500) DEFAULT NULL COMMENT 'What the speaker wrote with the answer',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who invited',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_event_speakers_event_id_user_id` (`event_id`,`user_id`),
  KEY `ix_event_speakers_event_id_position` (`event_id`,`position`),
  KEY `ix_event_speakers_user_id_status` (`user_id`,`status`),
  KEY `ix_event_speakers_created_by` (`created_by`),
  KEY `ix_event_speakers_updated_by` (`updated_by`),
  CONSTRAINT `fk_event_speakers_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_event_speakers_event_id` FOREIGN KEY (`event_id`) REFERENCES `events` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_event_speakers_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_event_speakers_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `ck_event_speakers_answered_at` CHECK (((`status` = _utf8mb4'invited') = (`answered_at` is null))),
  CONSTRAINT `ck_event_speakers_position` CHECK ((`position` >= 1)),
  CONSTRAINT `ck_event_speakers_session_title` CHECK ((trim(`session_title`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Alumni who speak at an event, and what they answered';

CREATE TABLE `event_helpers` (
  `event_id` bigint unsigned NOT NULL,
  `user_id` bigint unsigned NOT NULL COMMENT 'May check people in',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`event_id`,`user_id`),
  KEY `ix_event_helpers_user_id` (`user_id`),
  KEY `ix_event_helpers_created_by` (`created_by`),
  CONSTRAINT `fk_event_helpers_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_event_helpers_event_id` FOREIGN KEY (`event_id`) REFERENCES `events` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_event_helpers_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Who checks people in beside the creator';

CREATE TABLE `event_reminders` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `event_id` bigint unsigned NOT NULL,
  `hours_before` smallint unsigned NOT NULL COMMENT 'Hours before it starts',
  `due_at` datetime NOT NULL COMMENT 'UTC; moves with the event',
  `done_at` datetime DEFAULT NULL COMMENT 'UTC; when the mail to the last of them was queued',
  `last_registration_id` bigint unsigned NOT NULL DEFAULT '0' COMMENT 'event_registrations.id of the last who has the mail: where to go on',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_event_reminders_event_id_hours_before` (`event_id`,`hours_before`),
  KEY `ix_event_reminders_done_at_due_at` (`done_at`,`due_at`),
  KEY `ix_event_reminders_created_by` (`created_by`),
  CONSTRAINT `fk_event_reminders_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_event_reminders_event_id` FOREIGN KEY (`event_id`) REFERENCES `events` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_event_reminders_hours_before` CHECK ((`hours_before` between 1 and 720))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='When everybody who has a seat is reminded, once each';

CREATE TABLE `calendar_feeds` (
  `user_id` bigint unsigned NOT NULL,
  `token_hash` binary(32) NOT NULL COMMENT 'SHA-256 of the token in the address of the feed',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`user_id`),
  UNIQUE KEY `uq_calendar_feeds_token_hash` (`token_hash`),
  CONSTRAINT `fk_calendar_feeds_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Private addresses by which calendars read a person''s events';

-- -----------------------------------------------------------------------------
-- announcements: What is said to everybody, which of it is pinned, and who has read it
-- -----------------------------------------------------------------------------

CREATE TABLE `announcements` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `author_id` bigint unsigned NOT NULL COMMENT 'users.id: who posted it',
  `title` varchar(200) NOT NULL,
  `content` mediumtext NOT NULL COMMENT 'Markdown',
  `target_audience` enum('all','alumni_only','students_only') NOT NULL DEFAULT 'all' COMMENT 'The office reads all of them',
  `priority` enum('low','normal','high','urgent') NOT NULL DEFAULT 'normal' COMMENT 'Shown, and no order; urgent ones go out by mail as well',
  `status` enum('draft','published','archived') NOT NULL DEFAULT 'draft',
  `approval` enum('not_needed','pending','approved','rejected') NOT NULL DEFAULT 'not_needed' COMMENT 'What the office says of a member''s announcement',
  `decided_at` datetime DEFAULT NULL COMMENT 'UTC; when the office decided',
  `decided_reason` varchar(500) DEFAULT NULL COMMENT 'Words for the author',
  `publish_at` datetime DEFAULT NULL COMMENT 'UTC; from then on it is there for its audience; NULL: a draft without a time',
  `expires_at` datetime DEFAULT NULL COMMENT 'UTC; from then on it is not; NULL: never',
  `is_expired` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'ev_mail_announcements saw that it has expired: it leaves the index that lists walk',
  `is_held` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'The office took it away: only the office brings it back',
  `mailed_up_to_id` bigint unsigned NOT NULL DEFAULT '0' COMMENT 'users.id up to which the mails of an urgent one are written',
  `mailed_at` datetime DEFAULT NULL COMMENT 'UTC; when all of them were',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `is_listed` tinyint(1) GENERATED ALWAYS AS (((`is_deleted` = 0) and (`is_suspended` = 0) and (`status` = _utf8mb4'published') and (`approval` in (_utf8mb4'not_needed',_utf8mb4'approved')) and (`is_expired` = 0))) STORED COMMENT 'Can appear in lists, once its time has come; leads the index they walk',
  `is_waiting` tinyint(1) GENERATED ALWAYS AS (if(((`is_deleted` = 0) and (`status` = _utf8mb4'published') and (`approval` = _utf8mb4'pending')),1,NULL)) STORED COMMENT '1: the office is to decide; else NULL',
  `is_mail_due` tinyint(1) GENERATED ALWAYS AS (if(((`is_listed` = 1) and (`priority` = _utf8mb4'urgent') and (`mailed_at` is null)),1,NULL)) STORED COMMENT '1: mails are to be written, once its time has come; else NULL',
  `revision` int unsigned NOT NULL DEFAULT '1' COMMENT 'Counts changes, so that nobody overwrites what somebody else has just changed',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `is_suspended` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'Shown to nobody but the office: its author is blocked',
  PRIMARY KEY (`id`),
  KEY `ix_announcements_author_id_id` (`author_id`,`id`),
  KEY `ix_announcements_listed` (`is_listed`,`target_audience`,`publish_at`,`id`),
  KEY `ix_announcements_is_listed_expires_at` (`is_listed`,`expires_at`),
  KEY `ix_announcements_is_waiting_id` (`is_waiting`,`id`),
  KEY `ix_announcements_is_mail_due_publish_at` (`is_mail_due`,`publish_at`),
  KEY `ix_announcements_is_deleted_id` (`is_deleted`,`id`),
  KEY `ix_announcements_created_by` (`created_by`),
  KEY `ix_announcements_updated_by` (`updated_by`),
  CONSTRAINT `fk_announcements_author_id` FOREIGN KEY (`author_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_announcements_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_announcements_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_announcements_content` CHECK ((trim(`content`) <> _utf8mb4'')),
  CONSTRAINT `ck_announcements_decided_at` CHECK (((`approval` in (_utf8mb4'approved',_utf8mb4'rejected')) = (`decided_at` is not null))),
  CONSTRAINT `ck_announcements_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_announcements_expires_at` CHECK ((`expires_at` > `publish_at`)),
  CONSTRAINT `ck_announcements_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_announcements_is_expired` CHECK (((`is_expired` = 0) or (`expires_at` is not null))),
  CONSTRAINT `ck_announcements_is_expired_boolean` CHECK ((`is_expired` in (0,1))),
  CONSTRAINT `ck_announcements_is_held_boolean` CHECK ((`is_held` in (0,1))),
  CONSTRAINT `ck_announcements_is_suspended_boolean` CHECK ((`is_suspended` in (0,1))),
  CONSTRAINT `ck_announcements_publish_at` CHECK (((`status` = _utf8mb4'draft') or (`publish_at` is not null))),
  CONSTRAINT `ck_announcements_title` CHECK ((trim(`title`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What the office and the members announce';

CREATE TABLE `announcement_pins` (
  `position` tinyint unsigned NOT NULL COMMENT 'Place on the list, 1 is the first',
  `announcement_id` bigint unsigned DEFAULT NULL COMMENT 'NULL: the place is free',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who pinned it',
  PRIMARY KEY (`position`),
  UNIQUE KEY `uq_announcement_pins_announcement_id` (`announcement_id`),
  KEY `ix_announcement_pins_updated_by` (`updated_by`),
  CONSTRAINT `fk_announcement_pins_announcement_id` FOREIGN KEY (`announcement_id`) REFERENCES `announcements` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_announcement_pins_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The places above the list, in order; rows are always there, so that they can be locked';

CREATE TABLE `announcement_reads` (
  `reader_id` bigint unsigned NOT NULL COMMENT 'users.id',
  `announcement_id` bigint unsigned NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'UTC; when it was first read',
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned GENERATED ALWAYS AS (`reader_id`) VIRTUAL COMMENT 'users.id',
  PRIMARY KEY (`reader_id`,`announcement_id`),
  KEY `ix_announcement_reads_announcement_id` (`announcement_id`),
  CONSTRAINT `fk_announcement_reads_announcement_id` FOREIGN KEY (`announcement_id`) REFERENCES `announcements` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_announcement_reads_reader_id` FOREIGN KEY (`reader_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Who has read which announcement';

-- -----------------------------------------------------------------------------
-- about: The page about the university: its draft, and every revision that was published
-- -----------------------------------------------------------------------------

CREATE TABLE `about_page` (
  `id` tinyint unsigned NOT NULL DEFAULT '1',
  `hero_title` varchar(160) NOT NULL,
  `hero_text` varchar(600) DEFAULT NULL,
  `hero_button_label` varchar(60) DEFAULT NULL,
  `hero_button_url` varchar(300) DEFAULT NULL COMMENT 'A path of this site or an address of the web',
  `is_institution_shown` tinyint(1) NOT NULL DEFAULT '1' COMMENT 'Address, telephone and year of foundation, from institution_info',
  `hero_revision` int unsigned NOT NULL DEFAULT '1' COMMENT 'Counts changes of the columns above',
  `revision` int unsigned NOT NULL DEFAULT '1' COMMENT 'Counts changes of the whole draft, with all that stands on it',
  `published_revision_id` bigint unsigned DEFAULT NULL COMMENT 'about_page_revisions.id: what everybody sees; NULL: nothing yet',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_about_page_published_revision_id` (`published_revision_id`),
  KEY `ix_about_page_updated_by` (`updated_by`),
  CONSTRAINT `fk_about_page_published_revision_id` FOREIGN KEY (`published_revision_id`) REFERENCES `about_page_revisions` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_about_page_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_about_page_hero_button` CHECK (((`hero_button_label` is null) = (`hero_button_url` is null))),
  CONSTRAINT `ck_about_page_hero_title` CHECK ((trim(`hero_title`) <> _utf8mb4'')),
  CONSTRAINT `ck_about_page_id` CHECK ((`id` = 1)),
  CONSTRAINT `ck_about_page_is_institution_shown_boolean` CHECK ((`is_institution_shown` in (0,1)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The draft of the page about the university; exactly one row, which every change locks';

CREATE TABLE `about_sections` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `title` varchar(120) NOT NULL,
  `summary` text NOT NULL COMMENT 'Markdown; always shown',
  `body` text COMMENT 'Markdown; shown by "read more"',
  `position` smallint unsigned NOT NULL COMMENT 'Order on the page, from 1',
  `revision` int unsigned NOT NULL DEFAULT '1' COMMENT 'Counts edits, so that nobody overwrites what somebody else has just changed',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_about_sections_position` (`position`),
  KEY `ix_about_sections_created_by` (`created_by`),
  KEY `ix_about_sections_updated_by` (`updated_by`),
  CONSTRAINT `fk_about_sections_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_about_sections_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_about_sections_title` CHECK ((trim(`title`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Sections of the draft; what was published is in the revisions';

CREATE TABLE `about_feature_cards` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `title` varchar(80) NOT NULL,
  `description` varchar(300) NOT NULL,
  `icon` enum('people','work','calendar','talk','help','world','study','star') NOT NULL DEFAULT 'star' COMMENT 'Name of a drawing that the shell has',
  `url` varchar(300) DEFAULT NULL COMMENT 'A path of this site or an address of the web; NULL: no link',
  `position` smallint unsigned NOT NULL COMMENT 'Order on the page, from 1',
  `revision` int unsigned NOT NULL DEFAULT '1' COMMENT 'Counts edits, so that nobody overwrites what somebody else has just changed',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_about_feature_cards_position` (`position`),
  KEY `ix_about_feature_cards_created_by` (`created_by`),
  KEY `ix_about_feature_cards_updated_by` (`updated_by`),
  CONSTRAINT `fk_about_feature_cards_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_about_feature_cards_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_about_feature_cards_title` CHECK ((trim(`title`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Feature cards of the draft: what the platform is good for';

CREATE TABLE `about_quick_links` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `label` varchar(80) NOT NULL,
  `url` varchar(300) NOT NULL COMMENT 'A path of this site or an address of the web',
  `position` smallint unsigned NOT NULL COMMENT 'Order on the page, from 1',
  `revision` int unsigned NOT NULL DEFAULT '1' COMMENT 'Counts edits, so that nobody overwrites what somebody else has just changed',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_about_quick_links_position` (`position`),
  KEY `ix_about_quick_links_created_by` (`created_by`),
  KEY `ix_about_quick_links_updated_by` (`updated_by`),
  CONSTRAINT `fk_about_quick_links_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_about_quick_links_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_about_quick_links_label` CHECK ((trim(`label`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Quick links of the draft';

CREATE TABLE `about_page_revisions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `number` int unsigned NOT NULL COMMENT 'What people call it: 1, 2, 3 without gaps',
  `revision_data` json NOT NULL COMMENT 'The whole page as it was published: hero, sections, feature_cards, quick_links',
  `note` varchar(300) DEFAULT NULL COMMENT 'What was changed, in the words of who published it',
  `restored_from_id` bigint unsigned DEFAULT NULL COMMENT 'about_page_revisions.id: the older one that this brought back',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'UTC; when it was published',
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who published it',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_about_page_revisions_number` (`number`),
  KEY `ix_about_page_revisions_restored_from_id` (`restored_from_id`),
  KEY `ix_about_page_revisions_created_by` (`created_by`),
  CONSTRAINT `fk_about_page_revisions_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_about_page_revisions_restored_from_id` FOREIGN KEY (`restored_from_id`) REFERENCES `about_page_revisions` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What the page about the university said, publication by publication; never changed';

-- -----------------------------------------------------------------------------
-- office: The tamper-evident audit log, the office's view of accounts, lookups, settings
-- -----------------------------------------------------------------------------

CREATE TABLE `audit_pending` (
  `log_id` bigint unsigned NOT NULL COMMENT 'admin_activity_log.id',
  `row_hash` binary(32) NOT NULL COMMENT 'SHA-256 of the row as it was written',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`log_id`),
  CONSTRAINT `fk_audit_pending_log_id` FOREIGN KEY (`log_id`) REFERENCES `admin_activity_log` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Rows of the audit log that wait for their place in the chain, for seconds';

CREATE TABLE `audit_seals` (
  `position` bigint unsigned NOT NULL COMMENT 'Place in the chain: 1, 2, 3 and so on, no gaps',
  `log_id` bigint unsigned NOT NULL COMMENT 'admin_activity_log.id',
  `row_hash` binary(32) NOT NULL COMMENT 'SHA-256 of the row as it was written',
  `chain_hash` binary(32) NOT NULL COMMENT 'SHA-256 of the chain_hash before and of row_hash',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`position`),
  UNIQUE KEY `uq_audit_seals_log_id` (`log_id`),
  CONSTRAINT `fk_audit_seals_log_id` FOREIGN KEY (`log_id`) REFERENCES `admin_activity_log` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `ck_audit_seals_position` CHECK ((`position` > 0))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The hash chain over the audit log';

CREATE TABLE `audit_heads` (
  `id` tinyint unsigned NOT NULL DEFAULT '1',
  `position` bigint unsigned NOT NULL DEFAULT '0' COMMENT 'Last place that is taken; 0: none',
  `chain_hash` binary(32) NOT NULL COMMENT 'Of that place; zeros before the first',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  CONSTRAINT `ck_audit_heads_id` CHECK ((`id` = 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='End of the chain, and the lock of those who append; exactly one row';

CREATE TABLE `account_terms` (
  `user_id` bigint unsigned NOT NULL,
  `term` varchar(40) NOT NULL COMMENT 'Folded by search_terms_of()',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`user_id`,`term`),
  KEY `ix_account_terms_term_user_id` (`term`,`user_id`),
  CONSTRAINT `fk_account_terms_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Words of names and address of every account: for the office only, unlike directory_terms';

CREATE TABLE `search_rewrites` (
  `subject` enum('person','job') NOT NULL,
  `subject_id` bigint unsigned NOT NULL COMMENT 'users.id or job_postings.id',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`subject`,`subject_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Whose search words are made anew in a moment, because a lookup was renamed';

-- -----------------------------------------------------------------------------
-- verification: Documents by which people prove what they are; the office decides
-- -----------------------------------------------------------------------------

CREATE TABLE `verification_queue` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned NOT NULL,
  `kind` enum('alumni_status','student_status','degree','identity') NOT NULL COMMENT 'What the documents prove',
  `note` varchar(1000) DEFAULT NULL COMMENT 'Of the person to the office',
  `submitted_documents` json NOT NULL COMMENT 'Array of {name, media_type, byte_size, media_file_id}, in the order of submission',
  `status` enum('pending','needs_more','approved','rejected','withdrawn') NOT NULL DEFAULT 'pending' COMMENT 'needs_more: the office waits for the person',
  `is_open` tinyint(1) GENERATED ALWAYS AS (if((`status` in (_utf8mb4'pending',_utf8mb4'needs_more')),1,NULL)) STORED COMMENT 'NULL unless it waits, so that one can wait a person',
  `revision` int unsigned NOT NULL DEFAULT '1' COMMENT 'Counts what the person changes: nobody decides on what they have not seen',
  `decided_at` datetime DEFAULT NULL COMMENT 'UTC; also when more was asked for',
  `decided_by` bigint unsigned DEFAULT NULL COMMENT 'users.id of the admin; NULL: nobody yet, or gone',
  `decided_reason` varchar(1000) DEFAULT NULL COMMENT 'Words for the person',
  `files_removed_at` datetime DEFAULT NULL COMMENT 'UTC; when the contents of the documents went',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_verification_queue_user_id_is_open` (`user_id`,`is_open`),
  KEY `ix_verification_queue_user_id_status_kind` (`user_id`,`status`,`kind`),
  KEY `ix_verification_queue_status_id` (`status`,`id`),
  KEY `ix_verification_queue_status_kind_id` (`status`,`kind`,`id`),
  KEY `ix_verification_queue_files_removed_at_decided_at` (`files_removed_at`,`decided_at`),
  KEY `ix_verification_queue_decided_by` (`decided_by`),
  KEY `ix_verification_queue_created_by` (`created_by`),
  KEY `ix_verification_queue_updated_by` (`updated_by`),
  CONSTRAINT `fk_verification_queue_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_verification_queue_decided_by` FOREIGN KEY (`decided_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_verification_queue_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_verification_queue_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_verification_queue_decided_at` CHECK (((`status` not in (_utf8mb4'needs_more',_utf8mb4'approved',_utf8mb4'rejected')) or (`decided_at` is not null))),
  CONSTRAINT `ck_verification_queue_decided_reason` CHECK (((`status` not in (_utf8mb4'needs_more',_utf8mb4'rejected')) or (`decided_reason` is not null))),
  CONSTRAINT `ck_verification_queue_submitted_documents` CHECK (((json_type(`submitted_documents`) = _utf8mb4'ARRAY') and (json_length(`submitted_documents`) between 1 and 5)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='People who prove what they are by documents, and what the office says to that';

CREATE TABLE `verification_files` (
  `verification_id` bigint unsigned NOT NULL,
  `media_file_id` bigint unsigned NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`verification_id`,`media_file_id`),
  KEY `ix_verification_files_media_file_id` (`media_file_id`),
  KEY `ix_verification_files_created_by` (`created_by`),
  CONSTRAINT `fk_verification_files_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_verification_files_media_file_id` FOREIGN KEY (`media_file_id`) REFERENCES `media_files` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_verification_files_verification_id` FOREIGN KEY (`verification_id`) REFERENCES `verification_queue` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Contents of submitted documents: kept as long as a row says so';

-- -----------------------------------------------------------------------------
-- feedback: What anybody writes to the office, and what the office makes of it
-- -----------------------------------------------------------------------------

CREATE TABLE `contact_messages` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned DEFAULT NULL COMMENT 'users.id of the sender; NULL: a visitor',
  `name` varchar(160) NOT NULL COMMENT 'Of the sender, as it was then',
  `email` varchar(254) NOT NULL COMMENT 'Of a visitor only as typed: nobody has confirmed it',
  `subject` varchar(150) NOT NULL,
  `message` text NOT NULL,
  `status` enum('new','open','resolved','spam') NOT NULL DEFAULT 'new',
  `assignee_id` bigint unsigned DEFAULT NULL COMMENT 'users.id of the admin who cares for it',
  `form_digest` binary(32) DEFAULT NULL COMMENT 'SHA-256 of sender and form: the same form sent twice',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `folder` enum('waiting','resolved','spam','bin') GENERATED ALWAYS AS ((case when (`is_deleted` = 1) then _utf8mb4'bin' when (`status` in (_utf8mb4'new',_utf8mb4'open')) then _utf8mb4'waiting' else `status` end)) STORED NOT NULL COMMENT 'Which list of the inbox it is in',
  `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id; NULL: a visitor',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_contact_messages_form_digest` (`form_digest`),
  KEY `ix_contact_messages_folder_created_at_id` (`folder`,`created_at`,`id`),
  KEY `ix_contact_messages_user_id` (`user_id`),
  KEY `ix_contact_messages_email` (`email`),
  KEY `ix_contact_messages_assignee_id` (`assignee_id`),
  KEY `ix_contact_messages_created_by` (`created_by`),
  KEY `ix_contact_messages_updated_by` (`updated_by`),
  CONSTRAINT `fk_contact_messages_assignee_id` FOREIGN KEY (`assignee_id`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_contact_messages_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_contact_messages_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_contact_messages_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_contact_messages_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_contact_messages_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_contact_messages_message` CHECK ((trim(`message`) <> _utf8mb4'')),
  CONSTRAINT `ck_contact_messages_subject` CHECK ((trim(`subject`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Questions and requests to the alumni office';

CREATE TABLE `feedback` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_id` bigint unsigned DEFAULT NULL COMMENT 'users.id of the sender; NULL: a visitor',
  `name` varchar(160) NOT NULL COMMENT 'Of the sender, as it was then',
  `email` varchar(254) NOT NULL COMMENT 'Of a visitor only as typed: nobody has confirmed it',
  `category` enum('praise','idea','problem','content','other') NOT NULL COMMENT 'content: something that is said here is wrong',
  `rating` tinyint unsigned DEFAULT NULL COMMENT 'Of the platform, 1 to 5, 5 the best; NULL: none given',
  `message` text NOT NULL,
  `status` enum('new','open','resolved','spam') NOT NULL DEFAULT 'new',
  `assignee_id` bigint unsigned DEFAULT NULL COMMENT 'users.id of the admin who cares for it',
  `form_digest` binary(32) DEFAULT NULL COMMENT 'SHA-256 of sender and form: the same form sent twice',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `folder` enum('waiting','resolved','spam','bin') GENERATED ALWAYS AS ((case when (`is_deleted` = 1) then _utf8mb4'bin' when (`status` in (_utf8mb4'new',_utf8mb4'open')) then _utf8mb4'waiting' else `status` end)) STORED NOT NULL COMMENT 'Which list of the inbox it is in',
  `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id; NULL: a visitor',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_feedback_form_digest` (`form_digest`),
  KEY `ix_feedback_folder_created_at_id` (`folder`,`created_at`,`id`),
  KEY `ix_feedback_user_id` (`user_id`),
  KEY `ix_feedback_email` (`email`),
  KEY `ix_feedback_assignee_id` (`assignee_id`),
  KEY `ix_feedback_created_by` (`created_by`),
  KEY `ix_feedback_updated_by` (`updated_by`),
  CONSTRAINT `fk_feedback_assignee_id` FOREIGN KEY (`assignee_id`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_feedback_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_feedback_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_feedback_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_feedback_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_feedback_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_feedback_message` CHECK ((trim(`message`) <> _utf8mb4'')),
  CONSTRAINT `ck_feedback_rating` CHECK ((`rating` between 1 and 5))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What people think of the platform';

CREATE TABLE `inbox_moves` (
  `from_status` enum('new','open','resolved','spam') NOT NULL,
  `to_status` enum('new','open','resolved','spam') NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`from_status`,`to_status`),
  CONSTRAINT `ck_inbox_moves_to_status` CHECK ((`from_status` <> `to_status`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The sensible moves of a message in the office''s inbox: the workflow, as data';

CREATE TABLE `inbox_entries` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `contact_message_id` bigint unsigned DEFAULT NULL COMMENT 'What it belongs to, or feedback_id',
  `feedback_id` bigint unsigned DEFAULT NULL,
  `kind` enum('note','answer') NOT NULL COMMENT 'note: for the office only; answer: was sent by mail',
  `content` text NOT NULL,
  `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id of the admin',
  PRIMARY KEY (`id`),
  KEY `ix_inbox_entries_contact_message_id_id` (`contact_message_id`,`id`),
  KEY `ix_inbox_entries_feedback_id_id` (`feedback_id`,`id`),
  KEY `ix_inbox_entries_created_by` (`created_by`),
  CONSTRAINT `fk_inbox_entries_contact_message_id` FOREIGN KEY (`contact_message_id`) REFERENCES `contact_messages` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_inbox_entries_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_inbox_entries_feedback_id` FOREIGN KEY (`feedback_id`) REFERENCES `feedback` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_inbox_entries_content` CHECK ((trim(`content`) <> _utf8mb4'')),
  CONSTRAINT `ck_inbox_entries_parent` CHECK (((`contact_message_id` is null) <> (`feedback_id` is null)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Notes of the office and its answers, below the message that they are about';

-- -----------------------------------------------------------------------------
-- engagements: Alumni whom the office books, for what, and how it went
-- -----------------------------------------------------------------------------

CREATE TABLE `alumni_engagements` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `alumni_id` bigint unsigned NOT NULL COMMENT 'users.id of the alumnus',
  `kind` enum('speaker','trainer','mentor','judge','panelist','workshop_instructor','consultant') NOT NULL,
  `title` varchar(150) NOT NULL,
  `description` text COMMENT 'Markdown',
  `location` varchar(150) DEFAULT NULL COMMENT 'A room, a city, or online',
  `start_date` date NOT NULL,
  `end_date` date DEFAULT NULL COMMENT 'NULL: one day',
  `hours` decimal(6,2) DEFAULT NULL COMMENT 'Planned; of a completed one: worked',
  `compensation_amount` decimal(12,2) DEFAULT NULL COMMENT 'NULL: nothing is paid; only the office and the alumnus ever see it',
  `compensation_currency` char(3) DEFAULT NULL COMMENT 'ISO 4217',
  `status` enum('proposed','confirmed','declined','in_progress','completed','cancelled') NOT NULL DEFAULT 'proposed',
  `status_reason` varchar(500) DEFAULT NULL COMMENT 'Why declined or cancelled, for the other side',
  `office_rating` tinyint unsigned DEFAULT NULL COMMENT 'Of the alumnus by the office, 1 to 5',
  `office_comment` varchar(1000) DEFAULT NULL,
  `alumnus_rating` tinyint unsigned DEFAULT NULL COMMENT 'Of the engagement by the alumnus, 1 to 5',
  `alumnus_comment` varchar(1000) DEFAULT NULL,
  `revision` int unsigned NOT NULL DEFAULT '1' COMMENT 'Counts edits: nobody accepts what has just been changed',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id of the admin who proposed it: gets answers',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_alumni_engagements_is_deleted_id` (`is_deleted`,`id`),
  KEY `ix_alumni_engagements_is_deleted_status_id` (`is_deleted`,`status`,`id`),
  KEY `ix_alumni_engagements_is_deleted_kind_id` (`is_deleted`,`kind`,`id`),
  KEY `ix_alumni_engagements_is_deleted_status_kind_id` (`is_deleted`,`status`,`kind`,`id`),
  KEY `ix_alumni_engagements_alumni_id_is_deleted_id` (`alumni_id`,`is_deleted`,`id`),
  KEY `ix_alumni_engagements_alumni_id_is_deleted_status_start_date` (`alumni_id`,`is_deleted`,`status`,`start_date`),
  KEY `ix_alumni_engagements_created_by` (`created_by`),
  KEY `ix_alumni_engagements_updated_by` (`updated_by`),
  CONSTRAINT `fk_alumni_engagements_alumni_id` FOREIGN KEY (`alumni_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_alumni_engagements_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_alumni_engagements_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_alumni_engagements_alumnus_rating` CHECK ((`alumnus_rating` between 1 and 5)),
  CONSTRAINT `ck_alumni_engagements_compensation` CHECK ((((`compensation_amount` is null) = (`compensation_currency` is null)) and ((`compensation_amount` is null) or (`compensation_amount` >= 0)))),
  CONSTRAINT `ck_alumni_engagements_compensation_currency` CHECK (regexp_like(`compensation_currency`,_utf8mb4'^[A-Z]{3}$',_utf8mb4'c')),
  CONSTRAINT `ck_alumni_engagements_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_alumni_engagements_end_date` CHECK ((`end_date` >= `start_date`)),
  CONSTRAINT `ck_alumni_engagements_hours` CHECK (((`hours` > 0) and (`hours` <= 2000))),
  CONSTRAINT `ck_alumni_engagements_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_alumni_engagements_office_rating` CHECK ((`office_rating` between 1 and 5)),
  CONSTRAINT `ck_alumni_engagements_rated` CHECK (((`status` = _utf8mb4'completed') or ((`office_rating` is null) and (`alumnus_rating` is null)))),
  CONSTRAINT `ck_alumni_engagements_title` CHECK ((trim(`title`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Alumni whom the office books, for what, and how far it is';

CREATE TABLE `alumni_engagement_moves` (
  `from_status` enum('proposed','confirmed','declined','in_progress','completed','cancelled') NOT NULL,
  `to_status` enum('proposed','confirmed','declined','in_progress','completed','cancelled') NOT NULL,
  `mover` enum('office','alumnus') NOT NULL COMMENT 'Who may make this move',
  `is_reasoned` tinyint(1) NOT NULL COMMENT '1: the other side is owed a reason',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`from_status`,`to_status`,`mover`),
  CONSTRAINT `ck_alumni_engagement_moves_is_reasoned_boolean` CHECK ((`is_reasoned` in (0,1))),
  CONSTRAINT `ck_alumni_engagement_moves_to_status` CHECK ((`from_status` <> `to_status`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The sensible moves of an engagement: the workflow, as data';

CREATE TABLE `alumni_engagement_history` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `engagement_id` bigint unsigned NOT NULL,
  `from_status` enum('proposed','confirmed','declined','in_progress','completed','cancelled') DEFAULT NULL COMMENT 'NULL: it was proposed for the first time',
  `to_status` enum('proposed','confirmed','declined','in_progress','completed','cancelled') NOT NULL,
  `mover` enum('office','alumnus') NOT NULL,
  `reason` varchar(500) DEFAULT NULL,
  `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who made the move',
  PRIMARY KEY (`id`),
  KEY `ix_alumni_engagement_history_engagement_id_id` (`engagement_id`,`id`),
  KEY `ix_alumni_engagement_history_move` (`from_status`,`to_status`,`mover`),
  KEY `ix_alumni_engagement_history_created_by` (`created_by`),
  CONSTRAINT `fk_alumni_engagement_history_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_alumni_engagement_history_engagement_id` FOREIGN KEY (`engagement_id`) REFERENCES `alumni_engagements` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_alumni_engagement_history_move` FOREIGN KEY (`from_status`, `to_status`, `mover`) REFERENCES `alumni_engagement_moves` (`from_status`, `to_status`, `mover`) ON DELETE RESTRICT,
  CONSTRAINT `ck_alumni_engagement_history_first` CHECK (((`from_status` is not null) or (`to_status` = _utf8mb4'proposed')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Every state an engagement was in; only moves of alumni_engagement_moves can be written';

-- -----------------------------------------------------------------------------
-- figures: What the office's dashboard and its reports show, counted now and then
-- -----------------------------------------------------------------------------

CREATE TABLE `statistics_series` (
  `generation` int unsigned NOT NULL COMMENT 'statistics_snapshots.generation',
  `chart` enum('accounts','graduation_years','sign_ups','applications','skills','attendance','degrees') NOT NULL,
  `position` smallint unsigned NOT NULL COMMENT 'Order of the rows, from 1',
  `series_position` tinyint unsigned NOT NULL COMMENT 'Order of the columns, from 1',
  `label` varchar(200) NOT NULL COMMENT 'What the row is about: 2024, March 2026, Engineering',
  `series` varchar(160) NOT NULL COMMENT 'What the column counts: Alumni, North campus',
  `value` int unsigned NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`generation`,`chart`,`position`,`series_position`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What the charts of the dashboard show: a few hundred rows at any size';

CREATE TABLE `statistics_cohorts` (
  `generation` int unsigned NOT NULL COMMENT 'statistics_snapshots.generation',
  `position` int unsigned NOT NULL,
  `graduation_year` smallint unsigned DEFAULT NULL COMMENT 'NULL: not said',
  `degree_id` bigint unsigned DEFAULT NULL COMMENT 'NULL: not said',
  `campus_id` bigint unsigned DEFAULT NULL COMMENT 'NULL: not said',
  `alumni_count` int unsigned NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`generation`,`position`),
  KEY `ix_statistics_cohorts_generation_graduation_year` (`generation`,`graduation_year`),
  KEY `ix_statistics_cohorts_degree_id` (`degree_id`),
  KEY `ix_statistics_cohorts_campus_id` (`campus_id`),
  CONSTRAINT `fk_statistics_cohorts_campus_id` FOREIGN KEY (`campus_id`) REFERENCES `campuses` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_statistics_cohorts_degree_id` FOREIGN KEY (`degree_id`) REFERENCES `degrees` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Active alumni by year, degree and campus';

CREATE TABLE `statistics_outcomes` (
  `generation` int unsigned NOT NULL COMMENT 'statistics_snapshots.generation',
  `report` enum('employment','industry','company') NOT NULL,
  `row_position` smallint unsigned NOT NULL COMMENT '0: all rows together',
  `column_position` smallint unsigned NOT NULL COMMENT 'Period of graduation, see graduation_period_of(); 0: all of them',
  `row_label` varchar(160) NOT NULL COMMENT 'A degree, an industry, a company',
  `group_count` int unsigned DEFAULT NULL COMMENT 'Alumni of the cell; NULL: all of them are counted',
  `value` int unsigned DEFAULT NULL COMMENT 'Those with the outcome; NULL: suppressed',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`generation`,`report`,`row_position`,`column_position`),
  CONSTRAINT `ck_statistics_outcomes_value` CHECK ((`value` <= `group_count`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What became of alumni: small groups are suppressed before it is written';

CREATE TABLE `statistics_events` (
  `generation` int unsigned NOT NULL COMMENT 'statistics_snapshots.generation',
  `event_id` bigint unsigned NOT NULL,
  `starts_at` datetime NOT NULL COMMENT 'UTC; as it was when it was counted',
  `registrations_count` int unsigned NOT NULL COMMENT 'People with a seat, guests not counted',
  `attended_count` int unsigned NOT NULL,
  `no_shows_count` int unsigned NOT NULL,
  `waiting_count` int unsigned NOT NULL COMMENT 'People who never got a seat',
  `cancelled_count` int unsigned NOT NULL COMMENT 'People who cancelled',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`generation`,`event_id`),
  KEY `ix_statistics_events_generation_starts_at` (`generation`,`starts_at`),
  KEY `ix_statistics_events_event_id` (`event_id`),
  CONSTRAINT `fk_statistics_events_event_id` FOREIGN KEY (`event_id`) REFERENCES `events` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Attendance of the events of two years, the newest thousand of them';

-- -----------------------------------------------------------------------------
-- blocks: Who wants nothing to do with whom, and what people report to the office
-- -----------------------------------------------------------------------------

CREATE TABLE `user_blocks` (
  `blocker_id` bigint unsigned NOT NULL COMMENT 'users.id of who blocks',
  `blocked_id` bigint unsigned NOT NULL COMMENT 'users.id of who is blocked',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned GENERATED ALWAYS AS (`blocker_id`) VIRTUAL COMMENT 'users.id',
  PRIMARY KEY (`blocker_id`,`blocked_id`),
  KEY `ix_user_blocks_blocked_id` (`blocked_id`,`blocker_id`),
  CONSTRAINT `fk_user_blocks_blocked_id` FOREIGN KEY (`blocked_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_user_blocks_blocker_id` FOREIGN KEY (`blocker_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_user_blocks_blocked_id` CHECK ((`blocker_id` <> `blocked_id`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Who wants nothing to do with whom; it holds in both directions';

CREATE TABLE `content_reports` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `reporter_id` bigint unsigned NOT NULL COMMENT 'users.id',
  `subject` enum('person','message','post','comment') NOT NULL,
  `subject_id` bigint unsigned NOT NULL COMMENT 'users.id, messages.id, posts.id or post_comments.id, as subject says',
  `author_id` bigint unsigned NOT NULL COMMENT 'users.id of who is responsible for it',
  `excerpt` varchar(2000) DEFAULT NULL COMMENT 'What was reported, as it was then: what is deleted afterwards can still be judged',
  `reason` enum('spam','harassment','hate','untrue','other') NOT NULL,
  `note` varchar(1000) DEFAULT NULL COMMENT 'In the reporter''s words',
  `status` enum('open','upheld','dismissed') NOT NULL DEFAULT 'open',
  `decided_at` datetime DEFAULT NULL COMMENT 'UTC; when the office decided',
  `decided_reason` varchar(500) DEFAULT NULL COMMENT 'The office''s words, for the office',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who decided',
  `created_by` bigint unsigned GENERATED ALWAYS AS (`reporter_id`) VIRTUAL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_content_reports_subject` (`subject`,`subject_id`,`reporter_id`),
  KEY `ix_content_reports_status_id` (`status`,`id`),
  KEY `ix_content_reports_reporter_id` (`reporter_id`,`id`),
  KEY `ix_content_reports_author_id` (`author_id`),
  KEY `ix_content_reports_updated_by` (`updated_by`),
  CONSTRAINT `fk_content_reports_author_id` FOREIGN KEY (`author_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_content_reports_reporter_id` FOREIGN KEY (`reporter_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_content_reports_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_content_reports_decided_at` CHECK (((`status` = _utf8mb4'open') = (`decided_at` is null))),
  CONSTRAINT `ck_content_reports_reporter_id` CHECK ((`reporter_id` <> `author_id`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What people report to the office; one report a person and subject';

-- -----------------------------------------------------------------------------
-- notifications: What people are told, how they want to be told, and whom no mail reaches
-- -----------------------------------------------------------------------------

CREATE TABLE `notification_kinds` (
  `name` varchar(20) NOT NULL,
  `label` varchar(60) NOT NULL COMMENT 'As the preferences name it',
  `description` varchar(200) NOT NULL,
  `position` tinyint unsigned NOT NULL COMMENT 'Place in the preferences',
  `is_social` tinyint(1) NOT NULL DEFAULT '0' COMMENT '1: between people: where one has blocked the other, nothing is told',
  `is_in_app` tinyint(1) NOT NULL DEFAULT '1' COMMENT 'Where the person has not chosen',
  `mail` enum('none','at_once','daily','weekly') NOT NULL COMMENT 'Where the person has not chosen',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`name`),
  UNIQUE KEY `uq_notification_kinds_position` (`position`),
  CONSTRAINT `ck_notification_kinds_is_in_app_boolean` CHECK ((`is_in_app` in (0,1))),
  CONSTRAINT `ck_notification_kinds_is_social_boolean` CHECK ((`is_social` in (0,1)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What people can be told about';

CREATE TABLE `notification_preferences` (
  `user_id` bigint unsigned NOT NULL,
  `kind` varchar(20) NOT NULL,
  `is_in_app` tinyint(1) NOT NULL COMMENT '1: shown among the notifications',
  `mail` enum('none','at_once','daily','weekly') NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned GENERATED ALWAYS AS (`user_id`) VIRTUAL COMMENT 'users.id',
  `updated_by` bigint unsigned GENERATED ALWAYS AS (`user_id`) VIRTUAL COMMENT 'users.id',
  PRIMARY KEY (`user_id`,`kind`),
  KEY `ix_notification_preferences_kind` (`kind`),
  CONSTRAINT `fk_notification_preferences_kind` FOREIGN KEY (`kind`) REFERENCES `notification_kinds` (`name`) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT `fk_notification_preferences_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_notification_preferences_is_in_app_boolean` CHECK ((`is_in_app` in (0,1)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='How a person wants to be told of a kind; no row: as the kind says';

CREATE TABLE `notifications` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `recipient_id` bigint unsigned NOT NULL COMMENT 'users.id',
  `kind` varchar(20) NOT NULL,
  `verb` varchar(40) NOT NULL COMMENT 'What happened; the shell''s words for it are kept under this name',
  `group_key` varchar(80) NOT NULL COMMENT 'What it is about: as long as it is not read, the same again joins it',
  `link` varchar(200) NOT NULL COMMENT 'Path of the page that shows it',
  `data` json NOT NULL COMMENT 'What the words show, such as a title',
  `last_actor_id` bigint unsigned DEFAULT NULL COMMENT 'users.id: who did it last; NULL: nobody',
  `actors_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'How many people did it',
  `is_in_app` tinyint(1) NOT NULL DEFAULT '1' COMMENT '0: only waits for a digest, because the person wants it by mail alone',
  `digest` enum('daily','weekly') DEFAULT NULL COMMENT 'The digest that is to tell it; NULL: none (any more)',
  `read_at` datetime DEFAULT NULL COMMENT 'UTC; NULL: not read',
  `cleared_at` datetime DEFAULT NULL COMMENT 'UTC; when the person took it off the list; NULL: is on it',
  `is_unread` tinyint(1) GENERATED ALWAYS AS (if(((`read_at` is null) and (`cleared_at` is null) and (`is_in_app` = 1)),1,NULL)) STORED COMMENT '1: counts as unread; else NULL',
  `is_listed` tinyint(1) GENERATED ALWAYS AS (((`cleared_at` is null) and (`is_in_app` = 1))) STORED,
  `open_key` varchar(80) GENERATED ALWAYS AS (if(((`read_at` is null) and (`cleared_at` is null)),`group_key`,NULL)) STORED COMMENT 'What the same again would join; NULL: nothing joins it any more',
  `happened_at` datetime(6) NOT NULL COMMENT 'UTC; when it happened last; orders the list',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_notifications_open_key` (`recipient_id`,`open_key`),
  KEY `ix_notifications_listed` (`recipient_id`,`is_listed`,`happened_at`,`id`),
  KEY `ix_notifications_recipient_id_is_unread` (`recipient_id`,`is_unread`),
  KEY `ix_notifications_digest_recipient_id` (`digest`,`recipient_id`,`id`),
  KEY `ix_notifications_kind` (`kind`),
  KEY `ix_notifications_last_actor_id` (`last_actor_id`),
  KEY `ix_notifications_happened_at` (`happened_at`),
  CONSTRAINT `fk_notifications_kind` FOREIGN KEY (`kind`) REFERENCES `notification_kinds` (`name`) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT `fk_notifications_last_actor_id` FOREIGN KEY (`last_actor_id`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_notifications_recipient_id` FOREIGN KEY (`recipient_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_notifications_is_in_app_boolean` CHECK ((`is_in_app` in (0,1))),
  CONSTRAINT `ck_notifications_link` CHECK (((`link` like _utf8mb4'/%') and (not((`link` like _utf8mb4'//%')))))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What people are told, written in the transaction of the fact';

CREATE TABLE `notification_actors` (
  `notification_id` bigint unsigned NOT NULL,
  `actor_id` bigint unsigned NOT NULL COMMENT 'users.id',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`notification_id`,`actor_id`),
  KEY `ix_notification_actors_actor_id` (`actor_id`),
  CONSTRAINT `fk_notification_actors_actor_id` FOREIGN KEY (`actor_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_notification_actors_notification_id` FOREIGN KEY (`notification_id`) REFERENCES `notifications` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Who did what a notification tells of; a person counts once';

CREATE TABLE `notification_digests` (
  `user_id` bigint unsigned NOT NULL,
  `digest` enum('daily','weekly') NOT NULL,
  `last_sent_at` datetime NOT NULL COMMENT 'UTC',
  `token` char(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'In every digest to this person; it can end these digests and nothing else',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`user_id`,`digest`),
  UNIQUE KEY `uq_notification_digests_token` (`token`),
  CONSTRAINT `fk_notification_digests_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='When a person was sent a digest last';

CREATE TABLE `unsubscribe_tokens` (
  `user_id` bigint unsigned NOT NULL,
  `kind` varchar(20) NOT NULL,
  `token` char(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'In every mail of this kind to this person; it can end these mails and nothing else',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`user_id`,`kind`),
  UNIQUE KEY `uq_unsubscribe_tokens_token` (`token`),
  KEY `ix_unsubscribe_tokens_kind` (`kind`),
  CONSTRAINT `fk_unsubscribe_tokens_kind` FOREIGN KEY (`kind`) REFERENCES `notification_kinds` (`name`) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT `fk_unsubscribe_tokens_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Links that end the mails of a kind without signing in';

CREATE TABLE `mail_suppressions` (
  `email` varchar(254) NOT NULL,
  `reason` enum('bounce','complaint','office') NOT NULL,
  `detail` varchar(500) DEFAULT NULL COMMENT 'What the mail server said, or the office',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id; NULL: the mail server''s answer',
  PRIMARY KEY (`email`),
  KEY `ix_mail_suppressions_created_at` (`created_at`),
  KEY `ix_mail_suppressions_created_by` (`created_by`),
  CONSTRAINT `fk_mail_suppressions_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Addresses that no mail goes to any more';

-- -----------------------------------------------------------------------------
-- messages: What two people write to each other, and what is told to browsers at once
-- -----------------------------------------------------------------------------

CREATE TABLE `conversations` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `user_one_id` bigint unsigned NOT NULL COMMENT 'users.id, the smaller of the two',
  `user_two_id` bigint unsigned NOT NULL COMMENT 'users.id, the larger of the two',
  `state` enum('open','requested','declined') NOT NULL COMMENT 'requested: waits until who did not begin it accepts; declined: they did not',
  `last_message_at` datetime(6) DEFAULT NULL COMMENT 'UTC; kept by tr_message_insert; NULL: none yet',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who wrote first',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who accepted or declined',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_conversations_user_one_id_user_two_id` (`user_one_id`,`user_two_id`),
  KEY `ix_conversations_user_two_id` (`user_two_id`),
  KEY `ix_conversations_created_by` (`created_by`),
  KEY `ix_conversations_updated_by` (`updated_by`),
  CONSTRAINT `fk_conversations_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_conversations_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_conversations_user_one_id` FOREIGN KEY (`user_one_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_conversations_user_two_id` FOREIGN KEY (`user_two_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `ck_conversations_user_two_id` CHECK ((`user_one_id` < `user_two_id`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Two people who write to each other; one row a pair';

CREATE TABLE `messages` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `conversation_id` bigint unsigned NOT NULL,
  `sender_id` bigint unsigned NOT NULL COMMENT 'users.id, one of the two',
  `body` text NOT NULL COMMENT 'Plain text; may be empty where something is attached',
  `sent_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'UTC',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0' COMMENT 'Taken back by its sender, for both',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned GENERATED ALWAYS AS (`sender_id`) VIRTUAL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who took it back',
  PRIMARY KEY (`id`),
  KEY `ix_messages_conversation_id_id` (`conversation_id`,`id`),
  KEY `ix_messages_sender_id_id` (`sender_id`,`id`),
  KEY `ix_messages_updated_by` (`updated_by`),
  CONSTRAINT `fk_messages_conversation_id` FOREIGN KEY (`conversation_id`) REFERENCES `conversations` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_messages_sender_id` FOREIGN KEY (`sender_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_messages_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_messages_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_messages_is_deleted_boolean` CHECK ((`is_deleted` in (0,1)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Messages; in a conversation, the order of ids is the order of sending';

CREATE TABLE `conversation_participants` (
  `user_id` bigint unsigned NOT NULL,
  `conversation_id` bigint unsigned NOT NULL,
  `other_id` bigint unsigned NOT NULL COMMENT 'users.id of the other one',
  `folder` enum('inbox','requests','archive') NOT NULL DEFAULT 'inbox',
  `last_message_id` bigint unsigned DEFAULT NULL COMMENT 'messages.id: the newest that this one sees; orders the inbox; NULL: sees none',
  `last_read_id` bigint unsigned NOT NULL DEFAULT '0' COMMENT 'messages.id up to which this one has read; 0: nothing',
  `receipt_id` bigint unsigned NOT NULL DEFAULT '0' COMMENT 'As last_read_id, as far as the other one may know',
  `unread_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Messages of the other one after last_read_id that are not taken back or removed',
  `is_unread` tinyint(1) GENERATED ALWAYS AS (if((`unread_count` > 0),1,NULL)) STORED,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`user_id`,`conversation_id`),
  UNIQUE KEY `uq_conversation_participants_conversation_id` (`conversation_id`,`user_id`),
  UNIQUE KEY `uq_conversation_participants_other_id` (`other_id`,`user_id`),
  KEY `ix_conversation_participants_folder` (`user_id`,`folder`,`last_message_id`),
  KEY `ix_conversation_participants_is_unread` (`user_id`,`is_unread`,`folder`),
  CONSTRAINT `fk_conversation_participants_conversation_id` FOREIGN KEY (`conversation_id`) REFERENCES `conversations` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_conversation_participants_other_id` FOREIGN KEY (`other_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_conversation_participants_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `ck_conversation_participants_other_id` CHECK ((`user_id` <> `other_id`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='A conversation as one of the two sees it: the inbox reads these rows and no others';

CREATE TABLE `message_removals` (
  `user_id` bigint unsigned NOT NULL COMMENT 'users.id of who does not want to see it any more',
  `message_id` bigint unsigned NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned GENERATED ALWAYS AS (`user_id`) VIRTUAL COMMENT 'users.id',
  PRIMARY KEY (`user_id`,`message_id`),
  KEY `ix_message_removals_message_id` (`message_id`),
  CONSTRAINT `fk_message_removals_message_id` FOREIGN KEY (`message_id`) REFERENCES `messages` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_message_removals_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Messages that one of the two has deleted for themselves';

CREATE TABLE `message_attachments` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `message_id` bigint unsigned NOT NULL,
  `media_file_id` bigint unsigned NOT NULL,
  `file_name` varchar(255) NOT NULL COMMENT 'As the sender calls it',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  KEY `ix_message_attachments_message_id` (`message_id`),
  KEY `ix_message_attachments_media_file_id` (`media_file_id`),
  CONSTRAINT `fk_message_attachments_media_file_id` FOREIGN KEY (`media_file_id`) REFERENCES `media_files` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_message_attachments_message_id` FOREIGN KEY (`message_id`) REFERENCES `messages` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Files that come with a message';

CREATE TABLE `message_terms` (
  `user_id` bigint unsigned NOT NULL COMMENT 'users.id of who finds the message by it',
  `term` varchar(40) NOT NULL COMMENT 'Folded by search_terms_of',
  `message_id` bigint unsigned NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`user_id`,`term`,`message_id`),
  KEY `ix_message_terms_message_id` (`message_id`),
  CONSTRAINT `fk_message_terms_message_id` FOREIGN KEY (`message_id`) REFERENCES `messages` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_message_terms_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Words by which the two of a conversation find its messages';

CREATE TABLE `message_settings` (
  `user_id` bigint unsigned NOT NULL,
  `has_receipts` tinyint(1) NOT NULL DEFAULT '1' COMMENT '0: nobody sees what this one has read, and this one sees it of nobody',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned GENERATED ALWAYS AS (`user_id`) VIRTUAL COMMENT 'users.id',
  `updated_by` bigint unsigned GENERATED ALWAYS AS (`user_id`) VIRTUAL COMMENT 'users.id',
  PRIMARY KEY (`user_id`),
  CONSTRAINT `fk_message_settings_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_message_settings_has_receipts_boolean` CHECK ((`has_receipts` in (0,1)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='How a person wants to write; no row: as the defaults say';

CREATE TABLE `live_streams` (
  `recipient_id` bigint unsigned NOT NULL COMMENT 'users.id',
  `last_sequence` bigint unsigned NOT NULL DEFAULT '0' COMMENT 'live_events.sequence of the newest',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`recipient_id`),
  CONSTRAINT `fk_live_streams_recipient_id` FOREIGN KEY (`recipient_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='One counter a person, so that their live events have an order without gaps';

CREATE TABLE `live_events` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT COMMENT 'What a process polls by; not the order of committing',
  `recipient_id` bigint unsigned NOT NULL COMMENT 'users.id of whose browser is told',
  `sequence` bigint unsigned NOT NULL COMMENT 'Counts a person''s events without gaps, in the order of committing',
  `kind` enum('message','receipt','removal','unread','notification') NOT NULL,
  `conversation_id` bigint unsigned DEFAULT NULL,
  `subject_id` bigint unsigned DEFAULT NULL COMMENT 'messages.id (message, removal; receipt: read up to), notifications.id; NULL: unread',
  `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'UTC',
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_live_events_recipient_id_sequence` (`recipient_id`,`sequence`),
  KEY `ix_live_events_created_at` (`created_at`),
  CONSTRAINT `fk_live_events_recipient_id` FOREIGN KEY (`recipient_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What open pages are told at once; kept for a day, so that a lost connection resumes';

-- -----------------------------------------------------------------------------
-- feed: What people post, like and say about it
-- -----------------------------------------------------------------------------

CREATE TABLE `posts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `author_id` bigint unsigned NOT NULL COMMENT 'users.id',
  `body` text NOT NULL COMMENT 'Markdown; may be empty where a file or a link says it all',
  `link_url` varchar(300) DEFAULT NULL,
  `visibility` enum('all','alumni_only','students_only','followers') NOT NULL COMMENT 'Who sees it, besides the author and the office; see can_see_post',
  `is_pinned` tinyint(1) NOT NULL DEFAULT '0' COMMENT '1: above the feed of everything',
  `likes_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Kept by tr_post_like_*',
  `comments_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Comments that are not deleted; kept by tr_post_comment_*',
  `revision` int unsigned NOT NULL DEFAULT '1' COMMENT 'Counts changes of the words',
  `edited_at` datetime DEFAULT NULL COMMENT 'UTC; NULL: as it was written',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `is_removed` tinyint(1) NOT NULL DEFAULT '0' COMMENT '1: the office took it away: its author cannot bring it back',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  KEY `ix_posts_is_deleted_id` (`is_deleted`,`id`),
  KEY `ix_posts_author_id_is_deleted_id` (`author_id`,`is_deleted`,`id`),
  KEY `ix_posts_is_pinned_is_deleted_id` (`is_pinned`,`is_deleted`,`id`),
  KEY `ix_posts_created_by` (`created_by`),
  KEY `ix_posts_updated_by` (`updated_by`),
  FULLTEXT KEY `ft_posts_body` (`body`),
  CONSTRAINT `fk_posts_author_id` FOREIGN KEY (`author_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_posts_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_posts_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_posts_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_posts_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_posts_is_pinned_boolean` CHECK ((`is_pinned` in (0,1))),
  CONSTRAINT `ck_posts_is_removed` CHECK (((`is_removed` = 0) or (`is_deleted` = 1))),
  CONSTRAINT `ck_posts_is_removed_boolean` CHECK ((`is_removed` in (0,1))),
  CONSTRAINT `ck_posts_link_url` CHECK (((`link_url` like _utf8mb4'http://%') or (`link_url` like _utf8mb4'https://%')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What people post; the order of ids is the order of the feed';

CREATE TABLE `post_revisions` (
  `post_id` bigint unsigned NOT NULL,
  `revision` int unsigned NOT NULL COMMENT 'posts.revision of these words',
  `body` text NOT NULL COMMENT 'As it was until created_at',
  `link_url` varchar(300) DEFAULT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who replaced these words',
  PRIMARY KEY (`post_id`,`revision`),
  KEY `ix_post_revisions_created_by` (`created_by`),
  CONSTRAINT `fk_post_revisions_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_post_revisions_post_id` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The words of a post before they were changed';

CREATE TABLE `post_files` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `post_id` bigint unsigned NOT NULL,
  `kind` enum('picture','document') NOT NULL,
  `media_file_id` bigint unsigned NOT NULL,
  `file_name` varchar(255) NOT NULL COMMENT 'Document: its name; picture: what it shows, in words',
  `width` smallint unsigned DEFAULT NULL COMMENT 'Pixels; NULL: a document',
  `height` smallint unsigned DEFAULT NULL COMMENT 'Pixels; NULL: a document',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_post_files_post_id_kind` (`post_id`,`kind`),
  KEY `ix_post_files_media_file_id` (`media_file_id`),
  CONSTRAINT `fk_post_files_media_file_id` FOREIGN KEY (`media_file_id`) REFERENCES `media_files` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_post_files_post_id` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_post_files_height` CHECK (((`kind` = _utf8mb4'picture') = (`height` is not null))),
  CONSTRAINT `ck_post_files_width` CHECK (((`kind` = _utf8mb4'picture') = (`width` is not null)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The picture and the document of a post';

CREATE TABLE `post_likes` (
  `post_id` bigint unsigned NOT NULL,
  `user_id` bigint unsigned NOT NULL COMMENT 'users.id of who likes it',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned GENERATED ALWAYS AS (`user_id`) VIRTUAL COMMENT 'users.id',
  PRIMARY KEY (`post_id`,`user_id`),
  KEY `ix_post_likes_user_id` (`user_id`),
  CONSTRAINT `fk_post_likes_post_id` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_post_likes_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Who likes which post';

CREATE TABLE `post_comments` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `post_id` bigint unsigned NOT NULL,
  `parent_id` bigint unsigned DEFAULT NULL COMMENT 'post_comments.id of the comment it answers, of the same post; NULL: the post itself',
  `author_id` bigint unsigned NOT NULL COMMENT 'users.id',
  `body` text NOT NULL COMMENT 'Plain text',
  `likes_count` int unsigned NOT NULL DEFAULT '0' COMMENT 'Kept by tr_comment_like_*',
  `edited_at` datetime DEFAULT NULL COMMENT 'UTC; NULL: as it was written',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_post_comments_id_post_id` (`id`,`post_id`),
  KEY `ix_post_comments_post_id_parent_id_id` (`post_id`,`parent_id`,`id`),
  KEY `ix_post_comments_parent_id_post_id` (`parent_id`,`post_id`),
  KEY `ix_post_comments_author_id_id` (`author_id`,`id`),
  KEY `ix_post_comments_created_by` (`created_by`),
  KEY `ix_post_comments_updated_by` (`updated_by`),
  CONSTRAINT `fk_post_comments_author_id` FOREIGN KEY (`author_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_post_comments_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_post_comments_parent_id` FOREIGN KEY (`parent_id`, `post_id`) REFERENCES `post_comments` (`id`, `post_id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_post_comments_post_id` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_post_comments_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_post_comments_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_post_comments_is_deleted_boolean` CHECK ((`is_deleted` in (0,1)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What people say about a post, and about what was said: a tree';

CREATE TABLE `comment_likes` (
  `comment_id` bigint unsigned NOT NULL COMMENT 'post_comments.id',
  `user_id` bigint unsigned NOT NULL COMMENT 'users.id of who likes it',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned GENERATED ALWAYS AS (`user_id`) VIRTUAL COMMENT 'users.id',
  PRIMARY KEY (`comment_id`,`user_id`),
  KEY `ix_comment_likes_user_id` (`user_id`),
  CONSTRAINT `fk_comment_likes_comment_id` FOREIGN KEY (`comment_id`) REFERENCES `post_comments` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_comment_likes_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Who likes which comment';

-- -----------------------------------------------------------------------------
-- mentoring: What alumni can be asked for, who asked them, and what became of it
-- -----------------------------------------------------------------------------

CREATE TABLE `mentoring_offers` (
  `user_id` bigint unsigned NOT NULL COMMENT 'users.id of the alumnus',
  `is_open` tinyint(1) NOT NULL DEFAULT '0' COMMENT '1: can be asked',
  `capacity` tinyint unsigned NOT NULL DEFAULT '2' COMMENT 'Accepted requests at a time; lowered, it throws nobody out',
  `paused_until` datetime DEFAULT NULL COMMENT 'UTC; until then nobody can ask; NULL: no pause',
  `note` varchar(500) DEFAULT NULL COMMENT 'What people should know before they ask',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`user_id`),
  KEY `ix_mentoring_offers_is_open_user_id` (`is_open`,`user_id`),
  KEY `ix_mentoring_offers_created_by` (`created_by`),
  KEY `ix_mentoring_offers_updated_by` (`updated_by`),
  CONSTRAINT `fk_mentoring_offers_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_mentoring_offers_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_mentoring_offers_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_mentoring_offers_capacity` CHECK ((`capacity` between 1 and 20)),
  CONSTRAINT `ck_mentoring_offers_is_open_boolean` CHECK ((`is_open` in (0,1)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Whether an alumnus can be asked, and how many at a time; no row: cannot be asked';

CREATE TABLE `mentoring_offer_kinds` (
  `user_id` bigint unsigned NOT NULL COMMENT 'users.id of the alumnus',
  `kind` enum('reference','guidance','mentorship') NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned GENERATED ALWAYS AS (`user_id`) VIRTUAL COMMENT 'users.id',
  PRIMARY KEY (`user_id`,`kind`),
  CONSTRAINT `fk_mentoring_offer_kinds_user_id` FOREIGN KEY (`user_id`) REFERENCES `mentoring_offers` (`user_id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='For what an alumnus can be asked';

CREATE TABLE `reference_requests` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `requester_id` bigint unsigned NOT NULL COMMENT 'users.id of who asks',
  `alumnus_id` bigint unsigned NOT NULL COMMENT 'users.id of who is asked',
  `kind` enum('reference','guidance','mentorship') NOT NULL,
  `purpose` varchar(200) NOT NULL COMMENT 'In a sentence: what it is for',
  `company` varchar(120) DEFAULT NULL COMMENT 'Where the requester wants to go',
  `position` varchar(120) DEFAULT NULL COMMENT 'As what',
  `message` text NOT NULL COMMENT 'Plain text',
  `answer` varchar(1000) DEFAULT NULL COMMENT 'The words of the alumnus when accepting or declining',
  `status` enum('requested','accepted','declined','withdrawn','expired','completed','ended') NOT NULL DEFAULT 'requested',
  `expires_at` datetime NOT NULL COMMENT 'UTC; without an answer until then it expires',
  `answered_at` datetime DEFAULT NULL COMMENT 'UTC; accepted or declined',
  `completed_at` datetime DEFAULT NULL COMMENT 'UTC',
  `rating` tinyint unsigned DEFAULT NULL COMMENT 'By the requester, 1 to 5',
  `feedback` varchar(1000) DEFAULT NULL COMMENT 'By the requester, for the alumnus',
  `conversation_id` bigint unsigned DEFAULT NULL COMMENT 'The thread of the two, from the acceptance on',
  `open_alumnus_id` bigint unsigned GENERATED ALWAYS AS (if(((`status` in (_utf8mb4'requested',_utf8mb4'accepted')) and (`is_deleted` = 0)),`alumnus_id`,NULL)) STORED COMMENT 'alumnus_id of what is not finished: one of a pair; else NULL',
  `is_deleted` tinyint(1) NOT NULL DEFAULT '0',
  `deleted_at` datetime DEFAULT NULL COMMENT 'UTC; soft delete',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_reference_requests_open` (`requester_id`,`open_alumnus_id`),
  KEY `ix_reference_requests_requester_id_is_deleted_id` (`requester_id`,`is_deleted`,`id`),
  KEY `ix_reference_requests_alumnus_id_is_deleted_id` (`alumnus_id`,`is_deleted`,`id`),
  KEY `ix_reference_requests_waiting` (`alumnus_id`,`is_deleted`,`status`,`expires_at`),
  KEY `ix_reference_requests_due` (`is_deleted`,`status`,`expires_at`),
  KEY `ix_reference_requests_conversation_id` (`conversation_id`),
  KEY `ix_reference_requests_created_by` (`created_by`),
  KEY `ix_reference_requests_updated_by` (`updated_by`),
  CONSTRAINT `fk_reference_requests_alumnus_id` FOREIGN KEY (`alumnus_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_reference_requests_conversation_id` FOREIGN KEY (`conversation_id`) REFERENCES `conversations` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_reference_requests_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_reference_requests_requester_id` FOREIGN KEY (`requester_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT,
  CONSTRAINT `fk_reference_requests_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_reference_requests_alumnus_id` CHECK ((`requester_id` <> `alumnus_id`)),
  CONSTRAINT `ck_reference_requests_answered_at` CHECK (((`answered_at` is not null) = (`status` in (_utf8mb4'accepted',_utf8mb4'declined',_utf8mb4'completed',_utf8mb4'ended')))),
  CONSTRAINT `ck_reference_requests_completed_at` CHECK (((`completed_at` is not null) = (`status` = _utf8mb4'completed'))),
  CONSTRAINT `ck_reference_requests_deleted_at` CHECK (((`is_deleted` = 1) = (`deleted_at` is not null))),
  CONSTRAINT `ck_reference_requests_is_deleted_boolean` CHECK ((`is_deleted` in (0,1))),
  CONSTRAINT `ck_reference_requests_purpose` CHECK ((trim(`purpose`) <> _utf8mb4'')),
  CONSTRAINT `ck_reference_requests_rated` CHECK ((((`status` = _utf8mb4'completed') or (`rating` is null)) and ((`rating` is not null) or (`feedback` is null)))),
  CONSTRAINT `ck_reference_requests_rating` CHECK ((`rating` between 1 and 5))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Students and alumni ask an alumnus for a reference, for guidance or to be their mentor';

CREATE TABLE `reference_request_moves` (
  `from_status` enum('requested','accepted','declined','withdrawn','expired','completed','ended') NOT NULL,
  `to_status` enum('requested','accepted','declined','withdrawn','expired','completed','ended') NOT NULL,
  `mover` enum('requester','alumnus','clock') NOT NULL COMMENT 'Who or what may make this move',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`from_status`,`to_status`,`mover`),
  CONSTRAINT `ck_reference_request_moves_to_status` CHECK ((`from_status` <> `to_status`))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The sensible moves of a request: the workflow, as data';

CREATE TABLE `reference_request_history` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `request_id` bigint unsigned NOT NULL,
  `from_status` enum('requested','accepted','declined','withdrawn','expired','completed','ended') DEFAULT NULL COMMENT 'NULL: it was asked',
  `to_status` enum('requested','accepted','declined','withdrawn','expired','completed','ended') NOT NULL,
  `mover` enum('requester','alumnus','clock') NOT NULL,
  `note` varchar(500) DEFAULT NULL COMMENT 'Words for the other side, where a move ended it',
  `created_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'UTC',
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id: who made the move; NULL: the clock',
  PRIMARY KEY (`id`),
  KEY `ix_reference_request_history_request_id_id` (`request_id`,`id`),
  KEY `ix_reference_request_history_move` (`from_status`,`to_status`,`mover`),
  KEY `ix_reference_request_history_created_by` (`created_by`),
  CONSTRAINT `fk_reference_request_history_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_reference_request_history_move` FOREIGN KEY (`from_status`, `to_status`, `mover`) REFERENCES `reference_request_moves` (`from_status`, `to_status`, `mover`) ON DELETE RESTRICT,
  CONSTRAINT `fk_reference_request_history_request_id` FOREIGN KEY (`request_id`) REFERENCES `reference_requests` (`id`) ON DELETE CASCADE,
  CONSTRAINT `ck_reference_request_history_first` CHECK (((`from_status` is not null) or ((`to_status` = _utf8mb4'requested') and (`mover` = _utf8mb4'requester'))))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Every state a request was in; only moves of reference_request_moves can be written';

CREATE TABLE `reference_goals` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `request_id` bigint unsigned NOT NULL,
  `position` smallint unsigned NOT NULL COMMENT 'Place in the list',
  `title` varchar(200) NOT NULL,
  `is_done` tinyint(1) NOT NULL DEFAULT '0',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `created_by` bigint unsigned DEFAULT NULL COMMENT 'users.id of who of the two set it',
  `updated_by` bigint unsigned DEFAULT NULL COMMENT 'users.id',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_reference_goals_request_id_position` (`request_id`,`position`),
  KEY `ix_reference_goals_created_by` (`created_by`),
  KEY `ix_reference_goals_updated_by` (`updated_by`),
  CONSTRAINT `fk_reference_goals_created_by` FOREIGN KEY (`created_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `fk_reference_goals_request_id` FOREIGN KEY (`request_id`) REFERENCES `reference_requests` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_reference_goals_updated_by` FOREIGN KEY (`updated_by`) REFERENCES `users` (`id`) ON DELETE SET NULL,
  CONSTRAINT `ck_reference_goals_is_done_boolean` CHECK ((`is_done` in (0,1))),
  CONSTRAINT `ck_reference_goals_title` CHECK ((trim(`title`) <> _utf8mb4''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What the two of an accepted request have agreed on';

CREATE TABLE `suggestion_weights` (
  `name` enum('skill','degree','company','industry','campus','place') NOT NULL,
  `label` varchar(60) NOT NULL COMMENT 'As the reason begins, before what it is',
  `weight` tinyint unsigned NOT NULL COMMENT 'Points for each; 0: said, but does not count',
  `most_count` tinyint unsigned NOT NULL COMMENT 'How many of it count at most',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`name`),
  CONSTRAINT `ck_suggestion_weights_most_count` CHECK ((`most_count` >= 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What makes somebody a good suggestion, and how much';

-- -----------------------------------------------------------------------------
-- counters: Every kept counter is registered, and no cascade passes its triggers by
-- -----------------------------------------------------------------------------

CREATE TABLE `counters` (
  `name` varchar(80) NOT NULL COMMENT 'Table and column that keep it, with a point between',
  `id_column` varchar(64) NOT NULL DEFAULT 'id' COMMENT 'Column that names a row in a report',
  `counted` text NOT NULL COMMENT 'SQL of the right value for a row k of the table',
  `kept_by` varchar(400) NOT NULL COMMENT 'Triggers that keep it, separated by commas',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`name`),
  CONSTRAINT `ck_counters_name` CHECK (regexp_like(`name`,_utf8mb4'^[a-z_]+[.][a-z_]+$',_utf8mb4'c'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Every kept counter: read by counters_verify and counters_repair';

-- -----------------------------------------------------------------------------
-- tools: what the command line keeps for itself
-- -----------------------------------------------------------------------------

CREATE TABLE `schema_journal` (
  `migration` varchar(120) NOT NULL,
  `statement_number` smallint unsigned NOT NULL,
  `is_done` tinyint(1) NOT NULL DEFAULT '0',
  `fingerprint` char(64) DEFAULT NULL COMMENT 'Of the table it touches, before; NULL: no such table',
  `statement` mediumtext NOT NULL,
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`migration`,`statement_number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Statements of migrations: begun, done; written by the migration tool';

CREATE TABLE `schema_migrations` (
  `name` varchar(120) NOT NULL COMMENT 'File in db/migrations, db/reference, or roles',
  `kind` enum('migration','reference','roles') NOT NULL,
  `digest` char(64) NOT NULL COMMENT 'SHA-256 of the file as it ran',
  `is_done` tinyint(1) NOT NULL DEFAULT '0',
  `applied_by` varchar(300) NOT NULL COMMENT 'Person and machine',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`kind`,`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Scripts that ran; written by the migration tool';

CREATE TABLE `schema_object_versions` (
  `kind` enum('function','procedure','view','trigger','event') NOT NULL,
  `name` varchar(64) NOT NULL,
  `version` int unsigned NOT NULL COMMENT 'Counts from 1 for every object',
  `action` enum('apply','rollback','drop') NOT NULL,
  `source` mediumtext COMMENT 'The whole file; NULL: dropped',
  `applied_by` varchar(300) NOT NULL COMMENT 'Person and machine',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`kind`,`name`,`version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Every version of every object; written by the migration tool';

CREATE TABLE `schema_objects` (
  `kind` enum('table','function','procedure','view','trigger','event') NOT NULL,
  `name` varchar(64) NOT NULL,
  `digest` char(64) DEFAULT NULL COMMENT 'SHA-256 of the file it was made from; NULL: a table',
  `fingerprint` char(64) DEFAULT NULL COMMENT 'Of SHOW CREATE when it was made; NULL: being made now',
  `pinned_digest` char(64) DEFAULT NULL COMMENT 'Rolled back: the file of this digest is not applied',
  `module` varchar(40) DEFAULT NULL COMMENT 'Folder of its file, such as job; NULL: a table',
  `created_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`kind`,`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What is applied now; written by the migration tool';

SET foreign_key_checks = 1;
