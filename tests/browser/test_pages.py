"""Every page at three widths and in both themes, under the site's own policy.

Nothing is cut, lies on something else or moves by itself; axe finds nothing (WCAG 2.2 AA); the
browser reports nothing. `--pictures` keeps a picture of each in $ALUMNI_HOME/test/screenshots.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from tests.support.browser import Tab
from tests.support.gallery import FAULTS, STATES, VIEWS, examine, look_at

PAGES: dict[str | None, dict[str, int]] = {
    None: {
        "/": 200,
        "/about": 200,
        "/login": 200,
        "/register": 200,
        "/register?type=student": 200,
        "/forgot-password": 200,
        "/forgot-password?sent=1": 200,
        "/confirm?sent=1": 200,
        "/confirm/token": 200,
        "/account/confirm/token": 200,
        "/account/restore/token": 200,
        "/events/1": 200,
        "/events/calendar": 200,
        "/contact": 200,
        "/contact/sent": 200,
        "/feedback": 200,
        "/nothing-here": 404,
        "/reset-password/void": 404,
    },
    "student@example.com": {
        "/": 200,
        "/dashboard": 200,
        "/jobs": 200,
        "/jobs?search=python": 200,
        "/jobs?search=zzzz": 200,
        "/alumni": 200,
        "/alumni?search=li": 200,
        "/alumni?search=zzzz": 200,
        "/alumni?sort=nonsense": 422,
        "/students": 200,
        "/jobs?type=nonsense": 422,
        "/jobs/1": 200,
        "/events": 200,
        "/events?view=mine": 200,
        "/events?view=past": 200,
        "/events?view=mine_past": 200,
        "/events?search=zzzz": 200,
        "/events?view=nonsense": 422,
        "/events/1": 200,
        "/events/2": 200,
        "/events/3": 200,
        "/events/6": 404,
        "/events/create": 200,
        "/events/calendar": 200,
        "/events/calendar?month=x": 422,
        "/events/feed": 200,
        "/events/1/ticket": 200,
        "/events/1/check-in": 200,
        "/events/1/speakers": 403,
        "/events/invitations": 200,
        "/check-in/nothing": 404,
        "/jobs/10/apply": 200,
        "/applications/1": 200,
        "/jobs/create": 403,
        "/alumni/2": 200,
        "/students/3": 200,
        "/alumni/1": 404,
        "/account": 200,
        "/account/email": 200,
        "/account/password": 200,
        "/account/blocks": 200,
        "/people/2/block": 200,
        "/messages": 200,
        "/messages?folder=requests": 200,
        "/messages?folder=nonsense": 422,
        "/messages/search?search=a": 200,
        "/messages/search?search=zzzz": 200,
        "/messages/settings": 200,
        "/messages/compose/4": 200,
        "/messages/compose/3": 409,
        "/messages/1": 200,
        "/messages/4": 200,
        "/messages/2": 404,
        "/feed": 200,
        "/feed?view=following": 200,
        "/feed?view=nonsense": 422,
        "/feed?author=2": 200,
        "/feed?search=locks": 200,
        "/feed?search=zzzz": 200,
        "/feed?search=a": 422,
        "/posts/2": 200,
        "/posts/2?comment=6": 200,
        "/posts/4/edit": 200,
        "/posts/2/history": 200,
        "/posts/5": 404,
        "/posts/2/edit": 403,
        "/posts/6": 200,
        "/report/post/2": 200,
        "/report/comment/3": 200,
        "/notifications": 200,
        "/notifications?view=unread": 200,
        "/notifications?view=nonsense": 422,
        "/account/notifications": 200,
        "/unsubscribe/nothing": 404,
        "/report/person/2": 200,
        "/report/person/3": 409,
        "/admin/content": 403,
        "/delete_account": 200,
        "/announcements": 200,
        "/announcements?view=unread": 200,
        "/announcements?view=mine": 200,
        "/announcements?view=nonsense": 422,
        "/announcements/1": 200,
        "/announcements/11": 200,
        "/announcements/create": 200,
        "/about": 200,
        "/admin/about": 403,
        "/admin": 403,
        "/admin/reports": 403,
        "/schema": 403,
        "/graduation": 200,
        "/admin/graduation": 403,
        "/profile/edit": 200,
        "/verification": 200,
        "/contact": 200,
        "/feedback": 200,
        "/engagements": 200,
        "/engagements/1": 404,
        "/mentoring": 200,
        "/mentoring?view=received": 200,
        "/mentoring?view=nonsense": 422,
        "/mentoring/offer": 403,
        "/mentoring/ask/2": 200,
        "/mentoring/ask/3": 200,
        "/mentoring/ask/6": 200,
        "/mentoring/1": 200,
        "/mentoring/2": 200,
        "/mentoring/3": 200,
        "/mentoring/4": 404,
        "/admin/verification": 403,
        "/admin/inbox": 403,
        "/admin/engagements": 403,
    },
    "alumni@example.com": {
        "/dashboard": 200,
        "/jobs/1": 200,
        "/jobs/create": 200,
        "/jobs/1/edit": 200,
        "/jobs/1/applicants": 200,
        "/jobs/1/delete": 200,
        "/applications/1": 200,
        "/alumni/2": 200,
        "/students/3": 200,
        "/events/1": 200,
        "/events/1?status=waitlisted": 200,
        "/events/1?status=no_show": 200,
        "/events/1/edit": 200,
        "/events/1/cancel": 200,
        "/events/1/delete": 200,
        "/events/4": 200,
        "/events/6": 200,
        "/events/7": 200,
        "/events/11": 200,
        "/events/1/speakers": 200,
        "/events/1/speakers?search=li": 200,
        "/events/1/speakers?search=zzzz": 200,
        "/events/1/helpers": 200,
        "/events/1/helpers?search=a&directory=students": 200,
        "/events/1/reminders": 200,
        "/events/1/check-in": 200,
        "/events/1/check-in?search=zzzz": 200,
        "/events/1/check-in/walk-in?search=li": 200,
        "/events/invitations": 200,
        "/events/calendar": 200,
        "/announcements": 200,
        "/announcements/4/edit": 200,
        "/announcements/4/delete": 200,
        "/profile/visitors": 200,
        "/profile/view-as": 200,
        "/profile/view-as?kind=student": 200,
        "/profile/view-as?kind=nonsense": 422,
        "/graduation": 200,
        "/profile/edit": 200,
        "/verification": 200,
        "/engagements": 200,
        "/engagements/1": 200,
        "/engagements/2": 200,
        "/mentoring": 200,
        "/mentoring?view=asked": 200,
        "/mentoring/offer": 200,
        "/mentoring/1": 200,
        "/mentoring/4": 200,
        "/mentoring/5": 200,
    },
    "admin@example.com": {
        "/dashboard": 200,
        "/jobs/22": 200,
        "/events/4": 200,
        "/admin/graduation": 200,
        "/announcements?view=waiting": 200,
        "/announcements?view=all": 200,
        "/announcements/3": 200,
        "/announcements/11": 200,
        "/announcements/10/edit": 200,
        "/about": 200,
        "/admin/about": 200,
        "/admin/about/preview": 200,
        "/admin/about/hero": 200,
        "/admin/about/sections/1": 200,
        "/admin/about/cards/new": 200,
        "/admin/about/links/new": 200,
        "/admin/about/revisions": 200,
        "/admin/about/revisions/2": 200,
        "/admin/graduation/cohort": 200,
        "/admin/graduation/cohort?year=1950": 200,
        "/profile/edit": 200,
        "/admin/people": 200,
        "/admin/people?search=zzzz": 200,
        "/admin/people?sort=longest_away": 200,
        "/admin/people?state=pending": 200,
        "/admin/people/2": 200,
        "/admin/people/1": 200,
        "/admin/people/2/view-as": 200,
        "/admin/lookups/skills": 200,
        "/admin/lookups/degrees": 200,
        "/admin/lookups/campuses": 200,
        "/admin/lookups/skill_domains?search=zzzz": 200,
        "/admin/settings": 200,
        "/admin/audit": 200,
        "/admin/audit?action=nothing": 200,
        "/verification": 403,
        "/engagements": 200,
        "/engagements/1": 200,
        "/engagements/2": 200,
        "/admin/verification": 200,
        "/admin/verification?status=approved": 200,
        "/admin/verification?status=withdrawn&kind=degree": 200,
        "/admin/verification?status=nonsense": 422,
        "/admin/verification/1": 200,
        "/admin/verification/2": 200,
        "/feed": 200,
        "/posts/1": 200,
        "/posts/1/edit": 200,
        "/admin/content": 200,
        "/admin/content?status=upheld": 200,
        "/admin/content?status=nonsense": 422,
        "/admin/mail": 200,
        "/admin/mail?search=zzzz": 200,
        "/account/blocks": 200,
        "/admin/inbox": 200,
        "/admin/inbox?folder=bin": 200,
        "/admin/inbox?folder=resolved&kind=contact": 200,
        "/admin/inbox?folder=nonsense": 422,
        "/admin/inbox/contact/1": 200,
        "/admin/inbox/feedback/1": 200,
        "/admin/inbox/feedback/9999": 404,
        "/admin/engagements": 200,
        "/admin/engagements?status=completed": 200,
        "/admin/engagements?person=2": 200,
        "/admin/engagements?kind=nonsense": 422,
        "/admin/engagements/1": 200,
        "/admin/engagements/2": 200,
        "/admin/engagements/2/edit": 200,
        "/admin/engagements/new": 200,
        "/admin/engagements/new?search=zzzz": 200,
        "/admin/engagements/new/2": 200,
        "/admin": 200,
        "/admin/reports": 200,
        "/admin/reports/cohorts": 200,
        "/admin/reports/cohorts?from_year=1900": 422,
        "/admin/reports/employment": 200,
        "/admin/reports/events": 200,
        "/schema": 200,
        "/schema?kind=procedure&module=job": 200,
        "/schema?kind=nothing": 422,
        "/schema/table/users": 200,
        "/schema/procedure/job_apply": 200,
        "/schema/view/users": 404,
        "/graduation": 403,
        "/mentoring": 403,
    },
}


# So many that workers share them well.
PAGES_A_VISIT = 12
VISITS = [
    pytest.param(
        email,
        dict(itertools.islice(pages.items(), start, start + PAGES_A_VISIT)),
        id=f"{(email or 'visitor').partition('@')[0]}-{start}",
    )
    for email, pages in PAGES.items()
    for start in range(0, len(pages), PAGES_A_VISIT)
]


@pytest.mark.parametrize(("email", "visit"), VISITS)
def test_every_page(onlooker: Tab, email: str | None, visit: dict[str, int]) -> None:
    if email:
        db = onlooker.site.db
        onlooker.become(db.value("SELECT id FROM users WHERE email = %s", email))
    for path, status in visit.items():
        # A page whole; what a filter or a refusal makes of it is a state.
        look_at(onlooker, path, status, VIEWS if status == 200 and "?" not in path else STATES)


def test_the_examination_finds_faults(tab: Callable[..., Tab]) -> None:
    one = tab(viewport={"width": 360, "height": 800})
    one.page.goto("/login")
    assert one.page.evaluate(FAULTS, "dark") == []
    one.page.evaluate(
        """() => {
            document.querySelector("#password").style.marginBlockStart = "-6rem";
            const button = document.querySelector("main .button");
            button.tabIndex = -1;
            button.style.cssText = "inline-size: 2rem; white-space: nowrap";
            document.querySelector("h1").style.cssText = "inline-size: 40rem";
        }"""
    )
    faults = "; ".join(one.page.evaluate(FAULTS, "dark"))
    for sentence in ("too wide", "are cut", "lies on", "the keyboard does not reach"):
        assert sentence in faults, faults


def test_the_examination_finds_pale_words(tab: Callable[..., Tab]) -> None:
    one = tab(viewport={"width": 360, "height": 800})
    one.page.goto("/login")
    examine(one, "/login", STATES)
    one.page.evaluate("""document.querySelector("main h1").style.color = "#444" """)
    with pytest.raises(AssertionError, match="color-contrast"):
        examine(one, "/login", STATES)


def test_the_theme_is_chosen_without_a_script(tab: Callable[..., Tab]) -> None:
    one = tab(java_script_enabled=False)
    one.page.goto("/login")
    one.page.click("button[value=light]")
    assert one.page.locator("html").get_attribute("data-theme") == "light"
    assert one.page.url.endswith("/login")
