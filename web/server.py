"""Serve the application: gunicorn with gevent workers, or gevent alone where there is no fork."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any

from web.settings import WebSettings

GRACE_SECONDS = 10
ANSWER_SECONDS = 120
_MMAP_THRESHOLD = -3
"""M_MMAP_THRESHOLD of malloc.h."""


def serve(settings: WebSettings) -> None:
    """Serve until a signal says stop."""
    if hasattr(os, "fork"):
        _gunicorn(settings)
    else:
        _gevent(settings)


def _gunicorn(settings: WebSettings) -> None:
    from gunicorn.app.base import BaseApplication
    from gunicorn.arbiter import Arbiter

    class Application(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            host = f"[{settings.host}]" if ":" in settings.host else settings.host
            inherited = settings.listener is not None
            options: dict[str, Any] = {
                "bind": f"fd://{settings.listener}" if inherited else f"{host}:{settings.port}",
                "worker_class": "gevent",
                "workers": settings.workers,
                # Most of them are pages that listen.
                "worker_connections": 4000,
                "timeout": ANSWER_SECONDS,
                "graceful_timeout": GRACE_SECONDS,
                # A connection that nobody uses would hold up stopping for that long.
                "keepalive": 5,
                # A search with filters in letters that take nine bytes each.
                "limit_request_line": 8190,
                # Believing whom is decided in web/http/proxies.py.
                "forwarded_allow_ips": "127.0.0.1",
                "secure_scheme_headers": {},
                "loglevel": "warning",
                "proc_name": "alumni-web",
                "post_worker_init": _start_mailer,
                "worker_tmp_dir": "/dev/shm" if os.path.isdir("/dev/shm") else None,  # noqa: PTH112, S108
            }
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> Any:  # noqa: ANN401
            # In the worker, after gevent has patched the standard library.
            from web import logs
            from web.app import make_app
            from web.database.errors import SchemaMismatchError

            logs.configure()
            try:
                return make_app(settings)
            except SchemaMismatchError as refusal:
                # gunicorn's own code for it: the master ends as well, and says no more.
                print(refusal, file=sys.stderr, flush=True)
                sys.exit(Arbiter.APP_LOAD_ERROR)

    def _start_mailer(worker: Any) -> None:  # noqa: ANN401
        from web.live.hub import Hub
        from web.mail.sender import start

        Hub.worker = worker

        _give_memory_back()
        start(settings)

    Application().run()


def _give_memory_back() -> None:
    """Make glibc return large blocks to the system immediately: uploads and Argon2's memory.

    By default it raises its threshold after the first large blocks and keeps later ones, so a
    worker stays as large as its peak.
    """
    import ctypes

    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, 2**20)


def _gevent(settings: WebSettings) -> None:
    from gevent import monkey

    monkey.patch_all()
    from gevent.pywsgi import WSGIServer

    from web import logs
    from web.app import make_app
    from web.database.errors import SchemaMismatchError
    from web.mail.sender import start

    logs.configure()
    try:
        application = make_app(settings)
    except SchemaMismatchError as refusal:
        sys.exit(str(refusal))
    start(settings)
    WSGIServer((settings.host, settings.port), application, log=None).serve_forever()
