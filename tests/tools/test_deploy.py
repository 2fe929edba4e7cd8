"""The samples of deploy/: each read by its own tool, and the proxies tried in front of the site."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import check_jsonschema
import httpx
import pytest
import typer
from click.testing import CliRunner
from platformdirs import user_cache_path
from ruamel.yaml import YAML

from tests.support import programs
from tests.support.accounts import email_of
from tests.support.database import PASSWORD, Database
from tests.support.messages import acquainted, send
from tests.support.programs import Program
from tests.support.server import Server
from tests.support.site import Browser, Site, free_port
from tests.support.sources import CHECKOUT
from tools.cli import app
from tools.migrate import grants
from tools.migrate.api import open_session
from web.http.uploads import LARGEST_BODY, MEGABYTE
from web.settings import DatabaseSettings

DEPLOY = CHECKOUT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
MOST_EXPOSED = 20
"""What `systemd-analyze security` may say at most, in tenths: 0 is closed, 100 is open."""
NAME = "alumni.university.example"
"""The site's name in the samples."""
CLIENT = "127.0.0.2"
"""Where browsers come from: not the loopback address that proxies come from."""
KNOWN = set(re.findall(r"^#?([A-Z_]+)=", (CHECKOUT / ".env.example").read_text(), re.M))


@pytest.fixture(scope="module")
def kit() -> dict[str, Program]:
    """Return nginx, caddy, openssl, systemd-analyze. Fails where one of them cannot be had."""
    cache = Path(os.environ.get("ALUMNI_CACHE") or user_cache_path("alumni-sync"))
    try:
        return programs.find(cache)
    except programs.MissingProgramError as reason:
        pytest.fail(str(reason))


