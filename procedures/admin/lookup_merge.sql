-- lookup_merge: merge two entries of a list; all references to the first go to the second.
--
-- The first is retired immediately. Then each person and posting that refers to it gets the other
-- one, in a transaction each, so that nobody waits long. Then the first is deleted. Duplicates are
-- merged: a skill keeps the higher proficiency. If more than p_limit refer to it, the answer says
-- so, and the same call continues.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_kind      campuses, degrees, skill_domains or skills
--   p_from_id   the entry to remove
--   p_into      the entry to keep: its name, or its id if no entry has that name
--   p_limit     people and postings to move per call; NULL: 500
-- Result sets
--   merge (one)  kind, into_id, from_name, into_name, moved_count, is_finished, left_count (rows
--                that still refer to the first; at most a million per table)
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such list or entry
--   45409  it is the domain Other, or an unknown table refers to it
--   45422  both are the same, or no entry has that name
-- Example
--   CALL lookup_merge(1, 'skills', 2, 1, NULL);

DROP PROCEDURE IF EXISTS lookup_merge;

DELIMITER //

CREATE PROCEDURE lookup_merge (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_from_id BIGINT UNSIGNED,
    IN p_into VARCHAR(160),
    IN p_limit INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Merge two entries of a list. | merge: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT COALESCE(p_limit, 500);
    DECLARE v_into_id BIGINT UNSIGNED;
    DECLARE v_from_name VARCHAR(160);
    DECLARE v_into_name VARCHAR(160);
    DECLARE v_is_retired BOOLEAN;
    DECLARE v_is_into_retired BOOLEAN;
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_job_id BIGINT UNSIGNED;
    DECLARE v_moved_count INT UNSIGNED DEFAULT 0;
    DECLARE v_is_finished BOOLEAN DEFAULT 0;

    DECLARE EXIT HANDLER FOR 1451
    BEGIN
        ROLLBACK;
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This entry is still in use. Try again.';
    END;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    CALL _require_lookup_kind(p_kind);
    SET v_into_id = _lookup_id_of(p_kind, p_into);
    IF v_into_id IS NULL THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'into: No entry of this list has this name. Check the spelling.';
    END IF;
    IF p_from_id <=> v_into_id THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'into: Choose a different entry to merge with.';
    END IF;

    START TRANSACTION;
    -- In the order of ids.
    IF p_from_id < v_into_id THEN
        CALL _lookup_lock(p_kind, p_from_id, v_from_name, v_is_retired);
        CALL _lookup_lock(p_kind, v_into_id, v_into_name, v_is_into_retired);
    ELSE
        CALL _lookup_lock(p_kind, v_into_id, v_into_name, v_is_into_retired);
        CALL _lookup_lock(p_kind, p_from_id, v_from_name, v_is_retired);
    END IF;
    IF p_kind = 'skill_domains' AND v_from_name = 'Other' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'New skills go to the domain Other, so it cannot be changed.';
    END IF;
    IF NOT v_is_retired THEN
        CALL _lookup_retired_set(p_actor_id, p_kind, p_from_id, 1);
        CALL _audit(
            p_actor_id, 'lookup_merge', p_kind, p_from_id,
            JSON_OBJECT('is_retired', 0), JSON_OBJECT('is_retired', 1)
        );
    END IF;
    IF p_kind = 'skill_domains' THEN
        -- Skills are few and nobody waits for them: finding their owners is fast.
        CALL _search_rewrites_queue(p_kind, p_from_id);
        UPDATE skills SET domain_id = v_into_id, updated_by = p_actor_id
        WHERE domain_id = p_from_id;
        SET v_moved_count = ROW_COUNT();
    END IF;
    COMMIT;

    -- A loop, because each is a transaction.
    moving: WHILE v_moved_count < v_limit DO
        SET v_user_id = _lookup_person_of(p_kind, p_from_id), v_job_id = NULL;
        IF v_user_id IS NULL AND p_kind = 'skills' THEN
            SELECT job_posting_id INTO v_job_id
            FROM job_posting_skills
            WHERE skill_id = p_from_id
            LIMIT 1;
        END IF;
        IF v_user_id IS NULL AND v_job_id IS NULL THEN
            SET v_is_finished = 1;
            LEAVE moving;
        END IF;

        START TRANSACTION;
        IF v_user_id IS NOT NULL THEN
            SELECT id INTO v_user_id
            FROM users
            WHERE id = v_user_id
            FOR UPDATE;
            CALL _lookup_person_move(p_kind, p_from_id, v_into_id, v_user_id);
        ELSE
            SELECT id INTO v_job_id
            FROM job_postings
            WHERE id = v_job_id
            FOR UPDATE;
            CALL _lookup_job_move(p_from_id, v_into_id, v_job_id);
        END IF;
        COMMIT;
        SET v_moved_count = v_moved_count + 1;
    END WHILE moving;

    IF v_is_finished THEN
        START TRANSACTION;
        CALL _lookup_lock(p_kind, p_from_id, v_from_name, v_is_retired);
        CASE p_kind
            WHEN 'campuses' THEN
                DELETE FROM campuses
                WHERE id = p_from_id;
            WHEN 'degrees' THEN
                DELETE FROM degrees
                WHERE id = p_from_id;
            WHEN 'skill_domains' THEN
                DELETE FROM skill_domains
                WHERE id = p_from_id;
            ELSE
                DELETE FROM skills
                WHERE id = p_from_id;
        END CASE;
        CALL _audit(
            p_actor_id, 'lookup_merge', p_kind, p_from_id,
            JSON_OBJECT('name', v_from_name),
            JSON_OBJECT('name', v_into_name, 'merged_into', v_into_id)
        );
        COMMIT;
    END IF;

    SELECT
        p_kind AS kind,
        v_into_id AS into_id,
        v_from_name AS from_name,
        v_into_name AS into_name,
        v_moved_count AS moved_count,
        v_is_finished AS is_finished,
        _lookup_uses_of(p_kind, p_from_id, 1000000) AS left_count;
END //

DELIMITER ;
