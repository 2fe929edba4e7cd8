-- _about_lock: lock the draft of the About page before changing it.
--
-- Every change of the page locks this one row first and increments its revision, so that changes
-- happen one after the other and a publication is a consistent snapshot.
--
-- Parameters
--   p_revision  about_page.revision that the actor has seen; NULL: do not check
-- Result sets
--   none
-- Errors
--   45409  the draft has changed since

DROP PROCEDURE IF EXISTS _about_lock;

DELIMITER //

CREATE PROCEDURE _about_lock (IN p_revision INT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock the draft of the About page before changing it.'
BEGIN
    DECLARE v_revision INT UNSIGNED;

    SELECT revision INTO v_revision
    FROM about_page
    WHERE id = 1
    FOR UPDATE;
    IF p_revision <> v_revision THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Someone else changed this. Reload the page and try again.';
    END IF;
END //

DELIMITER ;
