-- ev_mail_announcements: write the mails of urgent announcements whose time has come.
--
-- Every fifteen seconds; it also takes what has expired out of the index that lists walk.

DROP EVENT IF EXISTS ev_mail_announcements;

DELIMITER //

CREATE EVENT ev_mail_announcements
ON SCHEDULE EVERY 15 SECOND
COMMENT 'Write the mails of urgent announcements whose time has come.'
DO
BEGIN
    CALL _announcements_expire_due();
    CALL announcements_mail_due(NULL, NULL);
END //

DELIMITER ;
