-- _counters_compare: list every stored counter that differs from the rows it counts.
--
-- A graduate has two profiles; views of both count for the alumni profile.
-- One statement reads everything, so that it sees one snapshot even while people are active.
--
-- Parameters
--   p_differences  array of {counter, id, kept, counted}; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _counters_compare;

DELIMITER //

CREATE PROCEDURE _counters_compare (OUT p_differences JSON)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List every stored counter that differs from the rows it counts.'
BEGIN
    SELECT
        JSON_ARRAYAGG(
            JSON_OBJECT('counter', d.counter, 'id', d.id, 'kept', d.kept, 'counted', d.counted)
        )
    INTO p_differences
    FROM (
        SELECT
            'posts.likes_count' AS counter,
            p.id,
            p.likes_count AS kept,
            COUNT(l.user_id) AS counted
        FROM posts AS p
        LEFT JOIN post_likes AS l ON l.post_id = p.id
        GROUP BY p.id
        HAVING kept <> counted
        UNION ALL
        SELECT
            'posts.comments_count' AS counter,
            p.id,
            p.comments_count AS kept,
            COUNT(c.id) AS counted
        FROM posts AS p
        LEFT JOIN post_comments AS c ON c.post_id = p.id AND c.is_deleted = 0
        GROUP BY p.id
        HAVING kept <> counted
        UNION ALL
        SELECT
            'post_comments.likes_count' AS counter,
            c.id,
            c.likes_count AS kept,
            COUNT(l.user_id) AS counted
        FROM post_comments AS c
        LEFT JOIN comment_likes AS l ON l.comment_id = c.id
        GROUP BY c.id
        HAVING kept <> counted
        UNION ALL
        SELECT
            'job_postings.applications_count' AS counter,
            j.id,
            j.applications_count AS kept,
            COUNT(a.id) AS counted
        FROM job_postings AS j
        LEFT JOIN job_applications AS a ON a.job_posting_id = j.id AND a.is_counted = 1
        GROUP BY j.id
        HAVING kept <> counted
        UNION ALL
        SELECT
            'conversations.last_message_at' AS counter,
            c.id,
            c.last_message_at AS kept,
            MAX(m.sent_at) AS counted
        FROM conversations AS c
        LEFT JOIN messages AS m ON m.conversation_id = c.id
        GROUP BY c.id
        HAVING NOT kept <=> counted
        UNION ALL
        SELECT
            'notifications.actors_count' AS counter,
            n.id,
            n.actors_count AS kept,
            COUNT(a.actor_id) AS counted
        FROM notifications AS n
        LEFT JOIN notification_actors AS a ON a.notification_id = n.id
        GROUP BY n.id
        HAVING kept <> counted
        UNION ALL
        SELECT
            'events.seats_taken_count' AS counter,
            e.id,
            e.seats_taken_count AS kept,
            COALESCE(SUM(r.seats_count), 0) AS counted
        FROM events AS e
        LEFT JOIN event_registrations AS r ON r.event_id = e.id
        GROUP BY e.id
        HAVING kept <> counted
        UNION ALL
        SELECT
            'events.waiting_count' AS counter,
            e.id,
            e.waiting_count AS kept,
            COUNT(r.id) AS counted
        FROM events AS e
        LEFT JOIN event_registrations AS r ON r.event_id = e.id AND r.status = 'waitlisted'
        GROUP BY e.id
        HAVING kept <> counted
        UNION ALL
        SELECT
            'job_postings.views_count' AS counter,
            j.id,
            j.views_count AS kept,
            COUNT(v.job_posting_id) AS counted
        FROM job_postings AS j
        LEFT JOIN job_views AS v ON v.job_posting_id = j.id
        GROUP BY j.id
        HAVING kept <> counted
        UNION ALL
        SELECT
            'alumni_profiles.views_count' AS counter,
            a.id,
            a.views_count + COALESCE(s.views_count, 0) AS kept,
            COUNT(v.profile_user_id) AS counted
        FROM alumni_profiles AS a
        LEFT JOIN student_profiles AS s ON s.user_id = a.user_id
        LEFT JOIN profile_views AS v ON v.profile_user_id = a.user_id
        GROUP BY a.id, s.id
        HAVING kept <> counted
        UNION ALL
        SELECT
            'student_profiles.views_count' AS counter,
            s.id,
            s.views_count AS kept,
            COUNT(v.profile_user_id) AS counted
        FROM student_profiles AS s
        LEFT JOIN alumni_profiles AS a ON a.user_id = s.user_id
        LEFT JOIN profile_views AS v ON v.profile_user_id = s.user_id
        WHERE a.id IS NULL
        GROUP BY s.id
        HAVING kept <> counted
        UNION ALL
        SELECT
            'conversation_participants.unread_count' AS counter,
            p.conversation_id,
            p.unread_count AS kept,
            COUNT(IF(r.message_id IS NULL, m.id, NULL)) AS counted
        FROM conversation_participants AS p
        LEFT JOIN messages AS m
            ON
                m.conversation_id = p.conversation_id
                AND m.id > p.last_read_id
                AND m.sender_id <> p.user_id
                AND m.is_deleted = 0
        LEFT JOIN message_removals AS r ON r.message_id = m.id AND r.user_id = p.user_id
        GROUP BY p.user_id, p.conversation_id
        HAVING kept <> counted
    ) AS d;
END //

DELIMITER ;
