"""Every mutation, and those that can be tried on a server that others use."""

from __future__ import annotations

from tests.mutations.code import CODE
from tests.mutations.data import DATA
from tests.mutations.privileges import OWNER, PRIVILEGES
from tests.mutations.tables import TABLES

# Data first: what is done to it needs the triggers, the constraints and the columns.
SHARED = [*DATA, *PRIVILEGES, *CODE, *TABLES]
MUTATIONS = [*SHARED, *OWNER]
