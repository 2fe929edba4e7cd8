"""Routes as data: which procedure a path calls, with what, and what a person sees then.

What does not fit (a picture is turned, a password hashed) is a plain function; most does.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bottle import Bottle, HTTPResponse, Route

from web.database.client import Page
from web.database.contract import ACTOR, Need
from web.http import cookies, forms
from web.http.calls import call
from web.http.state import state
from web.pages.render import is_fragment, render

_PART = re.compile(r"<(\w+)")
Words = str | Callable[..., Any]
"""Text with result sets and parts of the path in it (`"/jobs/{job.id}"`), or a function that
returns it, of the page and the parts of the path."""


@dataclass(frozen=True)
class _Page:
    """What every page has, whatever its procedure."""

    template: str
    given: Mapping[str, Any] = field(default_factory=dict, kw_only=True)
    """Parameters that are always the same."""
    more: Mapping[str, Any] = field(default_factory=dict, kw_only=True)
    """What else the template has."""


@dataclass(frozen=True)
class Shown(_Page):
    """A page: a procedure's result sets in a template.

    As a callback it takes the parts of the path, of which the procedure gets those it has as
    parameters; a form that was refused gives `values` (what was typed) and `errors` (by field) as
    well.
    """

    procedure: str | None = None
    """Without one `page` is None."""
    initial: str | None = None
    """The result set whose row a form shows before anybody has typed."""

    def __call__(
        self,
        values: Mapping[str, Any] | None = None,
        errors: Mapping[str, str] | None = None,
        **path: Any,  # noqa: ANN401 - as the path has them
    ) -> str:
        """Call the procedure and render the page."""
        page = None
        if self.procedure:
            page = call(self.procedure, **_taken(self.procedure, path), **self.given)
        if values is None:
            values = getattr(page, self.initial) if self.initial else None
        return render(
            self.template,
            **{**self.more, **path},
            page=page,
            values=dict(values or {}),
            errors=dict(errors or {}),
        )


@dataclass(frozen=True)
class Listed(_Page):
    """A list that the address filters; a value that does not exist gives all, and what was wrong.

    Its filters are the procedure's parameters, but for those of the path and `limit`. The template
    has `asked` (the filters in use) and `values` (the filters as they were typed, also wrong ones).
    """

    procedure: str
    part: str | None = None
    """The template of what changes, for htmx."""
    also: tuple[str, ...] = ()
    """Values of the address that only the template needs, such as a layout."""

    def __call__(
        self,
        values: Mapping[str, Any] | None = None,
        errors: Mapping[str, str] | None = None,
        **path: Any,  # noqa: ANN401 - as the path has them
    ) -> str:
        """Call the procedure with the filters of the address and render the list.

        Where a form of the list's page was refused, the filters are those of the form's address.
        """
        fixed = {**_taken(self.procedure, path), **self.given}
        asked = forms.read_query(*_open(self.procedure, {*fixed, "limit"}))
        template = self.part if self.part and is_fragment() else self.template

        def show(filters: Mapping[str, Any], wrong: Mapping[str, str]) -> str:
            page = call(self.procedure, **fixed, **filters)
            return render(
                template,
                **{**self.more, **path},
                page=page,
                asked=dict(filters),
                values={**asked, **forms.read_query(*self.also), **(values or {})},
                errors=dict(wrong),
            )

        return show(asked, errors) if errors else forms.filtered(asked, show)


@dataclass(frozen=True)
class Form:
    """A form: its fields are the procedure's parameters, but for those of the path and `given`.

    A parameter that is a file (a BLOB) takes its content; `<parameter>_name`, if there is one,
    takes its name.
    """

    procedure: str
    then: Words
    """Where to go on; a function may return a finished answer instead, such as a part for htmx."""
    said: Words | None = None
    undo: Words = ""
    again: Callable[..., str] | None = None
    """Shows the page again with `values` and `errors`; without it a refusal is an error page."""
    given: Mapping[str, Any] = field(default_factory=dict)
    filled: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None
    """Makes further parameters from what was typed (a password's hash, a time in UTC)."""

    def __call__(self, **path: Any) -> HTTPResponse | str:  # noqa: ANN401 - as the path has them
        """Call the procedure with what was typed; go on, or show the page again."""
        fixed = {**_taken(self.procedure, path), **self.given}
        values, files = _typed(self.procedure, set(fixed))

        def action() -> HTTPResponse:
            made = self.filled(values) if self.filled else {}
            page = call(self.procedure, **{**values, **files, **made, **fixed})
            return self.go_on(page, path)

        if self.again is None:
            return action()
        again = self.again
        return forms.submit(action, lambda errors: again(values=values, errors=errors, **path))

    def go_on(self, page: Page, path: Mapping[str, Any]) -> HTTPResponse:
        """Go on from a form that was carried out, and say so."""
        then = _words(self.then, page, path)
        if isinstance(then, HTTPResponse):
            return then
        return cookies.see_other(
            then,
            _words(self.said, page, path) if self.said else None,
            undo=_words(self.undo, page, path),
        )


def get(app: Bottle, path: str, callback: Callable[..., Any]) -> None:
    """Add a page."""
    app.get(path, callback=callback)


def post(
    app: Bottle,
    path: str,
    procedure: str,
    *,
    then: Words,
    said: Words | None = None,
    undo: Words = "",
    again: Callable[..., str] | None = None,
    filled: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None,
    **given: Any,  # noqa: ANN401 - any SQL value
) -> None:
    """Add a form; `given` are parameters that are always the same."""
    app.post(path, callback=Form(procedure, then, said, undo, again, given, filled))


def takes_files(rule: Route) -> bool:
    """Return whether forms with files are sent to a route: it says so, or its procedure does."""
    if isinstance(rule.callback, Form):
        return bool(state().database.procedure(rule.callback.procedure).files)
    return bool(rule.config.get("takes_files"))


def needs_of(app: Bottle) -> list[Need]:
    """Return what the routes of an application need of the procedures."""
    needs = []
    for rule in app.routes:
        parts = _PART.findall(rule.rule)
        declared = rule.callback
        # A procedure takes the last part of its path; those before may only lead back, and a page
        # that is shown again need not take any.
        path = parts[-1:]
        while isinstance(declared, Shown | Listed | Form):
            taken = frozenset({*path, *declared.given})
            sets = _sets_of(declared) - set(parts)
            if declared.procedure:
                needs.append(Need(f"{rule.method} {rule.rule}", declared.procedure, taken, sets))
            declared = declared.again if isinstance(declared, Form) else None
            path = []
    return needs


def _sets_of(declared: Shown | Listed | Form) -> frozenset[str]:
    """Return the names that the words of a route use: result sets, and parts of the path."""
    if isinstance(declared, Form):
        words = (declared.then, declared.said, declared.undo)
        return frozenset(
            name.partition(".")[0]
            for text in words
            if isinstance(text, str)
            for _, name, _, _ in string.Formatter().parse(text)
            if name
        )
    initial = declared.initial if isinstance(declared, Shown) else None
    return frozenset({initial} if initial else ())


def _taken(procedure: str, path: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of the path that a procedure takes."""
    parameters = state().database.procedure(procedure).parameters
    return {name: value for name, value in path.items() if name in parameters}


def _open(procedure: str, closed: set[str]) -> list[str]:
    """Return the parameters that a person fills in."""
    parameters = state().database.procedure(procedure).parameters
    return [name for name in parameters if name not in {ACTOR, *closed}]


def _typed(procedure: str, fixed: set[str]) -> tuple[dict[str, str | None], dict[str, Any]]:
    """Return the form's texts, and the contents and names of its files, by parameter."""
    files: dict[str, Any] = {}
    contract = state().database.procedure(procedure)
    for name in contract.files:
        upload = forms.file(name)
        files[name] = upload.content if upload else None
        if f"{name}_name" in contract.parameters:
            files[f"{name}_name"] = upload.name if upload else None
    return forms.read(*_open(procedure, fixed | files.keys())), files


def _words(words: Words, page: Page, path: Mapping[str, Any]) -> Any:  # noqa: ANN401 - str, Markup
    if callable(words):
        return words(page, **path)
    return words.format(**path, **page.sets)
