-- search_rebuild: make all search words anew: of every account, person and posting.
--
-- For the day on which the rules of the words change, or data came in by another way. It puts
-- everybody on the list that ev_rewrite_search works through, a transaction each and a thousand
-- every five seconds; `CALL search_rewrite(NULL, NULL)` does the next thousand at once.
-- Messages are not in it: their words are written with them and never change.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA
-- Result sets
--   rebuild (one)  people_count, postings_count, waiting_count (all that are on the list now)
-- Errors
--   45401  the actor may not act
--   45403  the actor is no admin
-- Example
--   CALL search_rebuild(NULL);

DROP PROCEDURE IF EXISTS search_rebuild;

DELIMITER //

CREATE PROCEDURE search_rebuild (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Make all search words anew, in a moment. | rebuild: one'
BEGIN
    DECLARE v_people_count INT UNSIGNED;
    DECLARE v_postings_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);

    -- What is only read is not locked: people save their profiles meanwhile.
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    INSERT IGNORE INTO search_rewrites (subject, subject_id)
    SELECT
        'person',
        id
    FROM users
    ORDER BY id;
    SET v_people_count = ROW_COUNT();
    INSERT IGNORE INTO search_rewrites (subject, subject_id)
    SELECT
        'job',
        id
    FROM job_postings
    ORDER BY id;
    SET v_postings_count = ROW_COUNT();
    COMMIT;

    SELECT
        v_people_count AS people_count,
        v_postings_count AS postings_count,
        COUNT(*) AS waiting_count
    FROM search_rewrites;
END //

DELIMITER ;
