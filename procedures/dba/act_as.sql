-- act_as: try things out as somebody: sets @actor, to be given to other procedures.
--
-- For DBAs alone: the web must not learn who has an account.
--
-- Parameters
--   p_email  address of the person; NULL: a visitor
-- Result sets
--   actor (one)  actor_id, name, role (NULL: may not sign in), example
-- Errors
--   45404  nobody has this address
-- Example
--   CALL act_as(NULL);

DROP PROCEDURE IF EXISTS act_as;

DELIMITER //

CREATE PROCEDURE act_as (IN p_email VARCHAR(254))
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Try things out as somebody. | actor: one'
BEGIN
    SET @actor = NULL;
    SELECT id INTO @actor
    FROM users
    WHERE email = p_email;
    IF @actor IS NULL AND p_email IS NOT NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Nobody has this address.';
    END IF;
    SELECT
        @actor AS actor_id,
        COALESCE(name_of(@actor), 'a visitor') AS name,
        role_of(@actor) AS role,
        IF(@actor IS NULL, 'CALL home_read(@actor);', 'CALL dashboard_read(@actor);') AS example;
END //

DELIMITER ;
