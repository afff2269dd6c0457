"""The map of this room: url name = view = template = test."""

from django.urls import path

from doenwatwerkt.editing import views

app_name = "editing"
urlpatterns = [
    path("", views.index, name="index"),
    path("nieuw/<street:kind>/", views.begin_new, name="begin_new"),
    path("kaarten/<street:kind>/<slug:slug>/", views.card, name="card"),
    path("kaarten/<street:kind>/<slug:slug>/begin/", views.begin, name="begin"),
    path("kaarten/<street:kind>/<slug:slug>/versies/<int:number>/", views.restore, name="restore"),
    path("kaarten/<street:kind>/<slug:slug>/aanbod/", views.offer, name="offer"),
    path("kaarten/<street:kind>/<slug:slug>/aanbod/overnemen/", views.accept_offer, name="accept_offer"),
    path("kaarten/<street:kind>/<slug:slug>/aanbod/afwijzen/", views.decline_offer, name="decline_offer"),
    path("kaarten/<street:kind>/<slug:slug>/vervallen/", views.retire, name="retire"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/schrijven/", views.edit, name="edit"),
    path("<int:pk>/bewaren/", views.save, name="save"),
    path("<int:pk>/bewaren/vanzelf/", views.autosave, name="autosave"),
    path("<int:pk>/voorbeeld/", views.preview, name="preview"),
    path("<int:pk>/verschil/", views.difference, name="difference"),
    path("<int:pk>/bijwerken/", views.catch_up, name="catch_up"),
    path("<int:pk>/aanbieden/", views.hand_in, name="hand_in"),
    path("<int:pk>/terughalen/", views.take_back, name="take_back"),
    path("<int:pk>/intrekken/", views.drop, name="drop"),
    path("<int:pk>/plannen/", views.schedule, name="schedule"),
    path("<int:pk>/uitgeven/", views.publish, name="publish"),
]
