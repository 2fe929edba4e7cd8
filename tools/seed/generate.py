"""Any number of made-up members, set-based: a batch is a few statements, however large it is.

Vocabularies (names of nine languages, titles, companies, cities) come from Faker and go into
temporary tables; who gets which is arithmetic on the id, so that the same seed gives the same
people. Working out the words that a person is found by takes milliseconds, so that beyond DISTINCT
members the rest are copies with ids of their own: at that number names repeat in a university too.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from faker import Faker

from tools.connection import connect
from web.settings import DatabaseSettings

LOCALES = ["en_US", "de_DE", "es_ES", "pt_BR", "fr_FR", "ja_JP", "zh_CN", "tr_TR", "bn_BD"]
WORDS = 400
"""Entries of a vocabulary."""
BATCH = 10_000
DISTINCT = 50_000
"""Members that are made; what is more is copied from them."""
MOST_JOBS = 50_000
MEMBERS_A_JOB = 20

_USERS = """
INSERT INTO users (
    email, password_hash, role_id, status, email_verified_at, approved_at, created_at
)
SELECT
    CONCAT('member', n.n + %s, '.', %s, '@generated.invalid'), '$argon2id$nobody',
    IF(n.n MOD 4 = 0, 3, 2), 'active', UTC_TIMESTAMP(), UTC_TIMESTAMP(),
    UTC_TIMESTAMP() - INTERVAL (n.n * 37) MOD 700 DAY
FROM generated_numbers AS n
WHERE n.n <= %s
ORDER BY n.n
"""
_ALUMNI = """
INSERT INTO alumni_profiles (
    user_id, first_name, last_name, graduation_year, current_job_title, current_company, location,
    degree_id, campus_id, bio, is_mentor, created_by, updated_by
)
SELECT
    u.id, f.word, l.word, 1970 + (u.id * 13) MOD 56, t.word, c.word, p.word,
    (SELECT d.id FROM generated_degrees AS d WHERE d.n = u.id MOD %s),
    (SELECT m.id FROM generated_campuses AS m WHERE m.n = u.id MOD %s),
    CONCAT(t.word, ' at ', c.word, '.'), u.id MOD 9 = 0, u.id, u.id
FROM users AS u
JOIN generated_first AS f ON f.n = (u.id * 7919) MOD %s
JOIN generated_last AS l ON l.n = (u.id * 104729) MOD %s
JOIN generated_title AS t ON t.n = (u.id * 31) MOD %s
JOIN generated_company AS c ON c.n = (u.id * 53) MOD %s
JOIN generated_city AS p ON p.n = (u.id * 71) MOD %s
WHERE u.id > %s AND u.role_id = 2
"""
_STUDENTS = """
INSERT INTO student_profiles (
    user_id, first_name, last_name, current_semester, cgpa, expected_graduation_year, degree_id,
    campus_id, created_by, updated_by
)
SELECT
    u.id, f.word, l.word, 1 + u.id MOD 8, 2 + (u.id * 17) MOD 201 / 100,
    YEAR(UTC_TIMESTAMP()) + u.id MOD 4,
    (SELECT d.id FROM generated_degrees AS d WHERE d.n = u.id MOD %s),
    (SELECT m.id FROM generated_campuses AS m WHERE m.n = u.id MOD %s), u.id, u.id
FROM users AS u
JOIN generated_first AS f ON f.n = (u.id * 7919) MOD %s
JOIN generated_last AS l ON l.n = (u.id * 104729) MOD %s
WHERE u.id > %s AND u.role_id = 3
"""
_SKILLS = """
INSERT IGNORE INTO {kind}_skills ({kind}_profile_id, skill_id, proficiency_level, created_by)
SELECT
    p.id, s.id, ELT(1 + (p.id + n.n) MOD 4, 'beginner', 'intermediate', 'advanced', 'expert'),
    p.user_id
