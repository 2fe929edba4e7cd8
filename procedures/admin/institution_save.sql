-- institution_save: change the university's name and contact details.
--
-- Parameters
--   p_actor_id       users.id of an admin
--   p_name           at most 160 characters
--   p_short_name     at most 40 characters
--   p_website_url    http or https; NULL: none
--   p_contact_email  NULL: none
--   p_contact_phone  NULL: none
--   p_address        at most 300 characters; NULL: none
--   p_founded_year   800 to this year; NULL: not given
--   p_currency       ISO 4217, three capital letters
--   p_time_zone      IANA name, such as Europe/Lisbon
-- Result sets
--   institution (one)  name, short_name
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  invalid value
-- Example
--   CALL institution_save(1, 'Porto Alto University', 'PAU', NULL, NULL, NULL, NULL, 1968, 'EUR',
--       'Europe/Lisbon');

DROP PROCEDURE IF EXISTS institution_save;

DELIMITER //

CREATE PROCEDURE institution_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_name VARCHAR(1000),
    IN p_short_name VARCHAR(1000),
    IN p_website_url VARCHAR(1000),
    IN p_contact_email VARCHAR(1000),
    IN p_contact_phone VARCHAR(1000),
    IN p_address VARCHAR(1000),
    IN p_founded_year SMALLINT UNSIGNED,
    IN p_currency VARCHAR(20),
    IN p_time_zone VARCHAR(100)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the university''s name and contact details. | institution: one'
BEGIN
    DECLARE v_before JSON;
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    CALL _require_text('name', p_name, 160, 1, 0);
    CALL _require_text('short_name', p_short_name, 40, 1, 0);
    CALL _require_text('website_url', p_website_url, 300, 0, 0);
    CALL _require_text('contact_email', p_contact_email, 254, 0, 0);
    CALL _require_text('contact_phone', p_contact_phone, 40, 0, 0);
    CALL _require_text('address', p_address, 300, 0, 0);
    SET v_message = CASE
        WHEN p_website_url IS NOT NULL AND NOT is_web_address(p_website_url)
            THEN 'website_url: Enter a link that begins with https:// or http://.'
        WHEN p_contact_email IS NOT NULL AND NOT is_email(p_contact_email)
            THEN 'contact_email: Enter an email address, such as office@example.org.'
        WHEN p_contact_phone IS NOT NULL AND NOT is_phone(p_contact_phone)
            THEN 'contact_phone: Use digits, spaces and + - ( ) . / only.'
        WHEN p_founded_year NOT BETWEEN 800 AND YEAR(UTC_DATE())
            THEN CONCAT('founded_year: Enter a year from 800 to ', YEAR(UTC_DATE()), '.')
        WHEN p_currency IS NULL OR NOT REGEXP_LIKE(p_currency, '^[A-Z]{3}$', 'c')
            THEN 'currency: Enter three capital letters, such as EUR.'
        WHEN
            p_time_zone IS NULL
            OR NOT REGEXP_LIKE(p_time_zone, '^[A-Za-z][A-Za-z0-9_+/-]{1,62}$')
            THEN 'time_zone: Choose a time zone from the list.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;

    START TRANSACTION;
    SELECT
        JSON_OBJECT(
            'name', name, 'short_name', short_name, 'website_url', website_url,
            'contact_email', contact_email, 'contact_phone', contact_phone, 'address', address,
            'founded_year', founded_year, 'currency', currency, 'time_zone', time_zone
        )
    INTO v_before
    FROM institution_info
    WHERE id = 1
    FOR UPDATE;
    UPDATE institution_info
    SET
        name = p_name,
        short_name = p_short_name,
        website_url = p_website_url,
        contact_email = p_contact_email,
        contact_phone = p_contact_phone,
        address = p_address,
        founded_year = p_founded_year,
        currency = p_currency,
        time_zone = p_time_zone,
        updated_by = p_actor_id
    WHERE id = 1;
    CALL _audit(
        p_actor_id, 'institution_save', 'institution_info', 1, v_before,
        JSON_OBJECT(
            'name', p_name, 'short_name', p_short_name, 'website_url', p_website_url,
            'contact_email', p_contact_email, 'contact_phone', p_contact_phone,
            'address', p_address, 'founded_year', p_founded_year, 'currency', p_currency,
            'time_zone', p_time_zone
        )
    );
    COMMIT;

    SELECT
        name,
        short_name
    FROM institution_info
    WHERE id = 1;
END //

DELIMITER ;
