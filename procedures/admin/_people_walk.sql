-- _people_walk: a window of the accounts in the order of a list, by the index that has that order.
--
-- The accounts of one role and state are one range of the index, in order. Of each range that the
-- list may have, as many as the window has are read, and the first of all of these are the window.
--
-- Parameters
--   p_is_by_sign_in  1: in the order of last_signed_in_at and id; 0: of id
--   p_is_descending  1: backwards
--   p_role_id        roles.id of all of them; NULL: any
--   p_state          users.state of all of them; NULL: any but erased
--   p_after_second   where the window begins: last_signed_in_at in seconds since 1970; 0: never
--   p_after_id       and users.id; NULL: at the first account
--   p_size           accounts of the window
--   p_ids            users.id of them, in no order
--   p_end_second     p_after_second of the next window
--   p_end_id         p_after_id of the next window; NULL: this was the last
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _people_walk;

DELIMITER //

CREATE PROCEDURE _people_walk (
    IN p_is_by_sign_in BOOLEAN,
    IN p_is_descending BOOLEAN,
    IN p_role_id TINYINT UNSIGNED,
    IN p_state VARCHAR(10),
    IN p_after_second BIGINT UNSIGNED,
    IN p_after_id BIGINT UNSIGNED,
    IN p_size INT UNSIGNED,
    OUT p_ids JSON,
    OUT p_end_second BIGINT UNSIGNED,
    OUT p_end_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'A window of the accounts in the order of a list, by the index that has that order.'
BEGIN
    DECLARE v_beyond CHAR(3) DEFAULT IF(p_is_descending, ' < ', ' > ');
    DECLARE v_direction CHAR(5) DEFAULT IF(p_is_descending, ' DESC', '');
    DECLARE v_order VARCHAR(60) DEFAULT CONCAT(
        IF(p_is_by_sign_in, CONCAT('last_signed_in_at', v_direction, ', '), ''), 'id', v_direction
    );
    DECLARE v_index VARCHAR(64) DEFAULT IF(
        p_is_by_sign_in, 'ix_users_role_id_state_last_signed_in_at_id', 'ix_users_role_id_state_id'
    );
    DECLARE v_moment VARCHAR(30)
    DEFAULT QUOTE(CAST('1970-01-01' + INTERVAL p_after_second SECOND AS DATETIME));
    DECLARE v_beyond_id VARCHAR(40) DEFAULT CONCAT('id', v_beyond, p_after_id);
    -- NULL, who never signed in, is the smallest of all; each part is one range of the index.
    DECLARE v_after VARCHAR(250) DEFAULT CASE
        WHEN p_after_id IS NULL THEN 'TRUE'
        WHEN NOT p_is_by_sign_in THEN v_beyond_id
        WHEN p_after_second > 0
            THEN CONCAT(
                '(last_signed_in_at', v_beyond, v_moment,
                ' OR (last_signed_in_at = ', v_moment, ' AND ', v_beyond_id, ')',
                IF(p_is_descending, ' OR last_signed_in_at IS NULL)', ')')
            )
        ELSE
            CONCAT(
                '((last_signed_in_at IS NULL AND ', v_beyond_id, ')',
                IF(p_is_descending, ')', ' OR last_signed_in_at IS NOT NULL)')
            )
    END;
    DECLARE v_ranges TEXT;

    -- Numbers and names of the lists: nothing in it comes from outside as it is.
    SELECT /*+ SET_VAR(group_concat_max_len = 16384) */
        GROUP_CONCAT(CONCAT(
            '(SELECT id, last_signed_in_at FROM users FORCE INDEX (', v_index, ')',
            ' WHERE role_id = ', r.id, ' AND state = ', QUOTE(s.name), ' AND ', v_after,
            ' ORDER BY ', v_order, ' LIMIT ', p_size, ')'
        ) SEPARATOR ' UNION ALL ')
    INTO v_ranges
    FROM roles AS r
    CROSS JOIN
        JSON_TABLE(
            '["pending", "active", "rejected", "blocked", "deleted", "erased"]',
            '$[*]' COLUMNS (name VARCHAR(10) PATH '$')
        ) AS s
    WHERE
        (p_role_id IS NULL OR r.id = p_role_id)
        AND IF(p_state IS NULL, s.name <> 'erased', s.name = p_state);
    SET @people_statement = CONCAT(
        'SELECT JSON_ARRAYAGG(w.id), MAX(IF(w.place = ', p_size, ', w.id, NULL)),',
        ' MAX(IF(w.place = ', p_size, ', w.last_signed_in_at, NULL))',
        ' INTO @people_ids, @people_end_id, @people_end_at',
        ' FROM (SELECT id, last_signed_in_at, ROW_NUMBER() OVER (ORDER BY ', v_order, ') AS place',
        ' FROM (', v_ranges, ') AS k) AS w WHERE w.place <= ', p_size
    );
    PREPARE people_window FROM @people_statement;
    EXECUTE people_window;
    DEALLOCATE PREPARE people_window;
    -- Cast: a routine takes a variable for what it was when this connection first called it.
    SET p_ids = COALESCE(CAST(@people_ids AS JSON), JSON_ARRAY());
    SET p_end_id = CAST(@people_end_id AS UNSIGNED);
    SET p_end_second = IF(
        p_is_by_sign_in,
        COALESCE(TIMESTAMPDIFF(SECOND, '1970-01-01', CAST(@people_end_at AS DATETIME)), 0),
        0
    );
END //

DELIMITER ;
