-- counters: register every counter that is kept beside the rows it counts.
--
-- counted is the right value for the row k of the counter's table. A graduate has two profiles:
-- views of both count for the alumni profile, and what the student profile kept stays there.

INSERT INTO counters (name, id_column, counted, kept_by)
VALUES
(
    'posts.likes_count', 'id',
    'SELECT COUNT(*) FROM post_likes AS l WHERE l.post_id = k.id',
    'tr_post_like_insert, tr_post_like_update, tr_post_like_delete'
),
(
    'posts.comments_count', 'id',
    'SELECT COUNT(*) FROM post_comments AS c WHERE c.post_id = k.id AND c.is_deleted = 0',
    'tr_post_comment_insert, tr_post_comment_update, tr_post_comment_delete'
),
(
    'post_comments.likes_count', 'id',
    'SELECT COUNT(*) FROM comment_likes AS l WHERE l.comment_id = k.id',
    'tr_comment_like_insert, tr_comment_like_update, tr_comment_like_delete'
),
(
    'job_postings.applications_count', 'id',
    'SELECT COUNT(*) FROM job_applications AS a WHERE a.job_posting_id = k.id AND a.is_counted = 1',
    'tr_job_application_insert, tr_job_application_update, tr_job_application_delete'
),
(
    'job_postings.views_count', 'id',
    'SELECT COUNT(*) FROM job_views AS v WHERE v.job_posting_id = k.id',
    'tr_job_view_insert, tr_job_view_update, tr_job_view_delete'
),
(
    'alumni_profiles.views_count', 'id',
    'SELECT GREATEST(
        CAST(COUNT(*) AS SIGNED)
        - COALESCE((SELECT s.views_count FROM student_profiles AS s WHERE s.user_id = k.user_id), 0),
        0
    ) FROM profile_views AS v WHERE v.profile_user_id = k.user_id',
    'tr_profile_view_insert, tr_profile_view_update, tr_profile_view_delete'
),
(
    'student_profiles.views_count', 'id',
    'SELECT IF(
        EXISTS (SELECT 1 FROM alumni_profiles AS a WHERE a.user_id = k.user_id),
        k.views_count,
        COUNT(*)
    ) FROM profile_views AS v WHERE v.profile_user_id = k.user_id',
    'tr_profile_view_insert, tr_profile_view_update, tr_profile_view_delete'
),
(
    'events.seats_taken_count', 'id',
    'SELECT COALESCE(SUM(r.seats_count), 0) FROM event_registrations AS r WHERE r.event_id = k.id',
    'tr_event_registration_insert, tr_event_registration_update, tr_event_registration_delete'
),
(
    'events.waiting_count', 'id',
    'SELECT COUNT(*) FROM event_registrations AS r
    WHERE r.event_id = k.id AND r.status = ''waitlisted''',
    'tr_event_registration_insert, tr_event_registration_update, tr_event_registration_delete'
),
(
    'notifications.actors_count', 'id',
    'SELECT COUNT(*) FROM notification_actors AS a WHERE a.notification_id = k.id',
    'tr_notification_actor_insert, tr_notification_actor_update, tr_notification_actor_delete'
),
(
    'conversations.last_message_at', 'id',
    'SELECT MAX(m.sent_at) FROM messages AS m WHERE m.conversation_id = k.id',
    'tr_message_insert, tr_message_update, tr_message_delete'
),
(
    'conversation_participants.last_message_id', 'conversation_id',
    'SELECT MAX(m.id) FROM messages AS m
    LEFT JOIN message_removals AS r ON r.message_id = m.id AND r.user_id = k.user_id
    WHERE m.conversation_id = k.conversation_id AND r.message_id IS NULL',
    'tr_message_insert, tr_message_update, tr_message_delete,
    tr_message_removal_insert, tr_message_removal_delete'
),
(
    'conversation_participants.unread_count', 'conversation_id',
    'SELECT COUNT(*) FROM messages AS m
    LEFT JOIN message_removals AS r ON r.message_id = m.id AND r.user_id = k.user_id
    WHERE m.conversation_id = k.conversation_id AND m.id > k.last_read_id
    AND m.sender_id <> k.user_id AND m.is_deleted = 0 AND r.message_id IS NULL',
    'tr_message_insert, tr_message_update, tr_message_delete,
    tr_message_removal_insert, tr_message_removal_delete'
)
AS fresh
ON DUPLICATE KEY UPDATE
    id_column = fresh.id_column,
    counted = fresh.counted,
    kept_by = fresh.kept_by;
