-- message_form_read: read the values for the contact and feedback forms.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
-- Result sets
--   institution (one)  name, contact_email, is_member (1: name and email address are known)
-- Errors
--   none
-- Example
--   CALL message_form_read(NULL);

DROP PROCEDURE IF EXISTS message_form_read;

DELIMITER //

CREATE PROCEDURE message_form_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the values for the contact and feedback forms. | institution: one'
BEGIN
    SELECT
        name,
        contact_email,
        role_of(p_actor_id) IS NOT NULL AS is_member
    FROM institution_info
    WHERE id = 1;
END //

DELIMITER ;
