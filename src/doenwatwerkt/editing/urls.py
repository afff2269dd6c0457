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
    path("nakijken/", views.reviews, name="reviews"),
    path("nakijken/<int:pk>/", views.review, name="review"),
    path("nakijken/<int:pk>/afzien/", views.decline_review, name="decline_review"),
    path("nakijken/<int:pk>/herinneren/", views.remind_review, name="remind_review"),
    path("nakijken/<int:pk>/weghalen/", views.remove_review, name="remove_review"),
    path("nakijkers/<str:thing>/<int:pk>/", views.reviewers, name="reviewers"),
    path("nakijkers/<str:thing>/<int:pk>/collega/", views.ask_colleague, name="ask_colleague"),
    path("nakijkers/<str:thing>/<int:pk>/link/", views.ask_by_link, name="ask_by_link"),
    path("oordelen/", views.judgements, name="judgements"),
    path("oordelen/nieuw/<slug:slug>/", views.propose_judgement, name="propose_judgement"),
    path("oordelen/<int:pk>/", views.judgement, name="judgement"),
    path("oordelen/<int:pk>/schrijven/", views.save_judgement, name="save_judgement"),
    path("oordelen/<int:pk>/aanbieden/", views.hand_in_judgement, name="hand_in_judgement"),
    path("oordelen/<int:pk>/terughalen/", views.take_back_judgement, name="take_back_judgement"),
    path("oordelen/<int:pk>/intrekken/", views.drop_judgement, name="drop_judgement"),
    path("oordelen/<int:pk>/geven/", views.give_judgement, name="give_judgement"),
    path("tafel/", views.desk, name="desk"),
    path("tafel/<slug:key>/", views.desk_pile, name="desk_pile"),
    path("tafel/nakijken/<int:pk>/klopt/", views.confirm_card, name="confirm_card"),
    path("tafel/rechtsfeiten/<int:pk>/klopt/", views.confirm_fact, name="confirm_fact"),
    path("inbrengen/", views.bring_in, name="bring_in"),
    path("ingebracht/", views.brought_in, name="brought_in"),
    path("taalhulp/", views.language_help, name="language_help"),
]

links = [path("<str:token>/", views.by_link, name="by_link")]
"""For people without an account: /nakijken/<token>/, away from the pages of who signed in."""
