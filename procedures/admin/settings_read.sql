-- settings_read: read the settings of the platform and the details of the university.
--
-- Parameters
--   p_actor_id  users.id of an admin
-- Result sets
--   settings (many)    name, value, description, kind (boolean, integer, text), least, most (for
--                      an integer), default_value, is_default, updated_at, updated_by_name
--   institution (one)  name, short_name, website_url, contact_email, contact_phone, address,
--                      founded_year, currency, time_zone
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
-- Example
--   CALL settings_read(1);

DROP PROCEDURE IF EXISTS settings_read;

DELIMITER //

CREATE PROCEDURE settings_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the settings of the platform. | settings: many, institution: one'
BEGIN
    CALL _require_admin(p_actor_id);

    SELECT
        name,
        value,
        description,
        kind,
        least,
        most,
        default_value,
        value = default_value AS is_default,
        updated_at,
        name_of(updated_by) AS updated_by_name
    FROM settings
    WHERE kind <> 'internal'
    ORDER BY name;

    SELECT
        name,
        short_name,
        website_url,
        contact_email,
        contact_phone,
        address,
        founded_year,
        currency,
        time_zone
    FROM institution_info
    WHERE id = 1;
END //

DELIMITER ;
