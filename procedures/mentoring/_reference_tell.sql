-- _reference_tell: tell the other one of a request what has become of it.
--
-- Parameters
--   p_actor_id      users.id of whose act it is; of what has expired: who did not answer
--   p_recipient_id  users.id of who is told
--   p_request_id    reference_requests.id
--   p_verb          names the words, such as reference_accepted
--   p_template      the mail; NULL: the general one
--   p_more          further data of the mail; NULL: none
--   p_fact          with the verb it names the fact
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
COMMENT 'Tell the other one of a request what has become of it.'
BEGIN
    DECLARE v_data JSON;

    SELECT
        JSON_MERGE_PATCH(
            JSON_OBJECT(
                -- As people say it: asked for a reference, for guidance, for mentorship.
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
