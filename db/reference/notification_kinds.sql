-- notification_kinds: what people can be told about, and how they are told until they choose.

INSERT INTO notification_kinds (
    position, name, label, description, is_social, is_in_app, mail
) VALUES
(1, 'message', 'Messages', 'Somebody writes to you', 1, 1, 'at_once'),
(2, 'application', 'Applications', 'Yours move, and people apply for your jobs', 0, 1, 'at_once'),
(3, 'event', 'Events', 'Seats, changes and reminders of events you take part in', 0, 1, 'at_once'),
(4, 'mentoring', 'References and mentoring', 'Requests, answers and goals', 1, 1, 'at_once'),
(5, 'verification', 'Verification', 'The alumni office decides about you', 0, 1, 'at_once'),
(6, 'announcement', 'Announcements', 'What the office and the members announce', 0, 1, 'at_once'),
(7, 'follow', 'Followers', 'Somebody follows you', 1, 1, 'daily'),
(8, 'comment', 'Comments', 'Somebody answers your post or your comment', 1, 1, 'daily'),
(9, 'like', 'Likes', 'Somebody likes your post or your comment', 1, 1, 'none'),
(10, 'engagement', 'Engagements', 'The office asks you to speak, train or judge', 0, 1, 'at_once')
AS fresh
ON DUPLICATE KEY UPDATE
    position = fresh.position,
    label = fresh.label,
    description = fresh.description,
    is_social = fresh.is_social,
    is_in_app = fresh.is_in_app,
    mail = fresh.mail;
