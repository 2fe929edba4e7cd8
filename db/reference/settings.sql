-- settings: set the defaults of all settings. Changed values are kept; descriptions are updated.

INSERT INTO settings (name, value, description) VALUES
(
    'registration_requires_approval', '0',
    '1: an admin must approve new accounts; 0: confirming the email address is enough'
),
(
    'session_idle_minutes', '720',
    'Minutes without use after which a session ends'
),
(
    'session_days', '7',
    'Days after which a session ends in any case'
),
(
    'session_remembered_idle_days', '30',
    'Days without use after which a session ends if the browser stays signed in'
),
(
    'session_remembered_days', '90',
    'Days after which a session ends in any case if the browser stays signed in'
),
(
    'confirmation_hours', '72',
    'Hours for which a link that confirms an email address is valid'
),
(
    'recovery_minutes', '60',
    'Minutes for which a link for setting a new password is valid'
),
(
    'restore_days', '30',
    'Days for which a deleted account can be restored; then it is permanently erased'
),
(
    'sign_in_failures_per_account', '5',
    'Wrong passwords for one email address within the window before it has to wait'
),
(
    'sign_in_failures_per_address', '50',
    'Wrong passwords from one network address within the window'
),
(
    'sign_in_window_minutes', '15',
    'Length of that window'
),
(
    'registrations_per_address', '60',
    'Registrations from one network address per hour'
),
(
    'mails_per_account', '4',
    'Confirmation or recovery links sent to one email address per hour'
),
(
    'mails_per_address', '60',
    'Confirmation or recovery links requested from one network address per hour'
),
(
    'messages_per_account', '5',
    'Messages to the office from one email address per hour'
),
(
    'messages_per_address', '20',
    'Messages to the office from one network address per hour'
),
(
    'verification_keep_days', '30',
    'Days for which verification documents are kept after the decision'
),
(
    'mail_attempts', '8',
    'Attempts to send a mail before it is marked as failed; at most 200'
),
(
    'event_reminder_hours', '24,2',
    'Hours before an event at which reminders are sent, unless its creator chooses others'
),
(
    'event_check_in_hours', '24',
    'Hours before an event at which check-in opens'
),
(
    'event_offer_hours', '24',
    'Hours for which a free seat is held for the next person; less if the event starts soon'
),
(
    'event_completion_hours', '24',
    'Hours after its end at which an event is completed; check-in is possible until then'
),
(
    'announcements_require_approval', '0',
    '1: announcements of students and alumni need approval; their urgent ones always do'
),
(
    'announcements_per_day', '10',
    'Announcements that one student or graduate can post in 24 hours'
),
(
    'announcements_unread_days', '60',
    'Days after which announcements no longer count as unread'
),
(
    'announcement_mails_per_minute', '1200',
    'Maximum number of mails per minute of an urgent announcement'
),
(
    'chat_messages_per_minute', '30',
    'Messages to other members that one person can send per minute'
),
(
    'chat_requests_per_day', '20',
    'Unconnected members to whom one person can send a first message in 24 hours'
),
(
    'chat_request_messages', '3',
    'Messages per message request, until the recipient accepts it'
),
(
    'digest_hour', '6',
    'Hour (UTC) at which digests are due'
),
(
    'digest_weekday', '1',
    'Day on which weekly digests are due; 1: Monday, 7: Sunday'
),
(
    'posts_per_day', '20',
    'Posts of one account in 24 hours'
),
(
    'comments_per_hour', '60',
    'Comments of one account per hour'
),
(
    'chat_take_back_minutes', '15',
    'Minutes for which a message can be deleted for both'
),
(
    'content_reports_per_day', '30',
    'Reports that one person can send to the office in 24 hours'
),
(
    'references_per_day', '10',
    'Requests for references, guidance and mentorship that one person can make in 24 hours'
),
(
    'reference_answer_days', '14',
    'Days without a reply after which such a request expires'
),
(
    'report_small_group', '5',
    'Minimum size of a group in reports of outcomes; smaller ones are suppressed; at least 3'
),
(
    'report_refresh_seconds', '30',
    'Seconds between two refreshes of the statistics by the office'
),
(
    'posts_pinned', '3',
    'Posts that can be pinned above the feed'
),
(
    'purge_after_days', '7',
    'Days for which ended sessions, old links, attempts and form keys are kept'
)
AS fresh
ON DUPLICATE KEY UPDATE description = fresh.description;