FROM {kind}_profiles AS p
JOIN generated_numbers AS n ON n.n <= 3
JOIN generated_skills AS s ON s.n = (p.id * 7 + n.n * 41) MOD %s
WHERE p.user_id > %s
"""
_WORK = """
INSERT INTO alumni_work_history (
    alumni_profile_id, job_title, company, start_date, end_date, created_by, updated_by
)
SELECT
    a.id, t.word, c.word, MAKEDATE(a.graduation_year, 200), MAKEDATE(a.graduation_year + 3, 100),
    a.user_id, a.user_id
FROM alumni_profiles AS a
JOIN generated_title AS t ON t.n = (a.user_id * 37) MOD %s
JOIN generated_company AS c ON c.n = (a.user_id * 59) MOD %s
WHERE a.user_id > %s AND a.user_id MOD 2 = 0
"""
# Directory entries as the procedures write them, for a whole batch.
_ENTRIES = """
INSERT INTO directory_entries (user_id, directory, name_key, year, audience)
SELECT
    k.id, k.entry ->> '$.directory', k.entry ->> '$.name_key', k.entry ->> '$.year',
    k.entry ->> '$.audience'
FROM (SELECT u.id, _directory_entry_of(u.id) AS entry FROM users AS u WHERE u.id > %s) AS k
WHERE k.entry IS NOT NULL
"""
_TERMS = """
INSERT INTO directory_terms (user_id, term, field, audience, directory)
SELECT e.user_id, w.term, w.field, w.audience, e.directory
FROM directory_entries AS e
JOIN JSON_TABLE(
    _directory_terms_of(e.user_id, e.directory), '$[*]' COLUMNS (
        term VARCHAR(40) PATH '$[0]', field VARCHAR(20) PATH '$[1]',
        audience VARCHAR(30) PATH '$[2]'
    )
) AS w
WHERE e.user_id > %s
"""
_FACETS = """
INSERT INTO directory_facets (user_id, facet, value_id, level, directory)
SELECT e.user_id, w.facet, w.value_id, w.level, e.directory
FROM directory_entries AS e
JOIN JSON_TABLE(
    _directory_facets_of(e.user_id, e.directory), '$[*]' COLUMNS (
        facet VARCHAR(10) PATH '$[0]', value_id BIGINT UNSIGNED PATH '$[1]',
        level TINYINT UNSIGNED PATH '$[2]'
    )
) AS w
WHERE e.user_id > %s
"""
# Who is listed as a mentor can be asked.
_OFFERS = """
INSERT INTO mentoring_offers (user_id, is_open, capacity, created_by, updated_by)
SELECT user_id, 1, 1 + user_id MOD 5, user_id, user_id
FROM alumni_profiles
WHERE user_id > %s AND is_mentor = 1
"""
_OFFER_KINDS = """
INSERT INTO mentoring_offer_kinds (user_id, kind)
SELECT o.user_id, k.kind
FROM mentoring_offers AS o
JOIN (SELECT 'guidance' AS kind UNION ALL SELECT 'mentorship') AS k
WHERE o.user_id > %s
"""
# Arguments: how far the copy's ids are from the original's, then the originals after and until.
_USER_COPIES = """
INSERT INTO users (
    id, email, password_hash, role_id, status, email_verified_at, approved_at, created_at
)
SELECT
    id + %s, CONCAT('copy', id, '.', UUID(), '@generated.invalid'), password_hash, role_id, status,
    email_verified_at, approved_at, created_at
