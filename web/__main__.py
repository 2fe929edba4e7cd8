"""`python -m web`: the site. Started by `./alumni up`, which hands over the settings."""

import sys

from web.server import serve
from web.settings import SettingsError, load_web

try:
    settings = load_web()
except SettingsError as refusal:
    sys.exit(str(refusal))
serve(settings)
