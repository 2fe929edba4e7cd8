"""What can go wrong between a request and the database, as exceptions."""

from __future__ import annotations

from http import HTTPStatus


class ContractError(Exception):
    """A procedure refused (SQLSTATE 45nnn), or a value does not fit its parameter.

    `status` is the HTTP status, `field` the parameter that is meant (None: none in particular),
    `sentence` is for people, `retry_after` seconds to wait where there were too many tries.
    """

    def __init__(
        self,
        status: int,
        sentence: str,
        field: str | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.field = field
        self.retry_after = retry_after

    @property
    def is_about_values(self) -> bool:
        """Whether the person can mend it in the form they filled in."""
        return self.status in {
            HTTPStatus.BAD_REQUEST,
            HTTPStatus.CONFLICT,
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            HTTPStatus.UNPROCESSABLE_ENTITY,
            HTTPStatus.TOO_MANY_REQUESTS,
        }


class DatabaseAwayError(Exception):
    """No connection to the database can be had now."""


class SchemaMismatchError(Exception):
    """The database does not have what the code calls; the message names it."""
