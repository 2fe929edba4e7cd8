-- is_related: check whether a person may write to another without a request.
--
-- True for people followed by the recipient, to and from the office, and between an applicant and
-- the poster of the job.
--
-- Parameters
--   p_sender_id     users.id of the sender
--   p_recipient_id  users.id of the recipient
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS is_related;

DELIMITER //

CREATE FUNCTION is_related(p_sender_id BIGINT UNSIGNED, p_recipient_id BIGINT UNSIGNED)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether a person may write to another without a request.'
BEGIN
    RETURN
        role_of(p_sender_id) <=> 'admin'
        OR role_of(p_recipient_id) <=> 'admin'
        OR EXISTS (
            SELECT 1 FROM follows
            WHERE follower_id = p_recipient_id AND followed_id = p_sender_id
        )
        OR EXISTS (
            SELECT 1
            FROM job_applications AS a
            JOIN job_postings AS j ON j.id = a.job_posting_id
            WHERE
                a.is_deleted = 0
                AND (
                    (a.applicant_id = p_sender_id AND j.poster_id = p_recipient_id)
                    OR (a.applicant_id = p_recipient_id AND j.poster_id = p_sender_id)
                )
        );
END //

DELIMITER ;
