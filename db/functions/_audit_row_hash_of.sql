-- _audit_row_hash_of: compute the hash of an audit log row, a link of the hash chain.
--
-- A JSON array, so that different rows have different texts. Personal data is included as a digest.
--
-- Parameters
--   p_id             admin_activity_log.id
--   p_actor_id       and the other columns of the row
--   p_action         ...
--   p_subject_table  ...
--   p_subject_id     ...
--   p_database_user  ...
--   p_created_at     ...
--   p_state_digest   ...
--   p_origin_digest  ...
-- Returns
--   SHA-256

DROP FUNCTION IF EXISTS _audit_row_hash_of;

DELIMITER //

CREATE FUNCTION _audit_row_hash_of(
    p_id BIGINT UNSIGNED,
    p_actor_id BIGINT UNSIGNED,
    p_action VARCHAR(64),
    p_subject_table VARCHAR(64),
    p_subject_id BIGINT UNSIGNED,
    p_database_user VARCHAR(288),
    p_created_at DATETIME(6),
    p_state_digest BINARY(32),
    p_origin_digest BINARY(32)
)
RETURNS BINARY(32)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Compute the hash of an audit log row.'
BEGIN
    RETURN UNHEX(SHA2(
        JSON_ARRAY(
            p_id, p_actor_id, p_action, p_subject_table, p_subject_id, p_database_user,
            CAST(p_created_at AS CHAR), HEX(p_state_digest), HEX(p_origin_digest)
        ), 256
    ));
END //

DELIMITER ;
