-- mentoring_places_of: count the requests that an alumni member can still accept.
--
-- Parameters
--   p_user_id  users.id of the alumni member
-- Returns
--   capacity minus the accepted, unfinished requests; 0 without an offer

DROP FUNCTION IF EXISTS mentoring_places_of;

DELIMITER //

CREATE FUNCTION mentoring_places_of(p_user_id BIGINT UNSIGNED)
RETURNS INT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the requests that an alumni member can still accept.'
BEGIN
    DECLARE v_capacity INT UNSIGNED DEFAULT 0;
    DECLARE v_taken INT UNSIGNED;

    SELECT capacity INTO v_capacity
    FROM mentoring_offers
    WHERE user_id = p_user_id;
    SELECT COUNT(*) INTO v_taken
    FROM reference_requests
    WHERE alumnus_id = p_user_id AND is_deleted = 0 AND status = 'accepted';
    RETURN IF(v_taken >= v_capacity, 0, v_capacity - v_taken);
END //

DELIMITER ;
