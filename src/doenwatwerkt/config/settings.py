"""Every setting of the house; each environment differs only through DWW_* variables. Production unless told otherwise."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from doenwatwerkt.config.environment import (
    database,
    flag,
    items,
    local_secret,
    mail_server,
    named,
    openid_connect,
    origin,
)  # fmt: skip

ROOT = Path(os.getenv("DWW_ROOT") or Path(__file__).resolve().parents[3])
VAR = Path(os.getenv("DWW_VAR") or ROOT / "var")
DEBUG = flag("DWW_DEBUG")
DEMO = flag("DWW_DEMO")
LOCAL = DEBUG or DEMO
SEMANTIC = flag("DWW_SEMANTIC")

SECRET_KEY = os.getenv("DWW_SECRET_KEY") or (local_secret(VAR) if LOCAL else "")
ALLOWED_HOSTS = items("DWW_ALLOWED_HOSTS") or (["localhost", "127.0.0.1", "[::1]"] if LOCAL else [])
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "Zet DWW_SECRET_KEY op een lange geheime waarde (of DWW_DEMO=1 om iets uit te proberen)."
    )
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("Zet DWW_ALLOWED_HOSTS op de namen van deze site, met komma's ertussen.")
CSRF_FAILURE_VIEW = "doenwatwerkt.site.views.forbidden"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if not LOCAL else []
SITE_URL = os.getenv("DWW_SITE_URL", "http://localhost:8000" if LOCAL else f"https://{ALLOWED_HOSTS[0]}").rstrip("/")
CONTACT, SECURITY_CONTACT = os.getenv("DWW_CONTACT", ""), os.getenv("DWW_SECURITY_CONTACT", "")
SECRET_KEY_FALLBACKS = items("DWW_OLD_SECRET_KEYS")
LINK_HOSTS = items("DWW_LINK_HOSTS")
DATA_LICENCE, DATA_PUBLISHER = named("DWW_DATA_LICENCE"), named("DWW_DATA_PUBLISHER")
TRUSTED_PROXIES = int(os.getenv("DWW_TRUSTED_PROXIES", "0"))

ROOT_URLCONF = "doenwatwerkt.site.urls"
WSGI_APPLICATION = "doenwatwerkt.config.wsgi.application"
AUTH_USER_MODEL = "people.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ, TIME_ZONE, LANGUAGE_CODE = True, "Europe/Amsterdam", "nl"
LOGIN_URL, LOGIN_REDIRECT_URL = "/aanmelden/", "/mijn/"
DATABASES = {"default": database(os.getenv("DWW_DATABASE_URL", ""), VAR / "doenwatwerkt.sqlite3")}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
AUTHENTICATION_BACKENDS = ["doenwatwerkt.keys.adapter.backend.WithoutPasswords"]

OIDC = openid_connect()
ACCOUNT_USER_MODEL_USERNAME_FIELD, ACCOUNT_LOGIN_METHODS, ACCOUNT_SIGNUP_FIELDS = None, {"email"}, ["email*"]
ACCOUNT_EMAIL_VERIFICATION, ACCOUNT_RATE_LIMITS = "none", False
MFA_ADAPTER = "doenwatwerkt.keys.adapter.factors.SecondFactors"
MFA_SUPPORTED_TYPES, MFA_TOTP_TOLERANCE = ["totp", "webauthn", "recovery_codes"], 1
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [{
    "provider_id": "organisatie", "name": OIDC["name"], "client_id": OIDC["client"], "secret": OIDC["secret"],
    "settings": {"server_url": OIDC["url"]},
}] if OIDC else []}}  # fmt: skip

INSTALLED_APPS = [
    "django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions", "django.contrib.messages",
    "django.contrib.staticfiles", "django_htmx", "django_tasks_db",
    "allauth", "allauth.account", "allauth.mfa", "allauth.socialaccount",
    "doenwatwerkt.ui", "doenwatwerkt.journal", "doenwatwerkt.search", "doenwatwerkt.post", "doenwatwerkt.people",
    "doenwatwerkt.keys", "doenwatwerkt.catalogue", "doenwatwerkt.editing", "doenwatwerkt.commitments", "doenwatwerkt.site",
]  # fmt: skip
MIDDLEWARE = [
    "doenwatwerkt.ui.middleware.reference_number",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "doenwatwerkt.ui.middleware.lighter_gzip",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "doenwatwerkt.people.middleware.who_acts",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "doenwatwerkt.ui.middleware.reading_never_writes",
]
TEMPLATES = [{
    "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
    "OPTIONS": {
        "context_processors": ["doenwatwerkt.ui.context.page"],
        "builtins": ["django.templatetags.static", "doenwatwerkt.ui.templatetags.ui", "doenwatwerkt.ui.templatetags.cards"],
    },
}]  # fmt: skip

STATIC_URL, STATIC_ROOT = "/static/", VAR / "static"
_STATIC = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _STATIC},
}
WHITENOISE_USE_FINDERS = DEBUG

SECURE_CSP = {
    "default-src": [CSP.SELF], "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF, *([origin(OIDC["url"])] if OIDC else [])],  # the button that goes there is a form
    "frame-ancestors": [CSP.NONE],
    "object-src": [CSP.NONE], "img-src": [CSP.SELF, "data:"],
}  # fmt: skip
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
EMBED_ANCESTORS = items("DWW_EMBED_ANCESTORS") or ["*"]
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOCAL
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_HSTS_SECONDS = 0 if LOCAL else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not LOCAL
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

MAIL_FOLDER = VAR / "mail"
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": str(MAIL_FOLDER)},
    }
    if LOCAL
    else {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": mail_server(),
    }
}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.getenv("DWW_MAIL_FROM") or f"geen-antwoord@{urlsplit(SITE_URL).hostname}"
SILENCED_SYSTEM_CHECKS: list[str] = []
LOGGING = {
    "version": 1, "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django.tasks": {"level": "ERROR"}, "django_tasks_db": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": os.getenv("DWW_LOG_LEVEL", "WARNING")},
}  # fmt: skip
