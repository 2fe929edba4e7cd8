-- _people_walk: read a window of accounts in the order of a list, using the matching index.
--
-- The accounts of one role and state form one ordered range of the index. As many rows as the
-- window has are read from each range that the list includes; the first of all these are the
-- window.
--
-- Parameters
--   p_is_by_sign_in  1: order by last_signed_in_at and id; 0: order by id
--   p_is_descending  1: descending
--   p_role_id        roles.id; NULL: any
--   p_state          users.state; NULL: any except erased
--   p_after_second   start of the window: last_signed_in_at in Unix seconds; 0: never signed in
--   p_after_id       and users.id; NULL: from the first account
--   p_size           number of accounts in the window
--   p_ids            users.id of the accounts, unordered
--   p_end_second     p_after_second of the next window
--   p_end_id         p_after_id of the next window; NULL: this is the last
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
COMMENT 'Read a window of accounts in the order of a list, using the matching index.'
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
    -- NULL (never signed in) sorts first; each part is one range of the index.
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

    -- Numbers and fixed names only: no outside text becomes part of the statement.
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
    -- Cast: a routine keeps the type that a user variable had when this connection first called it.
    SET p_ids = COALESCE(CAST(@people_ids AS JSON), JSON_ARRAY());
    SET p_end_id = CAST(@people_end_id AS UNSIGNED);
    SET p_end_second = IF(
        p_is_by_sign_in,
        COALESCE(TIMESTAMPDIFF(SECOND, '1970-01-01', CAST(@people_end_at AS DATETIME)), 0),
        0
    );
END //

DELIMITER ;
