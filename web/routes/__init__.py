"""The routes: one module or package for each folder of procedures/, of the same name.

`site` has what needs no procedure.
"""

from web.routes import (
    about,
    announcement,
    directory,
    engagement,
    feed,
    feedback,
    graduation,
    home,
    job,
    mail,
    mentoring,
    moderation,
    notification,
    report,
    schema,
    site,
    verification,
)
from web.routes.account import settings, sign_in
from web.routes.admin import audit, lookups, people
from web.routes.event import calendar, crew, events
from web.routes.message import conversations, live
from web.routes.profile import own, person

MODULES = (
    site,
    home,
    sign_in,
    settings,
    own,
    person,
    directory,
    job,
    events,
    crew,
    calendar,
    announcement,
    about,
    graduation,
    verification,
    engagement,
    feedback,
    people,
    lookups,
    audit,
    mail,
    report,
    moderation,
    conversations,
    mentoring,
    notification,
    live,
    feed,
    schema,
)
"""In the order in which paths are looked up."""
