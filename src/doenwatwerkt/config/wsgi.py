"""Where a server finds us."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doenwatwerkt.config.settings")
application = get_wsgi_application()

from doenwatwerkt.search import queries  # noqa: E402 -- models need the application first

queries.warm()
# What is loaded by now stays: looking through all of it for waste, again and again, costs a visitor 20 ms now and then.
gc.collect()
gc.freeze()
