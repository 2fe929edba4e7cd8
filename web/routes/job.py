"""The job board."""

from __future__ import annotations

from typing import Any

from bottle import Bottle, HTTPResponse

from web.http import cookies, downloads, forms
from web.http.calls import call
from web.pages.render import is_fragment, render

FILTERS = (
    "search",
    "type",
    "skill",
    "location",
    "company",
    "is_remote",
    "salary_min",
    "level",
    "sort",
    "after",
)
FIELDS = (
    "title",
    "company_name",
    "job_type",
    "location",
    "is_remote",
    "experience_level",
    "description",
    "requirements",
    "salary_min",
    "salary_max",
    "salary_currency",
    "salary_period",
    "deadline",
    "vacancies",
    "skills",
    "target_audience",
)


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/jobs", callback=listing)
    app.get("/jobs/create", callback=create_form)
    app.post("/jobs/create", callback=create)
    app.get("/jobs/<job_id:id>", callback=detail)
    app.get("/jobs/<job_id:id>/edit", callback=edit_form)
    app.post("/jobs/<job_id:id>/edit", callback=edit)
    app.post("/jobs/<job_id:id>/close", callback=close)
    app.post("/jobs/<job_id:id>/reopen", callback=reopen)
    app.get("/jobs/<job_id:id>/delete", callback=delete_form)
    app.post("/jobs/<job_id:id>/delete", callback=delete)
    app.post("/jobs/<job_id:id>/restore", callback=restore)
    app.get("/jobs/<job_id:id>/apply", callback=apply_form)
    app.post("/jobs/<job_id:id>/apply", callback=apply)
    app.get("/jobs/<job_id:id>/applicants", callback=applicants)
    app.get("/applications/<application_id:id>", callback=application)
    app.post("/applications/<application_id:id>/withdraw", callback=withdraw)
    app.post("/applications/<application_id:id>/move", callback=move)
    app.post("/applications/<application_id:id>/note", callback=note)
    app.get("/download/cv/<application_id:id>", callback=download_cv)
    app.get("/skills/suggest", callback=suggest_skills)


def listing() -> str:
    """job/list.html, or its part job/list_results.html for htmx: page.jobs, page.page, values."""
    values = forms.read_query(*FILTERS)
    template = "job/list_results.html" if is_fragment() else "job/list.html"

    def show(page: Any, errors: dict[str, str]) -> str:  # noqa: ANN401
        return render(template, page=page, values=values, errors=errors)

    def action() -> Any:  # noqa: ANN401
        return show(call("job_search", **values), {})

    # A filter that does not exist: the list without filters, and what was wrong.
    return str(forms.submit(action, lambda errors: show(call("job_search"), errors)))


def detail(job_id: int) -> str:
    """job/read.html: the result sets of job_read. Opening counts as a view."""
    return render("job/read.html", page=call("job_open", job_id=job_id), values={}, errors={})


def create_form() -> str:
    """job/form.html: page.defaults, page.suggested_skills, values, errors; job None."""
    page = call("job_form_read")
    return render("job/form.html", page=page, values=dict(page.defaults))


def create() -> HTTPResponse | str:
    """Fields: FIELDS, `idempotency_key`."""
    values = forms.read(*FIELDS, "idempotency_key")

    def action() -> HTTPResponse:
        page = call("job_post", **values)
        return cookies.see_other(f"/jobs/{page.job.id}", "Your job is posted.")

    return forms.submit(
        action,
        lambda errors: render(
            "job/form.html", page=call("job_form_read"), values=values, errors=errors
        ),
    )


def edit_form(job_id: int) -> str:
    """job/form.html: page.job and as create_form."""
    page = call("job_form_read", job_id=job_id)
    return render("job/form.html", page=page, values=page.job)


def edit(job_id: int) -> HTTPResponse | str:
    """Fields: FIELDS, `revision` (what the editor saw)."""
    values = forms.read(*FIELDS, "revision")

    def action() -> HTTPResponse:
        call("job_edit", job_id=job_id, **values)
        return cookies.see_other(f"/jobs/{job_id}", "Your changes are saved.")

    return forms.submit(
        action,
        lambda errors: render(
            "job/form.html", page=call("job_form_read", job_id=job_id), values=values, errors=errors
        ),
    )


def _job_again(job_id: int) -> Any:  # noqa: ANN401
    """Return how to show a posting again with what was refused."""

    def show(errors: dict[str, str]) -> str:
        page = call("job_read", job_id=job_id)
        return render("job/read.html", page=page, values={}, errors=errors)

    return show


