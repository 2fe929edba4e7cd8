-- reference_rate: rate a completed request; the alumni member can read it.
--
-- There is one rating, and its author can change it.
--
-- Parameters
--   p_actor_id    users.id of the requester
--   p_request_id  reference_requests.id
--   p_rating      1 to 5, 5 is best
--   p_feedback    at most 1,000 characters; NULL: none
-- Result sets
--   request (one)  id, rating
-- Errors
--   45401  not signed in
--   45403  the actor is the alumni member
--   45404  no such request of the actor
--   45409  not completed
--   45422  invalid value
-- Example
--   CALL reference_rate(3, 0, 5, 'Clear and kind.');  -- refused: 45404

DROP PROCEDURE IF EXISTS reference_rate;

DELIMITER //

CREATE PROCEDURE reference_rate (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_rating TINYINT UNSIGNED,
    IN p_feedback VARCHAR(1000)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Rate a completed request. | request: one'
BEGIN
    DECLARE v_requester_id BIGINT UNSIGNED;
    DECLARE v_alumnus_id BIGINT UNSIGNED;
    DECLARE v_mover VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_before TINYINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _reference_parties(p_actor_id, p_request_id, v_requester_id, v_alumnus_id, v_mover);
    IF v_mover <> 'requester' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only the requester can rate this.';
    ELSEIF p_rating IS NULL OR p_rating NOT BETWEEN 1 AND 5 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'rating: Choose a rating from 1 to 5.';
    END IF;
    CALL _require_text('feedback', p_feedback, 1000, 0, 1);

    START TRANSACTION;
    CALL _pair_share(v_requester_id, v_alumnus_id);
    SELECT
        status,
        rating
    INTO v_status, v_before
    FROM reference_requests
    WHERE id = p_request_id
    FOR UPDATE;
    IF v_status <> 'completed' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'You can rate this after it is completed.';
    END IF;
    UPDATE reference_requests
    SET rating = p_rating, feedback = p_feedback, updated_by = p_actor_id
    WHERE id = p_request_id;
    IF v_before IS NULL THEN
        CALL _reference_tell(
            p_actor_id, v_alumnus_id, p_request_id, 'reference_rated', NULL, NULL, p_request_id
        );
    END IF;
    COMMIT;

    SELECT
        p_request_id AS id,
        p_rating AS rating;
END //

DELIMITER ;
