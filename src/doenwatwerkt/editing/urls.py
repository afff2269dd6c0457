"""The map of this room: url name = view = template = test."""

from django.urls import path

from doenwatwerkt.editing import views

app_name = "editing"
urlpatterns = [
    path("tafel/", views.desk, name="desk"),
    path("tafel/<slug:key>/", views.desk_pile, name="desk_pile"),
    path("tafel/nakijken/<int:pk>/klopt/", views.confirm_card, name="confirm_card"),
    path("tafel/rechtsfeiten/<int:pk>/klopt/", views.confirm_fact, name="confirm_fact"),
    path("inbrengen/", views.bring_in, name="bring_in"),
    path("ingebracht/", views.brought_in, name="brought_in"),
    path("taalhulp/", views.language_help, name="language_help"),
]
