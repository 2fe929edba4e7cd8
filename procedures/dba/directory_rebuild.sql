-- directory_rebuild: rebuild the directories from profiles, accounts and privacy settings.
--
-- For a DBA, after data was loaded without the procedures. One transaction per person, so that
-- nobody waits long and an interrupted rebuild can be called again.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: a database client
--   p_user_id   users.id; NULL: everyone
-- Result sets
--   rebuilt (one)  people_count
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
-- Example
--   CALL directory_rebuild(NULL, 2);

DROP PROCEDURE IF EXISTS directory_rebuild;

DELIMITER //

CREATE PROCEDURE directory_rebuild (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Rebuild the directories. | rebuilt: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED DEFAULT IF(p_user_id > 0, p_user_id - 1, 0);
    DECLARE v_last_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED DEFAULT 0;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);
    SELECT COALESCE(p_user_id, MAX(id)) INTO v_last_id FROM users;
    -- A loop: a single statement would be one transaction for everyone.
    WHILE v_user_id IS NOT NULL DO
        SELECT MIN(id) INTO v_user_id
        FROM users
        WHERE id > v_user_id AND id <= v_last_id;
        IF v_user_id IS NOT NULL THEN
            START TRANSACTION;
            SELECT id INTO v_user_id
            FROM users
            WHERE id = v_user_id
            FOR UPDATE;
            CALL _directory_write(v_user_id);
            COMMIT;
            SET v_count = v_count + 1;
        END IF;
    END WHILE;

    SELECT v_count AS people_count;
END //

DELIMITER ;
