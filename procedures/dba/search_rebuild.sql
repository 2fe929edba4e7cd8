-- search_rebuild: rebuild all search terms: of accounts, people and job postings.
--
-- Use it after the rules of the terms have changed, or data was loaded another way. It puts
-- everyone on the queue of ev_rewrite_search, which processes a thousand every five seconds, one
-- transaction each; `CALL search_rewrite(NULL, NULL)` processes the next thousand immediately.
-- Messages are not included: their terms are written with them and never change.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA
-- Result sets
--   rebuild (one)  people_count, postings_count, waiting_count (total in the queue)
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL search_rebuild(NULL);

DROP PROCEDURE IF EXISTS search_rebuild;

DELIMITER //

CREATE PROCEDURE search_rebuild (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Rebuild all search terms in the background. | rebuild: one'
BEGIN
    DECLARE v_people_count INT UNSIGNED;
    DECLARE v_postings_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);

    -- Rows that are only read are not locked: people can save their profiles meanwhile.
    COMMIT;
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