FROM users
WHERE id > %s AND id <= %s
"""
_PROFILE_COPIES = """
INSERT INTO {table} (user_id, created_by, updated_by, {columns})
SELECT c.id, c.id, c.id, {columns}
FROM {table} AS o
JOIN users AS c ON c.id = o.user_id + %s
WHERE o.user_id > %s AND o.user_id <= %s
"""
_ITEM_COPIES = """
INSERT INTO {table} ({kind}_profile_id, created_by, {columns})
SELECT c.id, c.user_id, {columns}
FROM {kind}_profiles AS o
JOIN {kind}_profiles AS c ON c.user_id = o.user_id + %s
JOIN {table} AS i ON i.{kind}_profile_id = o.id
WHERE o.user_id > %s AND o.user_id <= %s
"""
_WORD_COPIES = """
INSERT INTO {table} (user_id, {columns})
SELECT user_id + %s, {columns} FROM {table} WHERE user_id > %s AND user_id <= %s
"""
_COPIES = [
    _USER_COPIES,
    _PROFILE_COPIES.format(
        table="alumni_profiles",
        columns="first_name, last_name, graduation_year, current_job_title, current_company,"
        " location, degree_id, campus_id, bio, is_mentor",
    ),
    _PROFILE_COPIES.format(
        table="student_profiles",
        columns="first_name, last_name, current_semester, cgpa, expected_graduation_year,"
        " degree_id, campus_id",
    ),
    *[
        _ITEM_COPIES.format(
            table=f"{kind}_skills", kind=kind, columns="skill_id, proficiency_level"
        )
        for kind in ("alumni", "student")
    ],
    _ITEM_COPIES.format(
        table="alumni_work_history",
        kind="alumni",
        columns="job_title, company, start_date, end_date",
    ),
    _WORD_COPIES.format(table="directory_entries", columns="directory, name_key, year, audience"),
    _WORD_COPIES.format(table="directory_terms", columns="term, field, audience, directory"),
    _WORD_COPIES.format(table="directory_facets", columns="facet, value_id, level, directory"),
    _WORD_COPIES.format(table="account_terms", columns="term"),
]
# As _account_terms_write does.
_ACCOUNT_TERMS = """
INSERT IGNORE INTO account_terms (user_id, term)
SELECT u.id, w.term
FROM users AS u
JOIN JSON_TABLE(_account_terms_of(u.id), '$[*]' COLUMNS (term VARCHAR(40) PATH '$')) AS w
WHERE u.id > %s
"""
_JOBS = """
INSERT INTO job_postings (
    poster_id, title, company_name, job_type, experience_level, location, is_remote, description,
    salary_min, salary_max, salary_currency, target_audience, vacancies, deadline, created_at,
    created_by, updated_by
)
SELECT
    u.id, t.word, c.word, ELT(1 + u.id MOD 4, 'full_time', 'part_time', 'internship', 'contract'),
    ELT(1 + u.id MOD 5, 'entry', 'junior', 'mid', 'senior', 'lead'), p.word, u.id MOD 3 = 0,
    CONCAT('Work as ', t.word, ' with the people of ', c.word, ' in ', p.word, '.'),
    20000 + (u.id * 997) MOD 60000, 20000 + (u.id * 997) MOD 60000 + 15000, 'EUR',
    ELT(1 + u.id MOD 5, 'all', 'all', 'all', 'alumni_only', 'students_only'), 1 + u.id MOD 3,
    IF(u.id MOD 6 = 0, NULL, UTC_DATE() + INTERVAL 1 + (u.id * 3) MOD 90 DAY),
    UTC_TIMESTAMP() - INTERVAL (u.id * 7) MOD 90 DAY, u.id, u.id
