-- account_terms: add search terms of accounts that were created before the office could search
-- them.

INSERT IGNORE INTO account_terms (user_id, term)
SELECT
    u.id,
    w.term
FROM users AS u
JOIN
    JSON_TABLE(_account_terms_of(u.id), '$[*]' COLUMNS (term VARCHAR(40) PATH '$')) AS w;
