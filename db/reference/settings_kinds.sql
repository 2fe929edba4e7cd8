-- settings_kinds: set the types of settings, for settings_read and setting_save.

INSERT INTO settings (name, value, description, kind, least, most, default_value)
SELECT
    s.name,
    s.value,
    s.description,
    k.kind,
    k.least,
    k.most,
    k.default_value
FROM
    JSON_TABLE(
        '[
            ["registration_requires_approval", "boolean", null, null, "0"],
            ["session_idle_minutes", "integer", 5, 43200, "720"],
            ["session_days", "integer", 1, 365, "7"],
            ["session_remembered_idle_days", "integer", 1, 365, "30"],
            ["session_remembered_days", "integer", 1, 365, "90"],
            ["confirmation_hours", "integer", 1, 720, "72"],
            ["recovery_minutes", "integer", 5, 1440, "60"],
            ["restore_days", "integer", 1, 365, "30"],
            ["sign_in_failures_per_account", "integer", 3, 100, "5"],
            ["sign_in_failures_per_address", "integer", 5, 10000, "50"],
            ["sign_in_window_minutes", "integer", 1, 1440, "15"],
            ["registrations_per_address", "integer", 1, 10000, "60"],
            ["mails_per_account", "integer", 1, 100, "4"],
            ["mails_per_address", "integer", 1, 10000, "60"],
            ["messages_per_account", "integer", 1, 1000, "5"],
            ["messages_per_address", "integer", 1, 10000, "20"],
            ["verification_keep_days", "integer", 1, 3650, "30"],
            ["mail_attempts", "integer", 1, 200, "8"],
            ["event_reminder_hours", "text", null, null, "24,2"],
            ["event_check_in_hours", "integer", 0, 720, "24"],
            ["event_offer_hours", "integer", 1, 720, "24"],
            ["event_completion_hours", "integer", 0, 720, "24"],
            ["announcements_require_approval", "boolean", null, null, "0"],
            ["announcements_per_day", "integer", 1, 1000, "10"],
            ["announcements_unread_days", "integer", 1, 3650, "60"],
            ["announcement_mails_per_minute", "integer", 1, 100000, "1200"],
            ["chat_messages_per_minute", "integer", 1, 1000, "30"],
            ["chat_requests_per_day", "integer", 1, 1000, "20"],
            ["chat_request_messages", "integer", 1, 100, "3"],
            ["digest_hour", "integer", 0, 23, "6"],
            ["digest_weekday", "integer", 1, 7, "1"],
            ["posts_per_day", "integer", 1, 1000, "20"],
            ["posts_pinned", "integer", 1, 10, "3"],
            ["comments_per_hour", "integer", 1, 10000, "60"],
            ["chat_take_back_minutes", "integer", 0, 1440, "15"],
            ["content_reports_per_day", "integer", 1, 1000, "30"],
            ["references_per_day", "integer", 1, 1000, "10"],
            ["reference_answer_days", "integer", 1, 365, "14"],
            ["report_small_group", "integer", 3, 1000, "5"],
            ["report_refresh_seconds", "integer", 0, 86400, "30"],
            ["purge_after_days", "integer", 1, 365, "7"],
            ["demo_data", "internal", null, null, null]
        ]',
        '$[*]' COLUMNS (
            name VARCHAR(60) PATH '$[0]',
            kind VARCHAR(10) PATH '$[1]',
            least INT UNSIGNED PATH '$[2]',
            most INT UNSIGNED PATH '$[3]',
            default_value VARCHAR(500) PATH '$[4]'
        )
    ) AS k
JOIN settings AS s ON s.name = k.name
ON DUPLICATE KEY UPDATE
    kind = k.kind,
    least = k.least,
    most = k.most,
    default_value = k.default_value;
