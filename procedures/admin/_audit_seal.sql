-- _audit_seal: append rows of the audit log to the hash chain.
--
-- The caller has begun a transaction and has read nothing in it, so that reads after the lock are
-- current. Everyone who appends locks the one row of audit_heads, so positions have no gaps and no
-- row is appended twice.
--
-- Parameters
--   p_limit  maximum number of rows
--   p_count  number of rows appended
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _audit_seal;

DELIMITER //

CREATE PROCEDURE _audit_seal (
    IN p_limit INT UNSIGNED,
    OUT p_count INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Append rows of the audit log to the hash chain.'
BEGIN
    DECLARE v_position BIGINT UNSIGNED;
    DECLARE v_chain_hash BINARY(32);
    DECLARE v_log_id BIGINT UNSIGNED;
    DECLARE v_row_hash BINARY(32);
    DECLARE v_is_done BOOLEAN DEFAULT 0;
    -- One after the other: each hash includes the previous one.
    DECLARE c_pending CURSOR FOR
        SELECT
            log_id,
            row_hash
        FROM audit_pending
        ORDER BY log_id
        LIMIT p_limit;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_done = 1;

    SET p_count = 0;
    SELECT
        position,
        chain_hash
    INTO v_position, v_chain_hash
    FROM audit_heads
    WHERE id = 1
    FOR UPDATE;

    OPEN c_pending;
    sealing: LOOP
        FETCH c_pending INTO v_log_id, v_row_hash;
        IF v_is_done THEN
            LEAVE sealing;
        END IF;
        SET
        v_position = v_position + 1,
        v_chain_hash = UNHEX(SHA2(CONCAT(v_chain_hash, v_row_hash), 256)),
        p_count = p_count + 1;
        INSERT INTO audit_seals (position, log_id, row_hash, chain_hash)
        VALUES (v_position, v_log_id, v_row_hash, v_chain_hash);
        DELETE FROM audit_pending
        WHERE log_id = v_log_id;
    END LOOP sealing;
    CLOSE c_pending;

    IF p_count > 0 THEN
        UPDATE audit_heads SET position = v_position, chain_hash = v_chain_hash
        WHERE id = 1;
    END IF;
END //

DELIMITER ;
