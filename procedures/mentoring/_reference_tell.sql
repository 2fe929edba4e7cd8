-- _reference_tell: notify the other side of a change of a request.
--
-- Parameters
--   p_actor_id      users.id of the actor; if it expired: of the person who did not reply
--   p_recipient_id  users.id of the recipient
--   p_request_id    reference_requests.id
--   p_verb          verb of the notification, such as reference_accepted
--   p_template      the mail; NULL: the generic one
--   p_more          additional data for the mail; NULL: none
--   p_fact          fact key, together with the verb
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _reference_tell;

DELIMITER //

CREATE PROCEDURE _reference_tell (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_recipient_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_verb VARCHAR(40),
    IN p_template VARCHAR(60),
    IN p_more JSON,
    IN p_fact VARCHAR(40)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Notify the other side of a change of a request.'
BEGIN
    DECLARE v_data JSON;

    SELECT
        JSON_MERGE_PATCH(
            JSON_OBJECT(
                -- In natural wording: a reference, guidance, mentorship.
                'kind', IF(kind = 'reference', 'a reference', kind),
                'request_id', id, 'purpose', purpose, 'status', status,
                'rating', rating, 'until', DATE_FORMAT(expires_at, '%e %M %Y'),
                'message', IF(p_verb = 'reference_requested', message, NULL),
                'answer', IF(p_template = 'reference_answered', answer, NULL)
            ),
            COALESCE(p_more, JSON_OBJECT())
        )
    INTO v_data
    FROM reference_requests
    WHERE id = p_request_id;
    CALL _notify(
        p_actor_id, p_recipient_id, 'mentoring', p_verb, CONCAT('reference-', p_request_id),
        CONCAT('/mentoring/', p_request_id), v_data, p_template,
        CONCAT(p_verb, ':', p_fact)
    );
END //

DELIMITER ;
