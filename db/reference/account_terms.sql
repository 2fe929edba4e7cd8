-- account_terms: add the search terms of accounts that are older than the search.

INSERT IGNORE INTO account_terms (user_id, term)
SELECT
    u.id,
    w.term
FROM users AS u
JOIN
    JSON_TABLE(_account_terms_of(u.id), '$[*]' COLUMNS (term VARCHAR(40) PATH '$')) AS w;
