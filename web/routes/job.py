"""The job board."""

from __future__ import annotations

from bottle import Bottle

from web import route
from web.http import downloads, forms
from web.http.calls import call
from web.route import Listed, Shown

JOB = Shown("job/read.html", "job_read")
POSTING = "/jobs/{job_id}"
NEW = Shown("job/form.html", "job_form_read", initial="defaults")
EDITED = Shown("job/form.html", "job_form_read", initial="job")
APPLYING = Shown("job/apply.html", "job_read")
APPLICATION = Shown("job/application.html", "job_application_read")
APPLIED = "/applications/{application_id}"


def register(app: Bottle) -> None:
    """Add the routes."""
    route.get(app, "/jobs", Listed("job/list.html", "job_search", "job/list_results.html"))
    route.get(app, "/jobs/create", NEW)
    route.post(
        app,
        "/jobs/create",
        "job_post",
        again=NEW,
        then="/jobs/{job.id}",
        said="Your job is posted.",
    )
    # Opening counts as a view.
    route.get(app, "/jobs/<job_id:id>", Shown("job/read.html", "job_open"))
    route.get(app, "/jobs/<job_id:id>/edit", EDITED)
    route.post(
        app,
        "/jobs/<job_id:id>/edit",
        "job_edit",
        again=EDITED,
        then=POSTING,
        said="Your changes are saved.",
    )
    route.post(
        app,
        "/jobs/<job_id:id>/close",
        "job_close",
        again=JOB,
        then=POSTING,
        said="The job is closed to new applications.",
    )
    route.post(
        app,
        "/jobs/<job_id:id>/reopen",
        "job_reopen",
        again=JOB,
        then=POSTING,
        said="The job takes applications again.",
    )
    # Asks once, and says what happens.
    route.get(app, "/jobs/<job_id:id>/delete", Shown("job/delete.html", "job_form_read"))
    route.post(
        app,
        "/jobs/<job_id:id>/delete",
        "job_delete",
        then="/dashboard",
        said="{job.title} is deleted.",
        undo="/jobs/{job_id}/restore",
    )
    route.post(
        app,
        "/jobs/<job_id:id>/restore",
        "job_restore",
        again=JOB,
        then=POSTING,
        said="The job is back.",
    )
    route.get(app, "/jobs/<job_id:id>/apply", APPLYING)
    route.post(
        app,
        "/jobs/<job_id:id>/apply",
        "job_apply",
        again=APPLYING,
        then="/applications/{application.id}",
        said="Your application is on its way.",
    )
    route.get(app, "/jobs/<job_id:id>/applicants", Listed("job/applicants.html", "job_applicants"))
    route.get(app, "/applications/<application_id:id>", APPLICATION)
    route.post(
        app,
        "/applications/<application_id:id>/withdraw",
        "job_application_withdraw",
        again=APPLICATION,
        then=APPLIED,
        said="Your application is withdrawn.",
    )
    route.post(
        app,
        "/applications/<application_id:id>/move",
        "job_application_move",
        again=APPLICATION,
        then=APPLIED,
        said="We've emailed the applicant.",
    )
    route.post(
        app,
        "/applications/<application_id:id>/note",
        "job_application_note",
        again=APPLICATION,
        then=APPLIED,
        said="Your note is saved.",
    )
    app.get("/download/cv/<application_id:id>", callback=download_cv)
    app.get("/skills/suggest", callback=suggest_skills)


def download_cv(application_id: int) -> bytes:
    """Send the CV as a file to save: it never becomes a page of this site."""
    return downloads.send(call("job_cv_read", application_id=application_id).file)


def suggest_skills() -> dict[str, list[str]]:
    """Query: `prefix`. JSON: {"skills": [name, ...]}."""
    page = call("skill_suggest", **forms.read_query("prefix"))
    return {"skills": [row.name for row in page.skills]}
