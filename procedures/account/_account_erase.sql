-- _account_erase: permanently erase the personal data of a deleted account.
--
-- The tables personal_tables and personal_columns say where personal data is and how to erase it;
-- account_export reads them as well. The row of the account stays as "Former member", so that other
-- people's content stays readable. The caller holds the lock on that row, has checked that it is
-- deleted and not erased, and ends the transaction: a person is erased completely or not at all.
--
-- Parameters
--   p_actor_id  users.id of the actor; NULL: the scheduler
--   p_user_id   users.id of the account
--   p_action    name of the calling procedure, for the audit log
-- Result sets
--   none
-- Errors
--   45409  the registry of personal columns is empty

DROP PROCEDURE IF EXISTS _account_erase;

DELIMITER //

CREATE PROCEDURE _account_erase (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_action VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Permanently erase the personal data of a deleted account.'
BEGIN
    DECLARE v_files JSON;
    DECLARE v_statement TEXT;
    DECLARE v_is_done BOOLEAN DEFAULT 0;
    -- One statement per table: a set-based statement cannot execute them. The limit is beyond any
    -- table: clients with sql_safe_updates require a limit where a scan is cheaper than an index.
    DECLARE c_statements CURSOR FOR
        SELECT
            CONCAT(
                IF(
                    t.erasure = 'delete',
                    CONCAT('DELETE FROM ', t.name),
                    CONCAT(
                        'UPDATE ', t.name, ' SET ',
                        GROUP_CONCAT(c.column_name, ' = ', c.replacement SEPARATOR ', ')
                    )
                ),
                ' WHERE ', t.person_condition, ' LIMIT 4294967295'
            ) AS statement
        FROM personal_tables AS t
        LEFT JOIN personal_columns AS c
            ON c.table_name = t.name AND c.replacement IS NOT NULL
        GROUP BY t.name, t.erasure, t.person_condition, t.position
        ORDER BY t.position, t.name;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_done = 1;

    IF NOT EXISTS (SELECT 1 FROM personal_tables WHERE name = 'users') THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'The registry of personal columns is empty. Apply the migrations.';
    END IF;

    -- If routines are being replaced at the same time, EXECUTE can fail with error 1615, and the
    -- server restarts this CALL without undoing its work, so files found before the restart must be
    -- kept.
    IF NOT @person_id <=> p_user_id THEN
        SET @person_id = p_user_id, @person_files = NULL;
        SELECT email INTO @person_email
        FROM users
        WHERE id = p_user_id;
    END IF;

    -- Files without a remaining reference are deleted with the person, including replaced ones.
    SELECT JSON_ARRAYAGG(f.id) INTO v_files
    FROM (
        SELECT id FROM media_files
        WHERE created_by = p_user_id
        UNION DISTINCT
        SELECT media_file_id FROM profile_files
        WHERE user_id = p_user_id
        UNION DISTINCT
        SELECT cv_upload FROM job_applications
        WHERE applicant_id = p_user_id AND cv_upload IS NOT NULL
        UNION DISTINCT
        SELECT t.media_file_id
        FROM messages AS m
        JOIN message_attachments AS t ON t.message_id = m.id
        WHERE m.sender_id = p_user_id
        UNION DISTINCT
        SELECT g.media_file_id
        FROM posts AS p
        JOIN post_files AS g ON g.post_id = p.id
        WHERE p.author_id = p_user_id
        UNION DISTINCT
        SELECT w.media_file_id
        FROM verification_queue AS q
        JOIN verification_files AS w ON w.verification_id = q.id
        WHERE q.user_id = p_user_id
    ) AS f;
    SET v_files = JSON_MERGE_PRESERVE(
        COALESCE(v_files, JSON_ARRAY()), COALESCE(CAST(@person_files AS JSON), JSON_ARRAY())
    );
    SET @person_files = v_files;

    OPEN c_statements;
    erasing: LOOP
        FETCH c_statements INTO v_statement;
        IF v_is_done THEN
            LEAVE erasing;
        END IF;
        -- A table that stays unchanged has nothing to set.
        IF v_statement IS NOT NULL THEN
            SET @erasure = v_statement;
            PREPARE erasure FROM @erasure;
            EXECUTE erasure;
            DEALLOCATE PREPARE erasure;
            -- A NOT FOUND inside a trigger is not the end of the list.
            SET v_is_done = 0;
        END IF;
    END LOOP erasing;
    CLOSE c_statements;

    CALL _media_files_remove(v_files);
    UPDATE users SET erased_at = UTC_TIMESTAMP(), updated_by = p_actor_id
    WHERE id = p_user_id;
    CALL _audit(
        p_actor_id, p_action, 'users', p_user_id, NULL, JSON_OBJECT('is_erased', 1)
    );
    SET @person_id = NULL, @person_email = NULL, @person_files = NULL, @erasure = NULL;
END //

DELIMITER ;
