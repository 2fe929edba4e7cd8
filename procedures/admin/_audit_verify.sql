-- _audit_verify: verify a range of the audit log against its hash chain.
--
-- The caller has begun a transaction, so that all reads use one snapshot.
--
-- Parameters
--   p_after   audit_seals.position after which to begin; NULL: at the beginning
--   p_limit   maximum number of rows
--   p_reason  what is wrong with the first invalid row; NULL: none
-- Result sets
--   verification (one)  is_intact, checked_count, erased_count (of them, rows whose content was
--                       lawfully erased), broken_position, broken_log_id and broken_reason of the
--                       first invalid row (altered, removed, inserted, reordered; NULL: none),
--                       explanation, next_after (NULL: the end was reached), head_position,
--                       head_hash
-- Errors
--   none

DROP PROCEDURE IF EXISTS _audit_verify;

DELIMITER //

CREATE PROCEDURE _audit_verify (
    IN p_after BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED,
    OUT p_reason VARCHAR(10)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Verify a range of the audit log against its hash chain. | verification: one'
BEGIN
    DECLARE v_after BIGINT UNSIGNED DEFAULT COALESCE(p_after, 0);
    DECLARE v_hash_after BINARY(32);
    DECLARE v_log_id_after BIGINT UNSIGNED;
    DECLARE v_last BIGINT UNSIGNED;
    DECLARE v_is_end BOOLEAN;
    DECLARE v_last_hash BINARY(32);
    DECLARE v_last_log_id BIGINT UNSIGNED;
    DECLARE v_head_position BIGINT UNSIGNED;
    DECLARE v_head_hash BINARY(32);
    DECLARE v_checked_count BIGINT UNSIGNED;
    DECLARE v_erased_count BIGINT UNSIGNED;
    DECLARE v_first JSON;
    DECLARE v_position BIGINT UNSIGNED;
    DECLARE v_log_id BIGINT UNSIGNED;
    DECLARE v_reason VARCHAR(10);

    SELECT
        position,
        chain_hash
    INTO v_head_position, v_head_hash
    FROM audit_heads
    WHERE id = 1;
    SELECT
        chain_hash,
        log_id
    INTO v_hash_after, v_log_id_after
    FROM audit_seals
    WHERE position = v_after;
    SET v_hash_after = COALESCE(v_hash_after, REPEAT(x'00', 32));
    SELECT
        COALESCE(MAX(w.position), v_after),
        COUNT(*) < p_limit
    INTO v_last, v_is_end
    FROM (
        SELECT position
        FROM audit_seals
        WHERE position > v_after
        ORDER BY position
        LIMIT p_limit
    ) AS w;
    SELECT
        chain_hash,
        log_id
    INTO v_last_hash, v_last_log_id
    FROM audit_seals
    WHERE position = v_last;

    -- Checks each row against its own seal, and each seal against the previous one.
    WITH sealed AS (
        SELECT
            position,
            log_id,
            row_hash,
            chain_hash,
            LAG(position, 1, v_after) OVER w AS position_before,
            LAG(log_id) OVER w AS log_id_before,
            LAG(chain_hash, 1, v_hash_after) OVER w AS hash_before,
            LAG(chain_hash, 2, v_hash_after) OVER w AS hash_before_that
        FROM audit_seals
        WHERE position > v_after AND position <= v_last
        WINDOW w AS (ORDER BY position)
    ),

    compared AS (
        SELECT
            s.position,
            s.log_id,
            s.position_before,
            s.log_id_before,
            l.id IS NULL AS is_gone,
            l.state_salt IS NULL OR l.origin_salt IS NULL AS is_erased,
            s.row_hash = _audit_row_hash_of(
                l.id, l.actor_id, l.action, l.subject_table, l.subject_id, l.database_user,
                l.created_at, l.state_digest, l.origin_digest
            )
            AND IF(
                l.state_salt IS NULL,
                -- Only rows of erased people may have no content.
                l.before_state IS NULL AND l.after_state IS NULL
                AND l.subject_table = 'users' AND p.erased_at IS NOT NULL,
                l.state_digest = UNHEX(SHA2(
                    CONCAT(HEX(l.state_salt), JSON_ARRAY(l.before_state, l.after_state)), 256
                ))
            )
            AND IF(
                l.origin_salt IS NULL,
                l.client_address IS NULL AND l.request_id IS NULL AND a.erased_at IS NOT NULL,
                l.origin_digest = UNHEX(SHA2(
                    CONCAT(HEX(l.origin_salt), JSON_ARRAY(l.client_address, l.request_id)), 256
                ))
            ) AS is_unaltered,
            s.chain_hash = UNHEX(SHA2(CONCAT(s.hash_before, s.row_hash), 256)) AS is_next,
            s.chain_hash = UNHEX(SHA2(CONCAT(s.hash_before_that, s.row_hash), 256))
                AS is_next_but_one
        FROM sealed AS s
        LEFT JOIN admin_activity_log AS l ON l.id = s.log_id
        LEFT JOIN users AS p ON p.id = l.subject_id AND l.subject_table = 'users'
        LEFT JOIN users AS a ON a.id = l.actor_id
    ),

    judged AS (
        SELECT
            position,
            is_erased,
            CASE
                WHEN position <> position_before + 1
                    THEN JSON_ARRAY(position_before + 1, NULL, 'removed')
                WHEN is_gone THEN JSON_ARRAY(position, log_id, 'removed')
                WHEN NOT COALESCE(is_unaltered, 0) THEN JSON_ARRAY(position, log_id, 'altered')
                WHEN is_next THEN NULL
                -- It links to the seal before the previous one, so the one between was inserted.
                WHEN is_next_but_one THEN JSON_ARRAY(position_before, log_id_before, 'inserted')
                ELSE JSON_ARRAY(position, log_id, 'reordered')
            END AS finding
        FROM compared
    )

    SELECT
        COUNT(*),
        COALESCE(SUM(is_erased), 0),
        -- The first: positions have equal length, so the smallest text is the smallest number.
        SUBSTRING(
            MIN(IF(finding IS NULL, NULL, CONCAT(LPAD(position, 20, '0'), finding))), 21
        )
    INTO v_checked_count, v_erased_count, v_first
    FROM judged;

    SET
    v_position = v_first -> '$[0]',
    v_log_id = NULLIF(v_first ->> '$[1]', 'null'),
    v_reason = v_first ->> '$[2]';

    IF
        v_reason IS NULL AND v_is_end
        AND (
            v_head_position <> v_last
            OR (v_last > 0 AND NOT v_head_hash <=> v_last_hash)
        ) THEN
        SET
        v_position = v_last + 1,
        v_reason = 'removed';
    END IF;
    IF v_reason IS NULL THEN
        -- Written without the triggers: neither sealed nor waiting to be.
        SELECT
            MIN(l.id),
            IF(MIN(l.id) IS NULL, NULL, 'inserted')
        INTO v_log_id, v_reason
        FROM admin_activity_log AS l
        LEFT JOIN audit_seals AS s ON s.log_id = l.id
        LEFT JOIN audit_pending AS w ON w.log_id = l.id
        WHERE
            l.id > COALESCE(v_log_id_after, 0)
            AND (v_is_end OR l.id <= v_last_log_id)
            AND s.log_id IS NULL
            AND w.log_id IS NULL;
    END IF;

    SET p_reason = v_reason;
    SELECT
        v_reason IS NULL AS is_intact,
        v_checked_count AS checked_count,
        v_erased_count AS erased_count,
        v_position AS broken_position,
        v_log_id AS broken_log_id,
        v_reason AS broken_reason,
        CASE v_reason
            WHEN 'altered' THEN 'This entry was altered.'
            WHEN 'removed' THEN 'An entry at this position was removed.'
            WHEN 'inserted' THEN 'This entry was not written by the procedures.'
            WHEN 'reordered' THEN 'This entry no longer links to the one before it.'
            ELSE 'Every entry is unchanged and in its place.'
        END AS explanation,
        IF(v_is_end, NULL, v_last) AS next_after,
        v_head_position AS head_position,
        LOWER(HEX(v_head_hash)) AS head_hash;
END //

DELIMITER ;
