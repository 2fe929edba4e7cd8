-- act_as: act as another person: set @actor, for use in other procedures.
--
-- For DBAs only: the web must not find out who has an account.
--
-- Parameters
--   p_email  email address of the person; NULL: a visitor
-- Result sets
--   actor (one)  actor_id, name, role (NULL: may not sign in), example
-- Errors
--   45404  no account has this email address
-- Example
--   CALL act_as(NULL);

DROP PROCEDURE IF EXISTS act_as;

DELIMITER //

CREATE PROCEDURE act_as (IN p_email VARCHAR(254))
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Act as another person. | actor: one'
BEGIN
    SET @actor = NULL;
    SELECT id INTO @actor
    FROM users
    WHERE email = p_email;
    IF @actor IS NULL AND p_email IS NOT NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'No account has this email address. Check the spelling.';
    END IF;
    SELECT
        @actor AS actor_id,
        COALESCE(name_of(@actor), 'a visitor') AS name,
        role_of(@actor) AS role,
        IF(@actor IS NULL, 'CALL home_read(@actor);', 'CALL dashboard_read(@actor);') AS example;
END //

DELIMITER ;
