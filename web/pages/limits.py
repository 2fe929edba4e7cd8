"""How much a person can type into a field, as the procedures that take it say."""

from __future__ import annotations

from markupsafe import Markup

from web.database.client import Database
from web.http.uploads import LARGEST_FILE_WORDS


class Limits:
    """The limits of one page's fields. Each form starts with the name of its procedure."""

    file = LARGEST_FILE_WORDS

    def __init__(self, database: Database) -> None:
        self._database = database
        self._procedure: str | None = None

    def start(self, procedure: str | None) -> None:
        """Begin a form; its fields are the parameters of the procedure."""
        self._procedure = procedure

    def __call__(self, field: str, procedure: str | None = None) -> Markup:
        """Return the attribute of a field of this form, or of a form that only searches."""
        asked = procedure or self._procedure
        most = self._database.most_characters(asked, field) if asked else None
        return Markup('maxlength="{}"').format(most) if most else Markup()
