"""Settings for tests: Psoas's own, with a data folder that is thrown away. No test reads or writes the person's data."""

import os
import tempfile

# Set before the settings are read, and inherited by every process that a test starts.
os.environ.setdefault("PSOAS_DATA", tempfile.mkdtemp(prefix="psoas-tests-"))
# Those processes are the real program: they read the real settings, in the same folder.
os.environ["DJANGO_SETTINGS_MODULE"] = "psoas.web.settings"

from psoas.web.settings import *  # noqa: F403  # all of them, as they are
