-- institution: add the one row of institution_info, until the office fills it in.

INSERT INTO institution_info (id, name, short_name)
VALUES (1, 'Your University', 'University')
ON DUPLICATE KEY UPDATE id = 1;
