"""The map of this room: url name = view = template = test."""

from django.urls import URLPattern

app_name = "editing"
urlpatterns: list[URLPattern] = []
