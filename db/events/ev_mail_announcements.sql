-- ev_mail_announcements: queue the mails of urgent announcements that have been published.
--
-- Every fifteen seconds; it also removes expired announcements from the index of the lists.

DROP EVENT IF EXISTS ev_mail_announcements;

DELIMITER //

CREATE EVENT ev_mail_announcements
ON SCHEDULE EVERY 15 SECOND
COMMENT 'Queue the mails of urgent announcements that have been published.'
DO
BEGIN
    CALL _announcements_expire_due();
    CALL announcements_mail_due(NULL, NULL);
END //

DELIMITER ;
