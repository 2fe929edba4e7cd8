-- notification_kinds: list the types of notification and their default settings.

INSERT INTO notification_kinds (
    position, name, label, description, is_social, is_in_app, mail
) VALUES
(1, 'message', 'Messages', 'New messages', 1, 1, 'at_once'),
(2, 'application', 'Applications', 'Changes to your applications and jobs', 0, 1, 'at_once'),
(3, 'event', 'Events', 'Seats, changes and reminders of events you take part in', 0, 1, 'at_once'),
(4, 'mentoring', 'References and mentoring', 'Requests, replies and goals', 1, 1, 'at_once'),
(5, 'verification', 'Verification', 'Decisions of the alumni office about you', 0, 1, 'at_once'),
(6, 'announcement', 'Announcements', 'Announcements of the office and of members', 0, 1, 'at_once'),
(7, 'follow', 'Followers', 'New followers', 1, 1, 'daily'),
(8, 'comment', 'Comments', 'Replies to your posts and comments', 1, 1, 'daily'),
(9, 'like', 'Likes', 'Likes of your posts and comments', 1, 1, 'none'),
(10, 'engagement', 'Engagements', 'Invitations to speak, train or judge', 0, 1, 'at_once')
AS fresh
ON DUPLICATE KEY UPDATE
    position = fresh.position,
    label = fresh.label,
    description = fresh.description,
    is_social = fresh.is_social,
    is_in_app = fresh.is_in_app,
    mail = fresh.mail;
