"""Every mutation."""

from __future__ import annotations

from tests.mutations.code import CODE
from tests.mutations.data import DATA
from tests.mutations.privileges import PRIVILEGES
from tests.mutations.tables import TABLES

# Data first: what is done to it needs the triggers, the constraints and the columns.
MUTATIONS = [*DATA, *PRIVILEGES, *CODE, *TABLES]
