-- references_expire_due: expire requests that nobody has answered in time; ev_expire_references.
--
-- The requester is notified, with three other people to ask. One transaction per request, which
-- locks its row: after a crash, the next call continues, and concurrent calls do nothing twice. A
-- request that fails does not block the others; it is counted, and the next call tries
-- again.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA or the scheduler
--   p_limit     maximum number of requests; NULL: 1000
-- Result sets
--   expiry (one)  expired_count, failed_count, first_failure (the error's text, or NULL)
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL references_expire_due(NULL, 10);

DROP PROCEDURE IF EXISTS references_expire_due;

DELIMITER //

CREATE PROCEDURE references_expire_due (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Expire requests that nobody has answered in time. | expiry: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT COALESCE(p_limit, 1000);
    DECLARE v_requests JSON;
    DECLARE v_request JSON;
    DECLARE v_position INT UNSIGNED DEFAULT 0;
    DECLARE v_is_expired BOOLEAN;
    DECLARE v_expired_count INT UNSIGNED DEFAULT 0;
    DECLARE v_failed_count INT UNSIGNED DEFAULT 0;
    DECLARE v_failure VARCHAR(500);
    DECLARE v_first_failure VARCHAR(500);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);
    SELECT JSON_ARRAYAGG(JSON_ARRAY(d.requester_id, d.alumnus_id, d.id)) INTO v_requests
    FROM (
        SELECT
            id,
            requester_id,
            alumnus_id
        FROM reference_requests FORCE INDEX (ix_reference_requests_due)
        WHERE is_deleted = 0 AND status = 'requested' AND expires_at <= UTC_TIMESTAMP()
        ORDER BY expires_at
        LIMIT v_limit
    ) AS d;

    -- One after the other, because each is a transaction.
    WHILE v_position < COALESCE(JSON_LENGTH(v_requests), 0) DO
        one_request: BEGIN
            DECLARE EXIT HANDLER FOR SQLEXCEPTION
            BEGIN
                GET DIAGNOSTICS CONDITION 1 v_failure = MESSAGE_TEXT;
                ROLLBACK;
                SET v_failed_count = v_failed_count + 1;
                SET v_first_failure = COALESCE(v_first_failure, v_failure);
            END;

            SET v_request = JSON_EXTRACT(v_requests, CONCAT('$[', v_position, ']'));
            START TRANSACTION;
            CALL _reference_expire(
                v_request ->> '$[0]', v_request ->> '$[1]', v_request ->> '$[2]', v_is_expired
            );
            COMMIT;
            SET v_expired_count = v_expired_count + v_is_expired;
        END one_request;
        SET v_position = v_position + 1;
    END WHILE;

    SELECT
        v_expired_count AS expired_count,
        v_failed_count AS failed_count,
        v_first_failure AS first_failure;
END //

DELIMITER ;
