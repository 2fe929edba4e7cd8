-- account_export: export all data that is stored about the actor.
--
-- The registry that erasure uses as well (personal_tables, personal_columns) says which data that
-- is: a new column is registered once. Secrets and other people's content are left out.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   items (many)  table_name, content (JSON object: exported columns of one row)
--   files (many)  media_file_id, folder, file_name, media_type; content: account_export_file
-- Errors
--   45401  not signed in
-- Example
--   CALL account_export(3);

DROP PROCEDURE IF EXISTS account_export;

DELIMITER //

CREATE PROCEDURE account_export (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Export all data that is stored about the actor. | items: many, files: many'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);

    SET @person_id = p_actor_id;
    SELECT email INTO @person_email
    FROM users
    WHERE id = p_actor_id;

    -- One statement for all tables; it is longer than the default limit of GROUP_CONCAT.
    SET SESSION group_concat_max_len = 1000000;
    SELECT
        GROUP_CONCAT(s.statement ORDER BY s.position, s.name SEPARATOR ' UNION ALL ')
    INTO @export
    FROM (
        SELECT
            t.position,
            t.name,
            CONCAT(
                'SELECT ''', t.name, ''' AS table_name, JSON_OBJECT(',
                GROUP_CONCAT(
                    '''', c.column_name, ''', ', c.column_name
                    ORDER BY c.column_name SEPARATOR ', '
                ),
                ') AS content FROM ', t.name, ' WHERE ', t.person_condition
            ) AS statement
        FROM personal_tables AS t
        JOIN personal_columns AS c ON c.table_name = t.name AND c.is_exported = 1
        GROUP BY t.position, t.name, t.person_condition
    ) AS s;
    SET SESSION group_concat_max_len = DEFAULT;

    PREPARE export FROM @export;
    EXECUTE export;
    DEALLOCATE PREPARE export;
    SET @person_id = NULL, @person_email = NULL, @export = NULL;

    SELECT
        f.media_file_id,
        f.folder,
        f.file_name,
        m.media_type
    FROM (
        SELECT
            media_file_id,
            'profile' AS folder,
            COALESCE(file_name, CONCAT(kind, '-', width)) AS file_name
        FROM profile_files
        WHERE user_id = p_actor_id
        UNION ALL
        SELECT
            cv_upload AS media_file_id,
            CONCAT('application-', id) AS folder,
            cv_file_name AS file_name
        FROM job_applications
        WHERE applicant_id = p_actor_id AND cv_upload IS NOT NULL
        UNION ALL
        SELECT
            t.media_file_id,
            CONCAT('message-', s.id) AS folder,
            t.file_name
        FROM messages AS s
        JOIN message_attachments AS t ON t.message_id = s.id
        WHERE s.sender_id = p_actor_id
        UNION ALL
        SELECT
            g.media_file_id,
            CONCAT('post-', p.id) AS folder,
            IF(g.kind = 'picture', 'picture.webp', g.file_name) AS file_name
        FROM posts AS p
        JOIN post_files AS g ON g.post_id = p.id
        WHERE p.author_id = p_actor_id
        UNION ALL
        SELECT
            w.media_file_id,
            CONCAT('verification-', q.id) AS folder,
            d.name AS file_name
        FROM verification_queue AS q
        JOIN verification_files AS w ON w.verification_id = q.id
        JOIN
            JSON_TABLE(
                q.submitted_documents, '$[*]' COLUMNS (
                    media_file_id BIGINT UNSIGNED PATH '$.media_file_id',
                    name VARCHAR(255) PATH '$.name'
                )
            ) AS d
            ON d.media_file_id = w.media_file_id
        WHERE q.user_id = p_actor_id
    ) AS f
    JOIN media_files AS m ON m.id = f.media_file_id
    ORDER BY f.folder, f.file_name;
END //

DELIMITER ;
