"""`python -m web`: the site. Started by `./alumni up`, which hands over the settings."""

import sys

from tools.settings import SettingsError, load_web
from web.server import serve

try:
    settings = load_web()
except SettingsError as refusal:
    sys.exit(str(refusal))
serve(settings)
