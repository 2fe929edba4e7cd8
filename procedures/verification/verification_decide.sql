-- verification_decide: approve or reject requests, or ask for more: one, or many at once.
--
-- All or nothing, but what cannot be decided (any more) is reported and does not stop the others.
-- Each is decided once, whoever else decides at the same time. The people are told by mail.
--
-- Parameters
--   p_actor_id     users.id of an admin
--   p_request_ids  verification_queue.id of at most 100, separated by commas; a JSON array as well
--   p_decision     approve, reject or ask (for more)
--   p_reason       words for the people, at most 1,000 characters; needed unless approved
--   p_revision     of one request: what the admin saw; NULL: whatever it is
-- Result sets
--   requests (many)  id, name, result: approved, rejected, needs_more; decided (it does not wait
--                    any more), changed (by the person meanwhile), inactive (the account may not
--                    act now: it can only be rejected) or unknown
-- Errors
--   45401  nobody is signed in
--   45403  the actor is no admin
--   45409  none of them could be decided
--   45422  a value is unacceptable
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

    -- A lock an account in the order of their ids, whoever else decides some of them at the same
    -- time: a join does not promise an order.
    DECLARE c_requests CURSOR FOR
        SELECT DISTINCT
            n.id,
            -- Nobody's is the account 0, which nobody has.
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

    -- Before the transaction, so that what it sees is as of the locks.
    CALL _require_admin(p_actor_id);
    CALL _require_ids('request_ids', p_request_ids, 100, v_ids);
    IF p_decision IS NULL OR p_decision NOT IN ('approve', 'reject', 'ask') THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'decision: Choose approve, reject or ask for more.';
    END IF;
    CALL _require_text('reason', p_reason, 1000, p_decision <> 'approve', 1);
    -- Whose they are never changes, so it is read before anything is held.
    OPEN c_requests;
    FETCH c_requests INTO v_request_id, v_user_id;
    WHILE NOT v_is_done DO
        SET v_owners = JSON_ARRAY_APPEND(v_owners, '$', JSON_ARRAY(v_request_id, v_user_id));
        FETCH c_requests INTO v_request_id, v_user_id;
    END WHILE;
    CLOSE c_requests;

    START TRANSACTION;
    -- All accounts first: the mails share them, and so nobody waits for somebody who waits.
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
            SET MESSAGE_TEXT = 'The person has changed the request meanwhile. Look again.';
    ELSEIF v_done_count = 0 AND v_first_result = 'inactive' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'The account may not act now: the request can only be rejected.';
    ELSEIF v_done_count = 0 THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This does not wait for a decision any more: look again.';
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