# systemd


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Return the root folder of a machine on which deploy/README.md was followed."""
    for place in ("etc/systemd/system", "srv/alumni-sync", "usr/bin"):
        (tmp_path / place).mkdir(parents=True)
    for unit in UNITS:
        shutil.copy(unit, tmp_path / "etc/systemd/system")
    shutil.copy(CHECKOUT / "alumni", tmp_path / "srv/alumni-sync")
    (tmp_path / "usr/bin/find").touch(0o755)
    # What every machine has, and the units lean on.
    for name in ("sysinit", "basic", "shutdown", "network-online", "time-set", "time-sync"):
        (tmp_path / f"etc/systemd/system/{name}.target").write_text("[Unit]\n")
    return tmp_path


def verify(kit: dict[str, Program], machine: Path) -> str:
    """Return what systemd has against the units; it warns with exit code 0."""
    names = [unit.name for unit in UNITS]
    done = kit["systemd-analyze"].run("verify", "--man=no", f"--root={machine}", *names)
    return done.stderr or ("" if done.returncode == 0 else f"exit code {done.returncode}")


def test_systemd_understands_the_units(kit: dict[str, Program], machine: Path) -> None:
    assert verify(kit, machine) == ""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("NoNewPrivileges", "NoNewPriviledges"), ("alumni up", "alumnus up"), ("=mixed", "=mixt")],
)
def test_systemd_finds_a_mistake(
    kit: dict[str, Program], machine: Path, right: str, wrong: str
) -> None:
    unit = machine / "etc/systemd/system/alumni-sync.service"
    text = unit.read_text()
    assert right in text
    unit.write_text(text.replace(right, wrong))
    assert "alumni-sync.service" in verify(kit, machine)


def test_the_services_are_hardened(kit: dict[str, Program]) -> None:
    for unit in SERVICES:
        done = kit["systemd-analyze"].run(
            "security", "--no-pager", "--offline=true", f"--threshold={MOST_EXPOSED}", unit
        )
        assert done.returncode == 0, done.stdout[-300:] + done.stderr


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_the_services_start_commands_that_exist(unit: Path) -> None:
    (words,) = re.findall(r"^ExecStart=/srv/alumni-sync/alumni (.+)$", unit.read_text(), re.M)
    name, *options = words.split()
    command = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]
    # Parses the options as the command line does, and refuses one that does not exist.
    command.make_context(name, options)


# Settings that the samples hand to the application


def test_the_environment_file_names_settings() -> None:
    text = (DEPLOY / "alumni-sync.env.example").read_text()
    names = set(re.findall(r"^([A-Z_]+)=", text, re.M))
    assert {"DB_PASSWORD", "PUBLIC_URL", "TRUSTED_PROXIES"} <= names <= KNOWN


def test_compose_names_settings() -> None:
    services = YAML(typ="safe").load(DEPLOY / "compose.yaml")["services"]
    assert services["app"]["environment"].keys() <= KNOWN
    caddy = (DEPLOY / "Caddyfile").read_text()
    assert set(re.findall(r"{\$([A-Z_]+)", caddy)) == services["caddy"]["environment"].keys()


# Containers


def test_compose_has_the_form_of_the_specification() -> None:
    words = ["--builtin-schema", "vendor.compose-spec", str(DEPLOY / "compose.yaml")]
    done = CliRunner().invoke(check_jsonschema.main, words)
    assert done.exit_code == 0, done.output


def test_the_dockerfile_passes_its_linter() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    done = subprocess.run(
        [hadolint, DEPLOY / "Dockerfile"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_entrypoint_can_be_run() -> None:
    script = DEPLOY / "docker-entrypoint.sh"
    assert f"/srv/alumni-sync/{script.relative_to(CHECKOUT)}" in (DEPLOY / "Dockerfile").read_text()
    assert os.access(script, os.X_OK)
    subprocess.run(["sh", "-n", script], check=True)


# Proxies


class Proxy:
    """A proxy with TLS in front of a site, made from its sample."""

    def __init__(self, kit: dict[str, Program], folder: Path, site: Site) -> None:
        self.folder = folder
        self.kit = kit
        self.site = site
        self.http_port = free_port()
        self.https_port = free_port()
        self.log = folder / "proxy.log"

    def start(self) -> subprocess.Popen[bytes]:
        """Start it."""
        raise NotImplementedError

    def authority(self) -> Path:
        """Return the certificate of the authority that clients trust."""
        raise NotImplementedError

    def wait(self, process: subprocess.Popen[bytes]) -> None:
        """Return when it answers; fails with its log when it has ended."""
        end = time.monotonic() + 60
        while True:
            try:
                with self.client() as client:
                    assert client.get("/healthz").status_code == 200
            except (httpx.HTTPError, OSError):
                is_lost = process.poll() is not None or time.monotonic() > end
                assert not is_lost, self.log.read_text()[-3000:]
                time.sleep(0.05)
            else:
                return

    def client(self) -> httpx.Client:
        """Return a client on another address that looks closely at the certificate."""
        context = ssl.create_default_context(cafile=self.authority())
        return httpx.Client(
            base_url=f"https://127.0.0.1:{self.https_port}",
            headers={"Host": NAME},
            event_hooks={"request": [lambda asked: asked.extensions.update(sni_hostname=NAME)]},
            transport=httpx.HTTPTransport(verify=context, local_address=CLIENT),
            timeout=30,
        )

    def browser(self) -> Browser:
        """Return a browser that reaches the site through it."""
        browser = Browser(self.site)
        browser.http = self.client()
        browser.headers["Origin"] = f"https://{NAME}"
        return browser


class Nginx(Proxy):
    """deploy/nginx.conf inside a configuration that needs no rights."""

    def configuration(self) -> Path:
        """Write it with ports, certificate and application of this test; returns the file."""
        text = (DEPLOY / "nginx.conf").read_text()
        for pattern, here in (
            (r"listen \[::\]:\d+[^;]*;", ""),
            (r"listen 80;", f"listen 127.0.0.1:{self.http_port};"),
            (r"listen 443 ", f"listen 127.0.0.1:{self.https_port} "),
            (rf"/etc/letsencrypt/live/{NAME}", str(self.folder)),
            (r"http://127\.0\.0\.1:5000", self.site.url),
        ):
            text, count = re.subn(pattern, here, text)
            assert count, pattern
        places = "".join(
            f"{kind}_temp_path {self.folder / kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        file = self.folder / "nginx.conf"
        file.write_text(
            f"daemon off;\nmaster_process off;\npid {self.folder / 'pid'};\n"
            f"error_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{places}{text}}}\n"
        )
        return file

    def certify(self) -> None:
        """Make a certificate that is its own authority."""
        done = self.kit["openssl"].run(
            *("req", "-x509", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"),
            *("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
            *("-addext", f"subjectAltName=DNS:{NAME}"),
            *("-keyout", self.folder / "privkey.pem", "-out", self.authority()),
        )
        assert done.returncode == 0, done.stderr

    def words(self) -> tuple[str, ...]:
        """Return the options that name the configuration."""
        return "-p", str(self.folder), "-e", "stderr", "-c", str(self.configuration())

    def start(self) -> subprocess.Popen[bytes]:
        self.certify()
        return self.kit["nginx"].start(*self.words(), log=self.log)

    def authority(self) -> Path:
        return self.folder / "fullchain.pem"


class Caddy(Proxy):
    """deploy/Caddyfile as it is, imported by options that make certificates here."""

    @property
    def environment(self) -> dict[str, str]:
        """Where Caddy keeps what it makes, and what the sample asks for."""
        return {
            "HOME": str(self.folder),
            "XDG_DATA_HOME": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder),
            "SITE_ADDRESS": NAME,
            "UPSTREAM": self.site.url.removeprefix("http://"),
        }

    def start(self) -> subprocess.Popen[bytes]:
        file = self.folder / "Caddyfile"
        file.write_text(
            "{\n\tadmin off\n\tlocal_certs\n\tskip_install_trust\n"
            f"\tdefault_bind 127.0.0.1\n\thttp_port {self.http_port}\n"
            f"\thttps_port {self.https_port}\n}}\nimport {DEPLOY / 'Caddyfile'}\n"
        )
        words = ("run", "--adapter", "caddyfile", "--config", file)
        return self.kit["caddy"].start(*words, log=self.log, **self.environment)

    def authority(self) -> Path:
        return self.folder / "caddy/pki/authorities/local/root.crt"


@pytest.fixture(scope="module")
def site(db: Database, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site as the service runs it: it believes the proxy, and nobody else."""
    account = DatabaseSettings(
        f"proxied_{secrets.token_hex(6)}", secrets.token_hex(16), db.schema, socket=server.socket
    )
    session = open_session(server.database(db.schema))
    grants.make_login(session, account, grants.WEB, "localhost")
    here = Site(db, account, tmp_path_factory.mktemp("home"), TRUSTED_PROXIES="127.0.0.1")
    try:
        here.start()
        yield here
    finally:
        code = here.stop()
        session.run(f"DROP USER {account.user}@localhost")
        session.connection.close()
    assert code == 0


