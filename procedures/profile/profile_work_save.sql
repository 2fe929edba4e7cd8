-- profile_work_save: add or change a position in your work history.
--
-- Parameters
--   p_actor_id         users.id of the person
--   p_work_id          alumni_work_history.id; NULL: a new one
--   p_job_title        at most 120 characters
--   p_company          at most 120 characters
--   p_location         NULL: not given
--   p_start_date       not in the future; the first of the month if only the month is known
--   p_end_date         NULL: current position
--   p_description      Markdown, at most 5,000 characters; NULL: none
--   p_idempotency_key  the same key returns the same entry; NULL: no protection
-- Result sets
--   work (one)  id
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45404  no such entry of the actor
--   45409  there are 50 already
--   45422  invalid value
-- Example
--   CALL profile_work_save(
--       2, NULL, 'Data engineer', 'Northwind', 'Lisbon', '2022-03-01', NULL, NULL, NULL
--   );

DROP PROCEDURE IF EXISTS profile_work_save;

DELIMITER //

CREATE PROCEDURE profile_work_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_work_id BIGINT UNSIGNED,
    IN p_job_title VARCHAR(120),
    IN p_company VARCHAR(120),
    IN p_location VARCHAR(120),
    IN p_start_date DATE,
    IN p_end_date DATE,
    IN p_description TEXT,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change a position in your work history. | work: one'
BEGIN
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'alumni', v_profile_id);
    CALL _require_text('job_title', p_job_title, 120, 1, 0);
    CALL _require_text('company', p_company, 120, 1, 0);
    CALL _require_text('location', p_location, 120, 0, 0);
    CALL _require_text('description', p_description, 5000, 0, 1);
    IF p_start_date IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'start_date: Please fill this in.';
    ELSEIF p_start_date NOT BETWEEN '1930-01-01' AND UTC_DATE() + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'start_date: Enter a day that is not in the future.';
    ELSEIF p_end_date < p_start_date THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'end_date: Choose a last day that is not before the first day.';
    ELSEIF p_end_date > UTC_DATE() + INTERVAL 1 YEAR THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'end_date: Leave this empty while you work there.';
    END IF;
    IF p_work_id IS NULL THEN
        CALL _idempotency_claim(p_actor_id, 'profile_work_save', p_idempotency_key, v_id);
        IF v_id IS NULL THEN
            SELECT COUNT(*) INTO v_count
            FROM alumni_work_history
            WHERE alumni_profile_id = v_profile_id;
            CALL _require_room(v_count, 50);
            INSERT INTO alumni_work_history (
                alumni_profile_id,
                job_title,
                company,
                location,
                start_date,
                end_date,
                description,
                created_by,
                updated_by
            ) VALUES (
                v_profile_id,
                p_job_title,
                p_company,
                p_location,
                p_start_date,
                p_end_date,
                p_description,
                p_actor_id,
                p_actor_id
            );
            SET v_id = LAST_INSERT_ID();
            CALL _idempotency_record(
                p_actor_id, 'profile_work_save', p_idempotency_key, v_id
            );
        END IF;
    ELSE
        SELECT id INTO v_id
        FROM alumni_work_history
        WHERE id = p_work_id AND alumni_profile_id = v_profile_id
        FOR UPDATE;
        CALL _require_item(v_id IS NOT NULL);
        UPDATE alumni_work_history
        SET
            job_title = p_job_title,
            company = p_company,
            location = p_location,
            start_date = p_start_date,
            end_date = p_end_date,
            description = p_description,
            updated_by = p_actor_id
        WHERE id = v_id;
    END IF;
    CALL _directory_write(p_actor_id);
    COMMIT;

    SELECT v_id AS id;
END //

DELIMITER ;
