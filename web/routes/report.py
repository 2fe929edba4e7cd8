"""The office's dashboard with its charts, and the reports that it prints or takes as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from bottle import Bottle, HTTPResponse

from web.files.csv_files import csv_response
from web.http import cookies, forms
from web.http.calls import call
from web.pages.render import render

COHORTS = ("from_year", "to_year", "degree", "campus")


class Table(NamedTuple):
    """A table as a chart is drawn from: names of the columns, and rows of a label and values."""

    columns: list[str]
    rows: list[tuple[str, list[int]]]


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/admin", callback=figures)
    app.post("/admin/refresh", callback=refresh)
    app.get("/admin/reports", callback=reports)
    app.get("/admin/reports/cohorts", callback=cohorts)
    app.get("/admin/reports/cohorts.csv", callback=cohorts_csv)
    app.get("/admin/reports/employment", callback=employment)
    app.get("/admin/reports/employment.csv", callback=employment_csv)
    app.get("/admin/reports/events", callback=events)
    app.get("/admin/reports/events.csv", callback=events_csv)


def figures() -> str:
    """report/figures.html: page.figures, tables by chart."""
    return _figures({})


def _figures(errors: dict[str, str]) -> str:
    page = call("report_figures")
    tables: dict[str, Table] = {}
    last = None
    for row in page.series:
        table = tables.setdefault(row.chart, Table([], []))
        if (row.chart, row.position) != last:
            table.rows.append((row.label, []))
            last = (row.chart, row.position)
        if len(table.rows) == 1:
            table.columns.append(row.series)
        table.rows[-1][1].append(row.value)
    return render("report/figures.html", page=page, tables=tables, errors=errors)


def refresh() -> HTTPResponse | str:
    """No fields. Shows the figures again on a refusal."""

    def action() -> HTTPResponse:
        call("report_refresh")
        return cookies.see_other("/admin", "The figures are counted anew.")

    return forms.submit(action, _figures)


def reports() -> str:
    """report/reports.html: page.figures."""
    return render("report/reports.html", page=call("report_figures"))


def cohorts() -> HTTPResponse | str:
    """report/cohorts.html: the result sets of report_cohorts, asked; None where it is refused."""
    asked = forms.read_query(*COHORTS)
    return _report("cohorts", "report_cohorts", asked)


def employment() -> HTTPResponse | str:
    """report/employment.html: the result sets of report_employment."""
    return _report("employment", "report_employment", forms.read_query("cohort"))


def events() -> HTTPResponse | str:
    """report/events.html: the result sets of report_events."""
    return _report("events", "report_events", forms.read_query("months"))


def _report(name: str, procedure: str, asked: dict[str, str | None]) -> HTTPResponse | str:
    """Show a report; where a filter is refused, the report without filters and what was wrong."""

    def show(errors: dict[str, str]) -> str:
        page = call(procedure, **({} if errors else asked))
        return render(f"report/{name}.html", page=page, values=asked, errors=errors)

    return forms.submit(lambda: show({}), show)


def cohorts_csv() -> Iterator[bytes]:
    """Send the cells of report_cohorts."""
    page = call("report_cohorts", **forms.read_query(*COHORTS))
    return csv_response(
        "cohorts",
        ("graduation_year", "degree", "campus", "alumni"),
        ((row.graduation_year, row.degree, row.campus, row.alumni_count) for row in page.cells),
    )


def employment_csv() -> Iterator[bytes]:
    """Send report_employment, one table below the other; suppressed cells are empty."""
    page = call("report_employment", **forms.read_query("cohort"))
    cohort = page.report.cohort_name

    def rows() -> Iterator[tuple[Any, ...]]:
        for row in page.cohorts:
            yield "cohort", row.name, "All", row.alumni_count, row.employed_count
        for row in page.degrees:
            yield "degree", cohort, row.degree, row.alumni_count, row.employed_count
        for row in page.industries:
            yield "industry", cohort, row.industry, row.alumni_count, None
        for row in page.companies:
            yield "company", cohort, row.company, row.alumni_count, None

    return csv_response(
        "employment", ("table", "cohort", "name", "alumni", "with_current_position"), rows()
    )


def events_csv() -> Iterator[bytes]:
    """Send the events of report_events."""
    page = call("report_events", **forms.read_query("months"))
    columns = (
        "id",
        "title",
        "starts_at",
        "registrations_count",
        "attended_count",
        "no_shows_count",
        "waiting_count",
        "cancelled_count",
    )
    return csv_response(
        "events",
        (
            "event",
            "title",
            "starts_at_utc",
            "registered",
            "attended",
            "no_shows",
            "waiting",
            "cancelled",
        ),
        ([row[column] for column in columns] for row in page.events),
    )
