"""The map of this room: url name = view = template = test. Stands before the streets: "nieuw" is no organisation."""

from django.urls import path

from doenwatwerkt.people import views

app_name = "people"
urlpatterns = [
    path("organisaties/", views.organisations, name="organisations"),
    path("organisaties/alle/", views.all_organisations, name="all_organisations"),
    path("organisaties/nieuw/", views.register, name="register"),
    path("organisaties/<slug:slug>/beheer/", views.manage, name="manage"),
    path("organisaties/<slug:slug>/wijzigen/", views.change_organisation, name="change_organisation"),
    path("organisaties/<slug:slug>/schrijfwijzen/", views.add_alias, name="add_alias"),
    path("organisaties/<slug:slug>/schrijfwijzen/<int:pk>/weghalen/", views.remove_alias, name="remove_alias"),
    path("organisaties/<slug:slug>/samenvoegen/", views.merge, name="merge"),
    path("organisaties/<slug:slug>/losmaken/", views.undo_merge, name="undo_merge"),
    path("organisaties/<slug:slug>/uitnodigen/", views.invite, name="invite"),
    path(
        "organisaties/<slug:slug>/uitnodigingen/<int:pk>/intrekken/",
        views.withdraw_invitation,
        name="withdraw_invitation",
    ),
    path("organisaties/<slug:slug>/leden/<int:pk>/afnemen/", views.take_role, name="take_role"),
    path("organisaties/<slug:slug>/vertrekken/", views.leave, name="leave"),
    path("organisaties/<slug:slug>/overdragen/", views.hand_over, name="hand_over"),
    path("uitnodiging/<str:token>/", views.accept, name="accept"),
    path("namens/", views.act_for, name="act_for"),
    path("wie-mag-wat/", views.who_may_what, name="who_may_what"),
    path("geschiedenis/<slug:kind>/<int:pk>/", views.history, name="history"),
    path("regios/", views.regions, name="regions"),
]
