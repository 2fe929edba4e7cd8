"""The call contract as the web keeps it: round trips, people, retries, refusals."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pymysql
import pytest
from bottle import Bottle
from pymysql.constants import CLIENT

from tests.support.accounts import email_of, sign_in
from tests.support.database import Database as Schema
from tests.support.site import Site
from web import route, routes
from web.database.client import RETRIES, Database, Identity
from web.database.contract import check, needs_of_code, read_contract
from web.database.errors import ContractError, DatabaseAwayError, SchemaMismatchError
from web.database.pool import Pool
from web.settings import DatabaseSettings

Maker = Callable[..., None]


@pytest.fixture
def root(web_db: Schema) -> DatabaseSettings:
    """Return the administrator's account, which needs no grants for a test's own procedures."""
    server = web_db.server
    return DatabaseSettings(server.user, server.password, web_db.schema, socket=server.socket)


@pytest.fixture
def make(web_db: Schema) -> Iterator[Maker]:
    """Return a maker of procedures, which go with the test."""
    made = []

    def create(
        name: str,
        parameters: str,
        body: str,
        comment: str = "For a test.",
        access: str = "MODIFIES SQL DATA",
    ) -> None:
        web_db.rows(f"DROP PROCEDURE IF EXISTS {name}")
        web_db.rows(f"CREATE PROCEDURE {name} ({parameters}) {access} COMMENT '{comment}' {body}")
        made.append(name)

    yield create
    for name in made:
        web_db.rows(f"DROP PROCEDURE IF EXISTS {name}")


def _identity_of(db: Schema, user_id: int) -> Identity:
    token_hash = hashlib.sha256(str(user_id).encode()).digest()
    sign_in(db, email_of(db, user_id), token_hash=token_hash)
    return Identity(token_hash, "192.0.2.7", "a request")


def test_every_page_is_one_round_trip(site: Site) -> None:
    db = site.db
    alumnus = db.alumnus()
    job_id = db.call(
        "job_post",
        alumnus,
        title="Engineer",
        company_name="Acme",
        job_type="full_time",
        description="Build things that last, with people who care about them.",
        vacancies=1,
        location="Berlin",
        skills="SQL",
        target_audience="all",
    ).job.id
    visitor, poster, student = site.browser(), site.browser(), site.browser()
    poster.signed_in(alumnus)
    student.signed_in(db.student())
    for browser, paths in (
        (visitor, ["/", "/login", "/register", "/confirm", "/forgot-password"]),
        (
            poster,
            [
                "/",
                "/dashboard",
                "/jobs",
                "/jobs?search=engineer",
                "/jobs/create",
                f"/jobs/{job_id}",
                f"/jobs/{job_id}/edit",
                f"/jobs/{job_id}/applicants",
            ],
        ),
        (
            student,
            [
                "/dashboard",
                f"/jobs/{job_id}",
                f"/jobs/{job_id}/apply",
                "/nothing",
                "/account",
                "/account/email",
                "/account/password",
                "/delete_account",
            ],
        ),
    ):
        for path in paths:
            page = browser.get(path)
            assert page.status == (404 if path == "/nothing" else 200), path
            assert page.round_trips == 1, path


def test_a_connection_never_carries_the_last_person_over(
    web_db: Schema, root: DatabaseSettings
) -> None:
    database = Database(root, size=1)
    person = _identity_of(web_db, web_db.alumnus())
    assert database.call(person, "dashboard_read").viewer
    for stranger in (None, b"\x00" * 32, b"", b"short"):
        page = database.call(Identity(stranger), "home_read")
        assert page.viewer is None
        with pytest.raises(ContractError) as refusal:
            database.call(Identity(stranger), "dashboard_read")
        assert refusal.value.status == 401
        assert database.call(person, "dashboard_read").viewer
    with pytest.raises(ContractError):
        database.call(person, "job_read", job_id=0)
    assert database.call(Identity(), "home_read").viewer is None


def test_an_actor_is_whom_the_session_names_and_nobody_else(
    web_db: Schema, root: DatabaseSettings
) -> None:
    admin = web_db.admin()
    with pytest.raises(ContractError) as refusal:
        Database(root).call(Identity(), "dashboard_read", actor_id=admin)
    assert refusal.value.status == 401


def _kill(db: Schema, database: Database) -> None:
    """End the connection that the pool would lend next."""
    connection, _ = database._pool._places.queue[-1]
    db.rows(f"KILL {connection.thread_id()}")


def test_a_reading_call_survives_a_lost_connection_and_a_writing_one_does_not(
    web_db: Schema, root: DatabaseSettings
) -> None:
    database = Database(root, size=1)
    database.call(Identity(), "home_read")
    _kill(web_db, database)
    identity = Identity()
    assert database.call(identity, "home_read").figures
    assert identity.round_trips == 2
    _kill(web_db, database)
    with pytest.raises(DatabaseAwayError):
        database.call(Identity(), "session_challenge", email="a@example.org")
    assert database.call(Identity(), "session_challenge", email="a@example.org").challenge


def test_a_connection_that_rested_is_checked_before_a_form_needs_it(
    web_db: Schema, root: DatabaseSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(root, size=1)
    database.call(Identity(), "home_read")
    _kill(web_db, database)
    monkeypatch.setattr("web.database.pool.IDLE_SECONDS", 0)
    assert database.call(Identity(), "session_challenge", email="b@example.org").challenge


def test_a_deadlock_is_tried_again_and_not_for_ever(
    web_db: Schema, root: DatabaseSettings, make: Maker
) -> None:
    deadlock = "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock'"
    # Not transactional, so that it remembers what was rolled back.
    web_db.rows("CREATE TABLE test_tries (id INT PRIMARY KEY AUTO_INCREMENT) ENGINE = MyISAM")
    try:
        once = (
            "BEGIN INSERT INTO test_tries () VALUES ();"
            f" IF LAST_INSERT_ID() % 2 = 1 THEN {deadlock}; END IF; END"
        )
        make("test_once", "IN p_actor_id BIGINT", once)
        make("test_ever", "IN p_actor_id BIGINT", deadlock)
        database = Database(root)
        identity = Identity()
        database.call(identity, "test_once")
        assert identity.round_trips == 2
        with pytest.raises(pymysql.err.OperationalError, match="Deadlock"):
            database.call(identity, "test_ever")
        assert identity.round_trips == 2 + RETRIES
    finally:
        web_db.rows("DROP TABLE test_tries")


def test_a_procedure_that_is_being_replaced(
    web_db: Schema, root: DatabaseSettings, make: Maker
) -> None:
    create = (
        "CREATE PROCEDURE test_replaced (IN p_actor_id BIGINT) COMMENT 'A. | a: one' SELECT 1 AS a"
    )
    make("test_replaced", "IN p_actor_id BIGINT", "SELECT 1 AS a", "A. | a: one")
    database = Database(root)
    is_over = threading.Event()
    deployer = pymysql.connect(
        unix_socket=root.socket,
        user=root.user,
        password=root.password,
        database=root.name,
        client_flag=CLIENT.MULTI_STATEMENTS,
    )

    def replace() -> None:
        with deployer.cursor() as cursor:
            while not is_over.is_set():
                began = time.monotonic()
                # One request: how long it is missing must not depend on when this thread goes on.
                cursor.execute(f"DROP PROCEDURE test_replaced; {create}")
                while cursor.nextset():
                    pass
                # Missing for the same share of the time, however slow the machine is.
                time.sleep(max(0.04, 4 * (time.monotonic() - began)))

    database.call(Identity(), "test_replaced")
    thread = threading.Thread(target=replace)
    thread.start()
    try:
        for _ in range(200):
            assert database.call(Identity(), "test_replaced").a.a == 1
    finally:
        is_over.set()
        thread.join()
        deployer.close()


def test_a_procedure_that_has_got_another_parameter(root: DatabaseSettings, make: Maker) -> None:
    make("test_grown", "IN p_actor_id BIGINT", "SELECT 1 AS a", "A. | a: one")
    database = Database(root)
    database.call(Identity(), "test_grown")
    make("test_grown", "IN p_actor_id BIGINT, IN p_more INT", "SELECT 2 AS a", "A. | a: one")
    assert database.call(Identity(), "test_grown").a.a == 2


@pytest.mark.parametrize(
    ("state", "message", "status", "field", "sentence", "retry_after"),
    [
        ("45404", "Job not found.", 404, None, "Job not found.", None),
        (
            "45422",
            "salary_min: must not exceed salary_max",
            422,
            "salary_min",
            "must not exceed salary_max",
            None,
        ),
        ("45409", "Note: this is no field.", 409, None, "Note: this is no field.", None),
        (
            "45429",
            "Too many attempts. Try again in 42 seconds.",
            429,
            None,
            "Too many attempts. Try again in 42 seconds.",
            42,
        ),
        ("45429", "Try again in 24 hours.", 429, None, "Try again in 24 hours.", 86400),
        ("45429", "Try again in 15 minutes.", 429, None, "Try again in 15 minutes.", 900),
    ],
)
def test_a_refusal_is_a_status_a_field_and_a_sentence(
    root: DatabaseSettings,
    make: Maker,
    state: str,
    message: str,
    status: int,
    field: str | None,
    sentence: str,
    retry_after: int | None,
) -> None:
    make(
        "test_refuses",
        "IN p_actor_id BIGINT",
        f"SIGNAL SQLSTATE '{state}' SET MESSAGE_TEXT = '{message}'",
    )
    with pytest.raises(ContractError) as caught:
        Database(root).call(Identity(), "test_refuses")
    refusal = caught.value
    assert (refusal.status, refusal.field, refusal.sentence, refusal.retry_after) == (
        status,
        field,
        sentence,
        retry_after,
    )


def test_any_other_error_is_a_defect(root: DatabaseSettings, make: Maker) -> None:
    make("test_breaks", "IN p_actor_id BIGINT", "SELECT * FROM no_such_table")
    database = Database(root, size=1)
    with pytest.raises(pymysql.Error):
        database.call(Identity(), "test_breaks")
    assert database.call(Identity(), "home_read").figures


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("VARCHAR(5)", "too long", "at most 5 characters"),
        ("DECIMAL(12,2)", "much", "number up to 9,999,999,999"),
        ("DECIMAL(12,2)", "1e30", "number up to 9,999,999,999"),
        ("DATE", "soon", "a date such as 2027-01-31"),
        ("DATE", "2027-02-30", "a date such as 2027-01-31"),
        ("SMALLINT UNSIGNED", "-1", "whole number"),
        ("SMALLINT UNSIGNED", "70000", "whole number"),
        ("BIGINT UNSIGNED", "9" * 30, "whole number"),
        ("BOOLEAN", "maybe", "whole number"),
        ("VARCHAR(200)", "x" * 100_000, "at most 200 characters"),
        ("TEXT", "x" * 100_000, "too long"),
    ],
)
def test_a_value_that_does_not_fit_its_type(
    root: DatabaseSettings, make: Maker, kind: str, value: str, said: str
) -> None:
    make("test_types", f"IN p_actor_id BIGINT, IN p_value {kind}", "SELECT 1 AS a", "A. | a: one")
    with pytest.raises(ContractError) as caught:
        Database(root).call(Identity(), "test_types", value=value)
    assert (caught.value.status, caught.value.field) == (422, "value")
    assert said in caught.value.sentence


def test_large_values_go_through(root: DatabaseSettings, make: Maker) -> None:
    body = "SELECT LENGTH(p_content) AS size, HEX(RIGHT(p_content, 4)) AS tail"
    make("test_large", "IN p_actor_id BIGINT, IN p_content LONGBLOB", body, "A. | a: one")
    content = bytes(range(256)) * (16 * 4096)
    row = Database(root).call(Identity(), "test_large", content=content).a
    assert (row.size, row.tail) == (16 * 2**20, "FCFDFEFF")


@pytest.mark.parametrize(
    ("promised", "body"),
    [
        ("one", "SELECT 1 AS a WHERE FALSE"),
        ("one", "SELECT 1 AS a UNION SELECT 2"),
        ("maybe", "SELECT 1 AS a UNION SELECT 2"),
    ],
)
def test_a_promise_that_is_not_kept_is_a_defect(
    root: DatabaseSettings, make: Maker, promised: str, body: str
) -> None:
    make("test_promise", "IN p_actor_id BIGINT", body, f"A. | a: {promised}")
    with pytest.raises(TypeError, match=f"promised as {promised}"):
        Database(root).call(Identity(), "test_promise")


def test_results_that_nobody_promised_are_not_left_for_the_next(
    root: DatabaseSettings, make: Maker
) -> None:
    make(
        "test_talks",
        "IN p_actor_id BIGINT",
        "BEGIN SELECT 1 AS a; SELECT 2 AS b; END",
        "A. | a: one",
    )
    database = Database(root, size=1)
    assert database.call(Identity(), "test_talks").a.a == 1
    assert database.call(Identity(), "home_read").viewer is None


def test_a_wrong_name_is_a_defect_at_once(root: DatabaseSettings) -> None:
    with pytest.raises(TypeError, match="has no parameter jobid"):
        Database(root).call(Identity(), "job_read", jobid=1)


def test_code_that_the_database_does_not_match(root: DatabaseSettings, tmp_path: Path) -> None:
    (tmp_path / "route.py").write_text('call("job_read", job_id=1, colour=2)\ncall("job_fly")\n')
    with Pool(root, 1).connection() as connection:
        contract, _ = read_contract(connection)
    with pytest.raises(SchemaMismatchError) as refusal:
        check(contract, needs_of_code(tmp_path))
    said = str(refusal.value)
    assert "route.py:1: job_read has no parameter colour" in said
    assert "route.py:2: there is no procedure job_fly" in said


def test_routes_that_the_database_does_not_match(root: DatabaseSettings) -> None:
    app = Bottle()
    read = route.Shown("job/read.html", "job_read", initial="pay")
    route.post(app, "/j/<job_id>", "job_close", then="/{job.id}", said="{boss.name}", again=read)
    # Parts before the last may only lead back.
    route.post(app, "/e/<event_id>/<one_id>", "job_close", then="/e/{event_id}")
    route.get(app, "/l/<job>", route.Listed("job/list.html", "job_search", given={"hue": 1}))
    with Pool(root, 1).connection() as connection:
        contract, _ = read_contract(connection)
    with pytest.raises(SchemaMismatchError) as refusal:
        check(contract, route.needs_of(app))
    assert str(refusal.value).splitlines()[1:] == [
        "POST /j/<job_id>: job_close has no result set boss",
        "POST /j/<job_id>: job_read has no result set pay",
        "POST /e/<event_id>/<one_id>: job_close has no parameter one_id",
        "GET /l/<job>: job_search has no parameter hue",
        "GET /l/<job>: job_search has no parameter job",
    ]


FOUND_OUT = {"attempt_id", "password_hash", "token_hash", "client_address", "user_agent"}
"""Parameters that the shell finds out itself: no form may say them."""


def test_no_form_says_what_the_shell_finds_out(root: DatabaseSettings) -> None:
    app = Bottle()
    app.router.add_filter("id", lambda _: ("[0-9]+", int, str))
    for module in routes.MODULES:
        module.register(app)
    with Pool(root, 1).connection() as connection:
        contract, _ = read_contract(connection)
    forms = [rule.callback for rule in app.routes if isinstance(rule.callback, route.Form)]
    assert len(forms) > 100
    for form in forms:
        found_out = FOUND_OUT & contract[form.procedure].parameters.keys() - form.given.keys()
        assert not found_out or form.filled, f"{form.procedure}: {found_out}"


def test_the_pool_is_bounded(root: DatabaseSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.database.pool.WAIT_SECONDS", 0.05)
    pool = Pool(root, 1)
    with pool.connection(), pytest.raises(DatabaseAwayError), pool.connection():
        pass
    with pool.connection():
        pass
