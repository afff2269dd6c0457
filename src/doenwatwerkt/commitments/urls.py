"""The map of this room: url name = view = template = test."""

from django.urls import path, re_path

from doenwatwerkt.commitments import views

app_name = "commitments"
urlpatterns = [
    path("", views.index, name="index"),
    re_path(r"^(?P<ref>[a-z]-[0-9]{2})/$", views.show, name="show"),
    path("<slug:slug>/", views.line, name="line"),
]
