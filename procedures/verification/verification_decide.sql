-- verification_decide: approve or reject requests, or ask for more: one, or many together.
--
-- All or nothing, except that requests that cannot be decided are reported and do not stop the
-- others.
-- Each is decided once, even with concurrent decisions. The people are notified by mail.
--
-- Parameters
--   p_actor_id     users.id of an admin
--   p_request_ids  verification_queue.id of at most 100, separated by commas, or a JSON array
--   p_decision     approve, reject or ask (for more)
--   p_reason       message to the people, at most 1,000 characters; required unless approved
--   p_revision     for a single request: revision that the admin saw; NULL: do not check
-- Result sets
--   requests (many)  id, name, result: approved, rejected, needs_more; decided (already),
--                    changed (by the person), inactive (the account may not
--                    act now: it can only be rejected) or unknown
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45409  none of them can be decided
--   45422  invalid value
-- Example
--   CALL verification_decide(1, '1, 2', 'perhaps', NULL, NULL);
--   -- refused: 45422

DROP PROCEDURE IF EXISTS verification_decide;

DELIMITER //

CREATE PROCEDURE verification_decide (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_ids TEXT,
    IN p_decision VARCHAR(20),
    IN p_reason VARCHAR(1000),
    IN p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Approve or reject requests, or ask for more. | requests: many'
BEGIN
    DECLARE v_ids JSON;
    DECLARE v_owners JSON DEFAULT JSON_ARRAY();
    DECLARE v_results JSON DEFAULT JSON_ARRAY();
    DECLARE v_position INT UNSIGNED DEFAULT 0;
    DECLARE v_request_id BIGINT UNSIGNED;
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_state VARCHAR(20);
    DECLARE v_result VARCHAR(20);
    DECLARE v_first_result VARCHAR(20);
    DECLARE v_done_count INT UNSIGNED DEFAULT 0;
    DECLARE v_is_done BOOLEAN DEFAULT 0;

    -- Accounts are locked in the order of their ids, so that concurrent decisions do not deadlock:
    -- a join does not guarantee an order.
    DECLARE c_requests CURSOR FOR
        SELECT DISTINCT
            n.id,
            -- Requests without an account count as account 0, which nobody has.
            COALESCE(q.user_id, 0) AS user_id
        FROM JSON_TABLE(v_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS n
        LEFT JOIN verification_queue AS q ON q.id = n.id
        ORDER BY user_id, n.id;

    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_done = 1;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _require_admin(p_actor_id);
    CALL _require_ids('request_ids', p_request_ids, 100, v_ids);
    IF p_decision IS NULL OR p_decision NOT IN ('approve', 'reject', 'ask') THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'decision: Choose approve, reject or ask for more.';
    END IF;
    CALL _require_text('reason', p_reason, 1000, p_decision <> 'approve', 1);
    -- The owner of a request never changes, so it is read before anything is locked.
    OPEN c_requests;
    FETCH c_requests INTO v_request_id, v_user_id;
    WHILE NOT v_is_done DO
        SET v_owners = JSON_ARRAY_APPEND(v_owners, '$', JSON_ARRAY(v_request_id, v_user_id));
        FETCH c_requests INTO v_request_id, v_user_id;
    END WHILE;
    CLOSE c_requests;

    START TRANSACTION;
    -- All accounts first: the mails share-lock them, and so nothing can deadlock.
    WHILE v_position < JSON_LENGTH(v_owners) DO
        CALL _graduand_lock(
            JSON_EXTRACT(v_owners, CONCAT('$[', v_position, '][1]')), v_state
        );
        SET v_owners = JSON_ARRAY_APPEND(v_owners, CONCAT('$[', v_position, ']'), v_state);
        SET v_position = v_position + 1;
    END WHILE;

    SET v_position = 0;
    WHILE v_position < JSON_LENGTH(v_owners) DO
        SET v_request_id = JSON_EXTRACT(v_owners, CONCAT('$[', v_position, '][0]'));
        SET v_state = JSON_UNQUOTE(JSON_EXTRACT(v_owners, CONCAT('$[', v_position, '][2]')));
        CALL _verification_decide_one(
            p_actor_id, v_request_id, p_decision, p_reason, p_revision, v_state, v_result
        );
        SET v_results = JSON_ARRAY_APPEND(v_results, '$', JSON_ARRAY(v_request_id, v_result));
        SET v_first_result = COALESCE(v_first_result, v_result);
        SET v_done_count = v_done_count + (v_result IN ('approved', 'rejected', 'needs_more'));
        SET v_position = v_position + 1;
    END WHILE;
    IF v_done_count = 0 AND v_first_result = 'changed' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'The person has changed this request. Reload the page.';
    ELSEIF v_done_count = 0 AND v_first_result = 'inactive' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This account is inactive, so the request can only be rejected.';
    ELSEIF v_done_count = 0 THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This request has already been answered. Reload the page.';
    END IF;
    COMMIT;

    SELECT
        n.id,
        n.result,
        name_of(q.user_id) AS name
    FROM
        JSON_TABLE(
            v_results, '$[*]' COLUMNS (
                position FOR ORDINALITY,
                id BIGINT UNSIGNED PATH '$[0]',
                result VARCHAR(20) PATH '$[1]'
            )
        ) AS n
    LEFT JOIN verification_queue AS q ON q.id = n.id
    ORDER BY n.position;
END //

DELIMITER ;
