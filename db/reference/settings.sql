-- settings: what the university decides. A value that was changed survives; words are kept current.

INSERT INTO settings (name, value, description) VALUES
(
    'registration_requires_approval', '0',
    '1: an admin must approve new accounts; 0: the confirmed address is enough'
),
(
    'session_idle_minutes', '720',
    'A session ends after so many minutes without use'
),
(
    'session_days', '7',
    'A session ends after so many days in any case'
),
(
    'session_remembered_idle_days', '30',
    'As session_idle_minutes, in days, where the browser is to be remembered'
),
(
    'session_remembered_days', '90',
    'As session_days, where the browser is to be remembered'
),
(
    'confirmation_hours', '72',
    'A link that confirms an address works for so many hours'
),
(
    'recovery_minutes', '60',
    'A link that allows to set a new password works for so many minutes'
),
(
    'restore_days', '30',
    'A deleted account can come back for so many days; then it is erased for good'
),
(
    'sign_in_failures_per_account', '5',
    'Wrong passwords for one address within the window, until it has to wait'
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
    'Registrations from one network address in an hour'
),
(
    'mails_per_account', '4',
    'Links to confirm or to recover that one address is sent in an hour'
),
(
    'mails_per_address', '60',
    'Such links asked for from one network address in an hour'
),
(
    'messages_per_account', '5',
    'Messages to the office with one address as sender in an hour'
),
(
    'messages_per_address', '20',
    'Messages to the office from one network address in an hour'
),
(
    'verification_keep_days', '30',
    'Documents that prove who somebody is are kept for so many days after the decision'
),
(
    'mail_attempts', '8',
    'A mail that cannot be sent is given up after so many tries; 200 at most'
),
(
    'event_reminder_hours', '24,2',
    'People are reminded so many hours before an event, unless its creator chooses others'
),
(
    'event_check_in_hours', '24',
    'People are checked in from so many hours before an event begins'
),
(
    'event_offer_hours', '24',
    'A seat of an event that became free is held for so many hours; less when it begins soon'
),
(
    'event_completion_hours', '24',
    'An event completes by itself so many hours after its end; until then people can be checked in'
),
(
    'announcements_require_approval', '0',
    '1: announcements of students and alumni wait for an admin; urgent ones of theirs always do'
),
(
    'announcements_per_day', '10',
    'Announcements that one student or alumnus can post in 24 hours'
),
(
    'announcements_unread_days', '60',
    'Announcements older than so many days do not count as unread'
),
(
    'announcement_mails_per_minute', '1200',
    'Mails of an urgent announcement are spread so that no more become due in a minute'
),
(
    'chat_messages_per_minute', '30',
    'Messages to other members that one person can send in a minute'
),
(
    'chat_requests_per_day', '20',
    'Members without a relation whom one person can write to for the first time in 24 hours'
),
(
    'chat_request_messages', '3',
    'Messages that fit into a request, until the other one accepts it'
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
    'Comments of one account in an hour'
),
(
    'chat_take_back_minutes', '15',
    'A message can be deleted for both for so many minutes'
),
(
    'content_reports_per_day', '30',
    'What one person can report to the office in 24 hours'
),
(
    'references_per_day', '10',
    'Requests for references, guidance and mentorship that one person can make in 24 hours'
),
(
    'reference_answer_days', '14',
    'Such a request expires when it has had no answer for so many days'
),
(
    'report_small_group', '5',
    'Reports of what became of people suppress groups of fewer people than this; 3 at least'
),
(
    'report_refresh_seconds', '30',
    'The office can count its figures anew so many seconds after the last count'
),
(
    'posts_pinned', '3',
    'So many posts can stand above the feed'
),
(
    'purge_after_days', '7',
    'Ended sessions, old links, tries and form keys are kept for so many days'
)
AS fresh
ON DUPLICATE KEY UPDATE description = fresh.description;