def close(job_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("job_close", job_id=job_id)
        return cookies.see_other(f"/jobs/{job_id}", "The job takes no more applications.")

    return forms.submit(action, _job_again(job_id))


def reopen(job_id: int) -> HTTPResponse | str:
    """Field: `deadline`, needed when the old one has passed."""
    values = forms.read("deadline")

    def action() -> HTTPResponse:
        call("job_reopen", job_id=job_id, **values)
        return cookies.see_other(f"/jobs/{job_id}", "The job takes applications again.")

    return forms.submit(action, _job_again(job_id))


def delete_form(job_id: int) -> str:
    """job/delete.html: page.job; asks once and says what happens."""
    return render("job/delete.html", page=call("job_form_read", job_id=job_id))


def delete(job_id: int) -> HTTPResponse:
    """No fields. The next page offers to undo."""
    title = call("job_delete", job_id=job_id).job.title
    return cookies.see_other("/dashboard", f"{title} is deleted.", undo=f"/jobs/{job_id}/restore")


def restore(job_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("job_restore", job_id=job_id)
        return cookies.see_other(f"/jobs/{job_id}", "The job is back.")

    return forms.submit(action, _job_again(job_id))


def apply_form(job_id: int) -> str:
    """job/apply.html: the result sets of job_read, values, errors."""
    return render("job/apply.html", page=call("job_read", job_id=job_id))


def apply(job_id: int) -> HTTPResponse | str:
    """Fields: `cover_letter`, `expected_salary`, `cv_file`, `idempotency_key`."""
    values = forms.read("cover_letter", "expected_salary", "idempotency_key")
    upload = forms.file("cv_file")

    def action() -> HTTPResponse:
        page = call(
            "job_apply",
            job_id=job_id,
            cv_content=upload.content if upload else None,
            cv_file_name=upload.name if upload else None,
            **values,
        )
        return cookies.see_other(
            f"/applications/{page.application.id}", "Your application is on its way."
        )

    return forms.submit(
        action,
        lambda errors: render(
            "job/apply.html", page=call("job_read", job_id=job_id), values=values, errors=errors
        ),
        {"cv_content": "cv_file", "cv_file_name": "cv_file"},
    )


def applicants(job_id: int) -> str:
    """job/applicants.html: page.job, page.applicants, page.counts, page.page."""
    values = forms.read_query("status", "after")
    page = call("job_applicants", job_id=job_id, **values)
    return render("job/applicants.html", page=page, values=values)


def application(application_id: int) -> str:
    """job/application.html: page.application, page.history, page.moves."""
    return _application(application_id, {}, {})


def _application(application_id: int, values: dict[str, Any], errors: dict[str, str]) -> str:
    page = call("job_application_read", application_id=application_id)
    return render("job/application.html", page=page, values=values, errors=errors)


def withdraw(application_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("job_application_withdraw", application_id=application_id)
        return cookies.see_other(
            f"/applications/{application_id}", "Your application is withdrawn."
        )

    return forms.submit(action, lambda errors: _application(application_id, {}, errors))


def move(application_id: int) -> HTTPResponse | str:
    """Fields: `to_status`, `from_status` (what the mover saw)."""
    values = forms.read("to_status", "from_status")

    def action() -> HTTPResponse:
        call("job_application_move", application_id=application_id, **values)
        return cookies.see_other(
            f"/applications/{application_id}", "The applicant is told by mail."
        )

    return forms.submit(action, lambda errors: _application(application_id, values, errors))


def note(application_id: int) -> HTTPResponse | str:
    """Field: `note`."""
    values = forms.read("note")

    def action() -> HTTPResponse:
        call("job_application_note", application_id=application_id, **values)
        return cookies.see_other(f"/applications/{application_id}", "Your note is saved.")

    return forms.submit(action, lambda errors: _application(application_id, values, errors))


def download_cv(application_id: int) -> bytes:
    """Send the CV as a file to save: it never becomes a page of this site."""
    return downloads.send(call("job_cv_read", application_id=application_id).file)


def suggest_skills() -> dict[str, list[str]]:
    """Query: `prefix`. JSON: {"skills": [name, ...]}."""
    page = call("skill_suggest", **forms.read_query("prefix"))
    return {"skills": [row.name for row in page.skills]}
