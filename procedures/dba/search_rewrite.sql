-- search_rewrite: rewrite search terms that the renaming of a lookup has made outdated.
--
-- Called by ev_rewrite_search. One transaction per person or posting, so that nobody waits long and
-- an interrupted run continues with the next call.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA or the scheduler
--   p_limit     maximum number of people and postings; NULL: 1000
-- Result sets
--   rewritten (one)  done_count
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL search_rewrite(NULL, 10);

DROP PROCEDURE IF EXISTS search_rewrite;

DELIMITER //

CREATE PROCEDURE search_rewrite (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Rewrite outdated search terms. | rewritten: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT COALESCE(p_limit, 1000);
    DECLARE v_count INT UNSIGNED DEFAULT 0;
    DECLARE v_subject VARCHAR(10);
    DECLARE v_subject_id BIGINT UNSIGNED;
    DECLARE v_held_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);

    -- One after the other, because each is a transaction.
    rewriting: WHILE v_count < v_limit DO
        SET v_subject_id = NULL;
        SELECT
            subject,
            subject_id
        INTO v_subject, v_subject_id
        FROM search_rewrites
        ORDER BY subject, subject_id
        LIMIT 1;
        IF v_subject_id IS NULL THEN
            LEAVE rewriting;
        END IF;

        START TRANSACTION;
        -- The queue entry first: a concurrent rename waits and queues it again.
        SELECT subject_id INTO v_held_id
        FROM search_rewrites
        WHERE subject = v_subject AND subject_id = v_subject_id
        FOR UPDATE;
        IF v_subject = 'person' THEN
            SELECT id INTO v_held_id
            FROM users
            WHERE id = v_subject_id
            FOR UPDATE;
            CALL _directory_write(v_subject_id);
        ELSE
            SELECT id INTO v_held_id
            FROM job_postings
            WHERE id = v_subject_id
            FOR UPDATE;
            CALL _job_terms_write(v_subject_id);
        END IF;
        DELETE FROM search_rewrites
        WHERE subject = v_subject AND subject_id = v_subject_id;
        COMMIT;
        SET v_count = v_count + 1;
    END WHILE rewriting;

    SELECT v_count AS done_count;
END //

DELIMITER ;
