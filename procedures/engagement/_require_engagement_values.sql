-- _require_engagement_values: reject invalid values of an engagement.
--
-- Days may be up to a year ago, so that the office can record what was agreed by phone.
--
-- Parameters
--   p_kind                 as in engagement_propose, like all that follow
--   p_title                its title
--   p_description          its description
--   p_location             where it takes place
--   p_start_date           first day
--   p_end_date             last day
--   p_hours                planned hours
--   p_compensation_amount  amount paid
--   p_compensation_currency  currency of the amount
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_engagement_values;

DELIMITER //

CREATE PROCEDURE _require_engagement_values (
    IN p_kind VARCHAR(20),
    IN p_title VARCHAR(150),
    IN p_description MEDIUMTEXT,
    IN p_location VARCHAR(150),
    IN p_start_date DATE,
    IN p_end_date DATE,
    IN p_hours DECIMAL(6, 2),
    IN p_compensation_amount DECIMAL(12, 2),
    IN p_compensation_currency VARCHAR(3)
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject invalid values of an engagement.'
BEGIN
    DECLARE v_today DATE DEFAULT DATE(UTC_TIMESTAMP());
    DECLARE v_message VARCHAR(128);

    IF
        p_kind IS NULL
        OR p_kind NOT IN (
            'speaker', 'trainer', 'mentor', 'judge', 'panelist', 'workshop_instructor',
            'consultant'
        )
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose a type from the list.';
    END IF;
    CALL _require_text('title', p_title, 150, 1, 0);
    CALL _require_text('description', p_description, 10000, 0, 1);
    CALL _require_text('location', p_location, 150, 0, 0);
    SET v_message = CASE
        WHEN p_start_date IS NULL THEN 'start_date: Please fill this in.'
        WHEN
            p_start_date NOT BETWEEN v_today - INTERVAL 1 YEAR AND v_today + INTERVAL 2 YEAR
            THEN 'start_date: Choose a day from a year ago to two years ahead.'
        WHEN p_end_date < p_start_date
            THEN 'end_date: Choose a last day that is not before the first day.'
        WHEN p_end_date > p_start_date + INTERVAL 2 YEAR
            THEN 'end_date: Choose a last day within two years of the first day.'
        WHEN p_hours <= 0 OR p_hours > 2000 THEN 'hours: Enter more than 0 and at most 2,000 hours.'
        WHEN p_compensation_amount < 0 THEN 'compensation_amount: Enter 0 or more.'
        WHEN NOT REGEXP_LIKE(p_compensation_currency, '^[A-Z]{3}$', 'c')
            THEN 'compensation_currency: Enter three capital letters, such as USD.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
