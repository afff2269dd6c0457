"""The real addresses and two that go wrong, for the tests of error pages."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.urls import path

from doenwatwerkt.site import urls


@login_not_required
def broken(request):
    raise ZeroDivisionError("something nobody foresaw")


@login_not_required
def forbidden(request):
    raise PermissionDenied


urlpatterns = [path("stuk/", broken), path("verboden/", forbidden), *urls.urlpatterns]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
