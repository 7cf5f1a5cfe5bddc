"""The application that a web server runs."""

from comity_web.site.configured import configure

configure()

from django.core.wsgi import get_wsgi_application  # noqa: E402 (the settings are named first)

application = get_wsgi_application()
