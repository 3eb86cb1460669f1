"""The WSGI door: what granian serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psoas.web.settings")
application = get_wsgi_application()
