-- ev_rewrite_search: rewrite search terms after a lookup was renamed, every five seconds.

DROP EVENT IF EXISTS ev_rewrite_search;

DELIMITER //

CREATE EVENT ev_rewrite_search
ON SCHEDULE EVERY 5 SECOND
COMMENT 'Rewrite search terms after a lookup was renamed.'
DO
BEGIN
    CALL search_rewrite(NULL, NULL);
END //

DELIMITER ;
