"""Settings of local mode: one person, no account, this machine only.

The database is SQLite in the data folder; every answer stays there. No session holds anything about the person.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.functional import SimpleLazyObject

from psoas.vocabulary.language import FOLDER, known, languages
from psoas.web.data_folder import DATABASE, data_folder, secret_key

HERE = Path(__file__).resolve().parent
DATA = data_folder()
env = environ.Env()

DEBUG = False
SECRET_KEY = SimpleLazyObject(lambda: secret_key(DATA))
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.list("PSOAS_HOSTS", default=[])]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in env.list("PSOAS_HOSTS", default=[])]
"""A proxy in front of this machine encrypts under one of these names; it must ask for a login, because Psoas has none."""
PHONE_ADDRESSES = tuple(env.list("PSOAS_HOSTS", default=[]))
PHONE_CODE: str = env.str("PSOAS_PHONE_CODE", default="")
"""Set by `psoas serve --phone` alone: whoever comes from outside this machine must have been paired with it."""
PHONE_UNTIL: int = env.int("PSOAS_PHONE_UNTIL", default=0)
"""The second until which a device may be paired with the code."""
PHONE_FINGERPRINT: str = env.str("PSOAS_PHONE_FINGERPRINT", default="")

ROOT_URLCONF = "psoas.web.urls"
WSGI_APPLICATION = "psoas.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "psoas.records",
    "psoas.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "psoas.web.language.PersonsLanguage",
    "psoas.web.request_rules.Border",
    "psoas.web.error_pages.RightClock",
    "psoas.web.access.PairedPhone",
    "psoas.web.fetch_metadata.FetchMetadata",
    "psoas.web.time_limit.Patience",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

FAMILIES = (
    "intake",
    "today",
    "assessment",
    "picture",
    "plan",
    "session",
    "offline",
    "diary",
    "progress",
    "therapist",
    "library",
    "flare",
    "breaks",
    "learn",
    "preferences",
    "handover",
    "patterns",
)
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates", *(HERE / family / "templates" for family in FAMILIES)],
        "OPTIONS": {
            "loaders": [
                ("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"]),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "psoas.web.appearance.appearance",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_htmx.templatetags.django_htmx",
                "psoas.web.templatetags.figures",
                "psoas.web.templatetags.links",
                "psoas.web.templatetags.words",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / DATABASE,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            # FULL: an entry that was acknowledged survives a power cut, not only a killed process.
            # secure_delete: what was deleted is overwritten, not only forgotten.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;",
        },
        "CONN_MAX_AGE": None,
    }
}

LANGUAGE_CODE = "en"
LANGUAGE = (asked := env.str("PSOAS_LANGUAGE", default="")) and known(asked)
"""What this machine speaks where a person has not chosen; empty: as the browser asks."""
LANGUAGES = [(language.code.lower(), language.name) for language in languages().values()]
LOCALE_PATHS = [FOLDER]
USE_I18N = True
USE_TZ = True
TIME_ZONE: str | None = env.str("PSOAS_TIME_ZONE", default=None)
"""None leaves this process in the machine's zone: a name here becomes TZ, and with it the person's day (`psoas.web.clock`).
Moments are stored in UTC either way."""

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
COLLECTED = env.bool("PSOAS_COLLECTED", default=False)
"""True once `psoas serve` has collected and compressed the static files; tests and tools read them where they lie."""
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not COLLECTED
WHITENOISE_AUTOREFRESH = not COLLECTED
WHITENOISE_ALLOW_ALL_ORIGINS = False

MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CSRF_FAILURE_VIEW = "psoas.web.error_pages.without_token"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = bool(PHONE_CODE)  # a phone's way in is encrypted, this machine's own is not
CSRF_COOKIE_HTTPONLY = False  # the outbox of finished sessions sends it back from the browser
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 6_000_000  # whatever is small enough to be read stays in memory
FILE_UPLOAD_TEMP_DIR = DATA  # and a larger file, before it is refused, never lies in a folder of all users

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF, "blob:"],
        "style-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "psoas.web.logs.QuietFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
HAS_SERVER = True
"""Other programs can ask this address, a calendar for one; the phone edition answers nobody but its own pages."""
