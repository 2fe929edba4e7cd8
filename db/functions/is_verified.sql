-- is_verified: check whether the office has verified a person's current role.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS is_verified;

DELIMITER //

CREATE FUNCTION is_verified(p_user_id BIGINT UNSIGNED)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether the office has verified a person''s current role.'
BEGIN
    RETURN EXISTS (
        SELECT 1
        FROM verification_queue AS q
        JOIN users AS u ON u.id = q.user_id
        JOIN roles AS r ON r.id = u.role_id
        WHERE
            q.user_id = p_user_id
            AND q.status = 'approved'
            AND FIND_IN_SET(q.kind, verification_kinds_of(r.name))
    );
END //

DELIMITER ;
