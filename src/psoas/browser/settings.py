"""Settings of the phone edition: the local server's, less what only a server needs.

One request at a time, one connection, no thread: SQLite may write its journal in memory, because whole files are kept by the
store. Frames of our own origin are allowed, since the shell shows every page in one.
"""

import os
from pathlib import Path

os.environ["PSOAS_COLLECTED"] = "1"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Python runs inside the browser's event loop, alone

from psoas.web.settings import *  # noqa: F403  # all of them, as they are
from psoas.web.settings import CONTENT_SECURITY_POLICY, DATABASES, MIDDLEWARE, STATIC_ROOT, STORAGES

SERVER_ONLY = (
    "psoas.web.access.PairedPhone",
    "psoas.web.fetch_metadata.FetchMetadata",
    "psoas.web.time_limit.Patience",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
)
"""Who may come in, what other sites may ask, files and their compression: here the browser itself sees to these."""
MIDDLEWARE = [name for name in MIDDLEWARE if name not in SERVER_ONLY]

DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=MEMORY; PRAGMA foreign_keys=ON;"  # type: ignore[index]  # Django's own shape
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"

STATIC_ROOT = Path(os.environ.get("PSOAS_STATIC", STATIC_ROOT))
"""In the browser only the list of names lies there; the files themselves are the host's."""

HAS_SERVER = False
X_FRAME_OPTIONS = "SAMEORIGIN"
CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-ancestors"] = ["'self'"]
ALLOWED_HOSTS = ["*"]
"""The host is whoever serves the files; no request reaches Python but through our own service worker."""
