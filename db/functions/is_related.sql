-- is_related: whether a person may write to another without asking first.
--
-- Who is followed by the other one; the office, and whoever writes to it; an applicant and who
-- posted the job.
--
-- Parameters
--   p_sender_id     users.id of who writes
--   p_recipient_id  users.id of who is written to
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS is_related;

DELIMITER //

CREATE FUNCTION is_related(p_sender_id BIGINT UNSIGNED, p_recipient_id BIGINT UNSIGNED)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Whether a person may write to another without asking first.'
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