@pytest.fixture(scope="module", params=[Nginx, Caddy])
def proxy(
    request: pytest.FixtureRequest,
    kit: dict[str, Program],
    site: Site,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Proxy]:
    """Return a proxy that answers."""
    make: Callable[[dict[str, Program], Path, Site], Proxy] = request.param
    proxy = make(kit, tmp_path_factory.mktemp("proxy"), site)
    process = proxy.start()
    try:
        proxy.wait(process)
        yield proxy
    finally:
        process.terminate()
        process.wait(30)


def test_nginx_accepts_its_sample(kit: dict[str, Program], site: Site, tmp_path: Path) -> None:
    nginx = Nginx(kit, tmp_path, site)
    nginx.certify()
    done = kit["nginx"].run("-t", *nginx.words())
    assert done.returncode == 0, done.stderr


def test_caddy_accepts_its_sample(kit: dict[str, Program], tmp_path: Path) -> None:
    sample = DEPLOY / "Caddyfile"
    words = ("validate", "--adapter", "caddyfile", "--config", sample)
    home = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    done = kit["caddy"].run(*words, **home)
    assert done.returncode == 0, done.stderr
    assert "not formatted" not in done.stderr


def test_http_leads_to_https(proxy: Proxy) -> None:
    answer = httpx.get(f"http://127.0.0.1:{proxy.http_port}/jobs?a=1", headers={"Host": NAME})
    assert answer.status_code == 308
    assert re.fullmatch(rf"https://{NAME}(:\d+)?/jobs\?a=1", answer.headers["Location"])


def test_the_site_knows_of_tls_and_where_the_browser_is(proxy: Proxy, site: Site) -> None:
    me = site.db.alumnus()
    browser = proxy.browser()
    page = browser.get("/login")
    assert "Strict-Transport-Security" in page.response.headers
    # Somebody who says to be elsewhere, without TLS, is not believed.
    browser.http.headers.update({"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "http"})
    fields = {"email": email_of(site.db, me), "password": PASSWORD}
    assert browser.submit("/login", fields).status == 303
    assert browser.cookie("__Host-alumni_session")
    seen = site.db.value("SELECT client_address FROM user_sessions WHERE user_id = %s", me)
    assert seen == CLIENT


def test_live_events_come_while_the_stream_is_open(proxy: Proxy, site: Site) -> None:
    one, two = site.db.alumnus(), site.db.student()
    acquainted(site.db, one, two)
    browser = proxy.browser()
    browser.submit("/login", {"email": email_of(site.db, two), "password": PASSWORD})
    with browser.http.stream("GET", "/live", headers={"Accept": "text/event-stream"}) as answer:
        assert answer.status_code == 200
        lines = answer.iter_lines()
        # A proxy that collects would keep this to itself until the stream ends.
        assert next(lines).startswith("retry:")
        send(site.db, one, two)
        assert "event: message" in lines


def test_the_limits_of_bodies_are_the_applications(proxy: Proxy, site: Site) -> None:
    browser = proxy.browser()
    person = site.db.alumnus()
    browser.submit("/login", {"email": email_of(site.db, person), "password": PASSWORD})
    kind = {"Content-Type": "multipart/form-data; boundary=form"}
    fits = browser.post("/feed", b"x" * (LARGEST_BODY - MEGABYTE), **kind)
    assert fits.status in (400, 403), "the application looked at the form"
    too_large = browser.post("/feed", b"x" * (LARGEST_BODY + 1), **kind)
    assert too_large.status == 413
    assert "16 MB" in too_large.text, "the application's sentence, not the proxy's"
