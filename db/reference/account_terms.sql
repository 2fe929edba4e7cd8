-- account_terms: the words of accounts that were there before the office could search for them.

INSERT IGNORE INTO account_terms (user_id, term)
SELECT
    u.id,
    w.term
FROM users AS u
JOIN
    JSON_TABLE(_account_terms_of(u.id), '$[*]' COLUMNS (term VARCHAR(40) PATH '$')) AS w;
