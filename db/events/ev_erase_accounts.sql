-- ev_erase_accounts: erase accounts that were deleted long enough ago, every hour.

DROP EVENT IF EXISTS ev_erase_accounts;

DELIMITER //

CREATE EVENT ev_erase_accounts
ON SCHEDULE EVERY 1 HOUR
COMMENT 'Erase accounts that were deleted long enough ago.'
DO
BEGIN
    CALL accounts_erase_due(NULL, NULL);
END //

DELIMITER ;