FROM users AS u
JOIN generated_title AS t ON t.n = (u.id * 61) MOD %s
JOIN generated_company AS c ON c.n = (u.id * 53) MOD %s
JOIN generated_city AS p ON p.n = (u.id * 71) MOD %s
WHERE u.id > %s AND u.role_id = 2
ORDER BY u.id
LIMIT %s
"""
_JOB_SKILLS = """
INSERT IGNORE INTO job_posting_skills (job_posting_id, skill_id, created_by)
SELECT j.id, s.id, j.poster_id
FROM job_postings AS j
JOIN generated_numbers AS n ON n.n <= 3
JOIN generated_skills AS s ON s.n = (j.id * 7 + n.n * 41) MOD %s
WHERE j.id > %s AND j.poster_id > %s
"""
_JOB_TERMS = """
INSERT IGNORE INTO job_terms (job_posting_id, field, term)
WITH texts AS (
    SELECT
        j.id, x.field,
        ELT(
            x.n, j.title, j.company_name,
            CONCAT_WS(' ', j.location, IF(j.is_remote, 'remote', NULL)), skill_names_of(j.id)
        ) AS content
    FROM job_postings AS j
    JOIN (
        SELECT 1 AS n, 'title' AS field UNION ALL SELECT 2, 'company'
        UNION ALL SELECT 3, 'location' UNION ALL SELECT 4, 'skill'
    ) AS x
    WHERE j.id > %s AND j.poster_id > %s
),
terms AS (
    SELECT t.id, t.field, w.term
    FROM texts AS t
    JOIN JSON_TABLE(search_terms_of(t.content, 1), '$[*]' COLUMNS (term VARCHAR(40) PATH '$')) AS w
)
SELECT id, field, term FROM terms
UNION
SELECT id, 'any', term FROM terms
"""
_PAIRS = """
CREATE TEMPORARY TABLE generated_pairs (job_id BIGINT UNSIGNED, user_id BIGINT UNSIGNED)
SELECT j.id AS job_id, u.id AS user_id
FROM job_postings AS j
JOIN generated_numbers AS n ON n.n <= 3
JOIN users AS u ON u.id = %s + 1 + (j.id * 97 + n.n * 389) MOD %s
WHERE j.id > %s AND j.poster_id > %s AND u.id <> j.poster_id AND j.id MOD 2 = 0
"""
# From a table of its own: the trigger counts at job_postings, which this may not read meanwhile.
_APPLICATIONS = """
INSERT IGNORE INTO job_applications (
    job_posting_id, applicant_id, cover_letter, cv_upload, cv_file_name, created_by, updated_by
)
SELECT p.job_id, p.user_id, 'I would like to work with you.', %s, 'cv.pdf', p.user_id, p.user_id
FROM generated_pairs AS p
"""
_HISTORY = """
INSERT INTO job_application_history (job_application_id, from_status, to_status, created_by)
SELECT a.id, NULL, 'pending', a.applicant_id
FROM job_applications AS a
JOIN job_postings AS j ON j.id = a.job_posting_id
WHERE j.id > %s AND j.poster_id > %s
"""

# Follows: each person follows a few people, and the first ones (for sign-ins by hand) many.
# Ids have gaps: an id that was worked out is joined with the people who are there.
_FOLLOWS = """
INSERT IGNORE INTO follows (follower_id, followed_id)
SELECT u.id, f.id
FROM users AS u
JOIN generated_numbers AS n ON n.n <= 2
JOIN users AS f ON f.id = %s + 1 + (u.id * 31 + n.n * 977) MOD %s
WHERE u.id > %s AND u.id <> f.id
"""
_FIRST_FOLLOW = """
INSERT IGNORE INTO follows (follower_id, followed_id)
SELECT f.id, u.id
FROM (SELECT id FROM users ORDER BY id LIMIT 3) AS f
JOIN (SELECT id FROM users WHERE id > %s ORDER BY id LIMIT 200) AS u
"""
_POSTS = """
INSERT INTO posts (author_id, body, visibility, created_by, updated_by)
SELECT u.id, CONCAT('We talked about ', w.word, ' and what became of it.'),
    ELT(1 + u.id MOD 4, 'all', 'all', 'alumni_only', 'students_only'), u.id, u.id
