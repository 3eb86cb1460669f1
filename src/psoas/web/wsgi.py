"""The WSGI door: what granian serves."""

import os

from django.core.wsgi import get_wsgi_application

from psoas.web.guest import read_only

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psoas.web.settings")
application = read_only(get_wsgi_application()) if os.environ.get("PSOAS_GUEST") else get_wsgi_application()
