#!/bin/sh
# Run an ./alumni command in the container, with the environment that the image was built with.
set -eu
if [ -r /run/secrets/db_password ]; then
    DB_PASSWORD=$(cat /run/secrets/db_password)
    export DB_PASSWORD
fi
export PYTHONPATH=/srv/alumni-sync
exec /srv/alumni-sync/.venv/bin/python -m tools "$@"
