"""The office's dashboard with its charts, and its reports on paper or as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bottle import Bottle

from web import route
from web.files.csv_files import csv_response
from web.http import forms
from web.http.calls import call
from web.pages.render import render
from web.route import Listed, Shown

COHORTS = ("from_year", "to_year", "degree", "campus")


class Table(NamedTuple):
    """The table that a chart is drawn from: column names, and rows of a label and values."""

    columns: list[str]
    rows: list[tuple[str, list[int]]]


def register(app: Bottle) -> None:
    """Add the routes."""
    route.get(app, "/admin", figures)
    route.post(
        app,
        "/admin/refresh",
        "report_refresh",
        again=figures,
        then="/admin",
        said="The figures are up to date.",
    )
    route.get(app, "/admin/reports", Shown("report/reports.html", "report_figures"))
    route.get(app, "/admin/reports/cohorts", Listed("report/cohorts.html", "report_cohorts"))
    route.get(
        app, "/admin/reports/employment", Listed("report/employment.html", "report_employment")
    )
    route.get(app, "/admin/reports/events", Listed("report/events.html", "report_events"))
    app.get("/admin/reports/cohorts.csv", callback=cohorts_csv)
    app.get("/admin/reports/employment.csv", callback=employment_csv)
    app.get("/admin/reports/events.csv", callback=events_csv)


def figures(
    values: Mapping[str, Any] | None = None, errors: Mapping[str, str] | None = None
) -> str:
    """Show the figures, and the table that each chart is drawn from."""
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
    return render(
        "report/figures.html",
        page=page,
        tables=tables,
        values=dict(values or {}),
        errors=dict(errors or {}),
    )


def cohorts_csv() -> Iterator[bytes]:
    """Send the counts of graduates by year, degree and campus."""
    page = call("report_cohorts", **forms.read_query(*COHORTS))
    return csv_response(
        "cohorts",
        ("graduation_year", "degree", "campus", "alumni"),
        ((row.graduation_year, row.degree, row.campus, row.alumni_count) for row in page.cells),
    )


def employment_csv() -> Iterator[bytes]:
    """Send the employment report, one table below the other; suppressed cells are empty."""
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
    """Send the attendance of each event."""
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
