-- _directory_write: update a person's entries in the directories.
--
-- Called in the transaction of every change of names, studies, position, skills, privacy or account
-- (the last by tr_user_update). Writes only differences, by full primary key, so that two people
-- who save at the same time do not wait for each other. The caller holds the lock on the account.
--
-- Parameters
--   p_user_id  users.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_write;

DELIMITER //

CREATE PROCEDURE _directory_write (IN p_user_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Update a person''s entries in the directories.'
BEGIN
    DECLARE v_entry JSON DEFAULT _directory_entry_of(p_user_id);
    DECLARE v_directory VARCHAR(10) DEFAULT v_entry ->> '$.directory';
    DECLARE v_listed_in VARCHAR(10);

    SELECT directory INTO v_listed_in
    FROM directory_entries
    WHERE user_id = p_user_id;

    IF v_listed_in IS NOT NULL AND NOT v_listed_in <=> v_directory THEN
        DELETE FROM directory_entries
        WHERE user_id = p_user_id;
    END IF;

    -- The office finds everyone, listed or not.
    CALL _account_terms_write(p_user_id);
    IF v_directory IS NOT NULL THEN
        INSERT INTO directory_entries (user_id, directory, name_key, year, audience)
        VALUES (
            p_user_id, v_directory, v_entry ->> '$.name_key', v_entry ->> '$.year',
            v_entry ->> '$.audience'
        )
        ON DUPLICATE KEY UPDATE
            name_key = v_entry ->> '$.name_key',
            year = v_entry ->> '$.year',
            audience = v_entry ->> '$.audience';
        CALL _directory_terms_write(
            p_user_id, v_directory, _directory_terms_of(p_user_id, v_directory)
        );
        CALL _directory_facets_write(
            p_user_id, v_directory, _directory_facets_of(p_user_id, v_directory)
        );
    END IF;
END //

DELIMITER ;
