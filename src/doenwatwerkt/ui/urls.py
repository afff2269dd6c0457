"""The map of this room: one page that shows every component."""

from django.urls import path

from doenwatwerkt.ui import views

app_name = "ui"
urlpatterns = [path("", views.gallery, name="gallery")]