FROM users AS u
JOIN generated_title AS w ON w.n = u.id MOD %s
WHERE u.id > %s AND u.id MOD 5 = 0
"""
# From tables of their own: triggers count at posts, which these may not read meanwhile.
_SAID = """
CREATE TEMPORARY TABLE generated_said (post_id BIGINT UNSIGNED, user_id BIGINT UNSIGNED)
SELECT p.id AS post_id, u.id AS user_id
FROM posts AS p
JOIN users AS u ON u.id = %s + 1 + (p.id * 97) MOD %s
WHERE p.id > %s
"""
_COMMENTS = """
INSERT INTO post_comments (post_id, author_id, body, created_by, updated_by)
SELECT post_id, user_id, 'Thank you for that.', user_id, user_id FROM generated_said
"""
_LIKES = """
INSERT IGNORE INTO post_likes (post_id, user_id) SELECT post_id, user_id FROM generated_said
"""


def generate(
    database: DatabaseSettings,
    members: int,
    seed: int,
    report: Callable[[str], None],
    distinct: int = DISTINCT,
) -> None:
    """Add `members` people with postings and applications. May be called again for more.

    What exceeds `distinct` is copied from those before.
    """
    connection = connect(database, database.name)
    try:
        _Generator(connection, seed, distinct).run(members, report)
    finally:
        connection.close()


class _Generator:
    def __init__(self, connection: Any, seed: int, distinct: int) -> None:  # noqa: ANN401 - untyped
        self.connection = connection
        self.distinct = distinct
        self.seed = seed
        # Two runs have different addresses.
        self.name = secrets.token_hex(4)

    def run(self, members: int, report: Callable[[str], None]) -> None:
        # What is copied is not locked: the site and its scheduler go on meanwhile.
        self.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")
        report("Making vocabularies")
        self._vocabularies()
        first_user = self.value("SELECT COALESCE(MAX(id), 0) FROM users")
        first_job = self.value("SELECT COALESCE(MAX(id), 0) FROM job_postings")
        degrees = max(self.value("SELECT COUNT(*) FROM generated_degrees"), 1)
        campuses = max(self.value("SELECT COUNT(*) FROM generated_campuses"), 1)
        skills = self.value("SELECT COUNT(*) FROM generated_skills")
        made: list[int] = []
        batch = min(BATCH, self.distinct)
        for done in range(0, members, batch):
            report(f"Members: {done:,} of {members:,}")
            size = min(batch, members - done)
            self.execute("START TRANSACTION")
            if done < self.distinct:
                after = self.value("SELECT COALESCE(MAX(id), 0) FROM users")
                self._make(done, size, degrees, campuses, skills, after)
                made.append(after)
            else:
                self._copy(made[done // batch % len(made)], size)
            self.execute("COMMIT")
        # Others may have been added and deleted before: the first one made is not the next number.
        first_user = self.value(f"SELECT MIN(id) - 1 FROM users WHERE id > {first_user}")
        span = self.value("SELECT MAX(id) FROM users") - first_user
        report("Offers of mentors")
        self.execute(_OFFERS, first_user)
        self.execute(_OFFER_KINDS, first_user)
        report("Jobs")
        jobs = min(max(members // MEMBERS_A_JOB, 1), MOST_JOBS)
        self.execute(_JOBS, WORDS, WORDS, WORDS, first_user, jobs)
        self.execute(_JOB_SKILLS, skills, first_job, first_user)
        report("Words of the jobs")
        self.execute(_JOB_TERMS, first_job, first_user)
        report("Applications")
        cv = self._cv()
        self.execute(_PAIRS, first_user, span, first_job, first_user)
        self.execute(_APPLICATIONS, cv)
        self.execute(_HISTORY, first_job, first_user)
        report("Feed")
        first_post = self.value("SELECT COALESCE(MAX(id), 0) FROM posts")
        self.execute(_FOLLOWS, first_user, span, first_user)
        self.execute(_FIRST_FOLLOW, first_user)
        self.execute(_POSTS, WORDS, first_user)
        self.execute(_SAID, first_user, span, first_post)
        self.execute(_COMMENTS)
        self.execute(_LIKES)
        report("Statistics")
        self.execute("CALL _statistics_refresh()")
        report("Table statistics")
        # The optimizer would choose plans for the tables as they were before.
        with self.connection.cursor() as cursor:
            cursor.execute("SHOW FULL TABLES WHERE table_type = 'BASE TABLE'")
            tables = [row[0] for row in cursor.fetchall()]
        for table in tables:
            self.value(f"ANALYZE TABLE {table}")

    def _make(
        self, done: int, size: int, degrees: int, campuses: int, skills: int, last: int
    ) -> None:
        self.execute(_USERS, done, self.name, size)
        self.execute(_ALUMNI, degrees, campuses, *[WORDS] * 5, last)
        self.execute(_STUDENTS, degrees, campuses, WORDS, WORDS, last)
        for kind in ("alumni", "student"):
            self.execute(_SKILLS.format(kind=kind), skills, last)
        self.execute(_WORK, WORDS, WORDS, last)
        for statement in (_ENTRIES, _TERMS, _FACETS, _ACCOUNT_TERMS):
            self.execute(statement, last)

    def _copy(self, after: int, size: int) -> None:
        # The copies follow the last row without a gap, wherever the batch begins.
        distance = self.value("SELECT MAX(id) FROM users") + 1
        distance -= self.value(f"SELECT MIN(id) FROM users WHERE id > {after}")
        # Ids have gaps: the batch ends with its last row, wherever that is.
        until = self.value(
            "SELECT MAX(id) FROM"
            f" (SELECT id FROM users WHERE id > {after} ORDER BY id LIMIT {size}) AS b"
        )
        for statement in _COPIES:
            self.execute(statement, distance, after, until)

    def execute(self, statement: str, *arguments: object) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(statement, arguments)

    def value(self, statement: str) -> Any:  # noqa: ANN401
        with self.connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall()[0][0]

    def _vocabularies(self) -> None:
        faker = Faker(LOCALES)
        faker.seed_instance(self.seed)
        makers: dict[str, Callable[[], str]] = {
            "first": faker.first_name,
            "last": faker.last_name,
            "title": Faker("en_US").job,
            "company": faker.company,
            "city": faker.city,
        }
        Faker.seed(self.seed)
        # A table a vocabulary: MySQL opens a temporary table only once in a statement.
        for kind, maker in makers.items():
            self.execute(
                f"CREATE TEMPORARY TABLE generated_{kind}"
                " (n INT NOT NULL PRIMARY KEY, word VARCHAR(80) NOT NULL)"
            )
            with self.connection.cursor() as cursor:
                cursor.executemany(
                    f"INSERT INTO generated_{kind} VALUES (%s, %s)",
                    [(number, maker()[:80]) for number in range(WORDS)],
                )
        self.execute(
            f"CREATE TEMPORARY TABLE generated_numbers (n INT PRIMARY KEY)"
            f" WITH RECURSIVE numbers AS (SELECT /*+ SET_VAR(cte_max_recursion_depth = {BATCH}) */"
            f" 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < {BATCH}) SELECT n FROM numbers"
        )
        for name in ("degrees", "campuses", "skills"):
            self.execute(
                f"CREATE TEMPORARY TABLE generated_{name} (n INT PRIMARY KEY, id BIGINT UNSIGNED)"
                f" SELECT ROW_NUMBER() OVER (ORDER BY id) - 1 AS n, id FROM {name}"
            )

    def _cv(self) -> int:
        from tools.seed.documents import pdf

        content = pdf(["A generated member", "Curriculum vitae"])
        self.execute(
            "INSERT INTO media_files (sha256, media_type, byte_size, content)"
            " VALUES (UNHEX(SHA2(%s, 256)), 'application/pdf', LENGTH(%s), %s)"
            " ON DUPLICATE KEY UPDATE updated_at = updated_at",
            content,
            content,
            content,
        )
        return int(self.value("SELECT MAX(id) FROM media_files WHERE media_type LIKE '%pdf'"))
