-- _about_lock: lock the draft of the page about the university before it is changed.
--
-- Every change of anything on the page locks this one row first and counts there, so that changes
-- come one after the other and a publication is of one state.
--
-- Parameters
--   p_revision  about_page.revision that the actor has seen; NULL: whatever it is
-- Result sets
--   none
-- Errors
--   45409  somebody changed the draft meanwhile

DROP PROCEDURE IF EXISTS _about_lock;

DELIMITER //

CREATE PROCEDURE _about_lock (IN p_revision INT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock the draft of the page about the university before it is changed.'
BEGIN
    DECLARE v_revision INT UNSIGNED;

    SELECT revision INTO v_revision
    FROM about_page
    WHERE id = 1
    FOR UPDATE;
    IF p_revision <> v_revision THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Somebody changed the draft meanwhile. Look at it again first.';
    END IF;
END //

DELIMITER ;
