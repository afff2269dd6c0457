"""The map of this room: url name = view = template = test."""

from django.urls import path

from doenwatwerkt.people import views

app_name = "people"
urlpatterns = [
    path("organisaties/", views.organisations, name="organisations"),
    path("regios/", views.regions, name="regions"),
]
