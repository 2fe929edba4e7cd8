"""Structured logs: a JSON object a line on standard error. Nothing secret, no query strings."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
import traceback
from typing import Any

_logger = logging.getLogger("alumni")


def configure() -> None:
    """Send the lines to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonFormatter())
    _logger.handlers = [handler]
    _logger.setLevel(logging.INFO)
    _logger.propagate = False


def write(event: str, **facts: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Write a line."""
    _logger.info(event, extra={"facts": facts})


def write_defect(event: str, error: BaseException, **facts: Any) -> None:  # noqa: ANN401
    """Write a line with a stack trace, which no page ever shows."""
    trace = "".join(traceback.format_exception(error))
    _logger.error(event, extra={"facts": {**facts, "trace": trace}})


class _JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        return json.dumps(line, default=str, ensure_ascii=False)
