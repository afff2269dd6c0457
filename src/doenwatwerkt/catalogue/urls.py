"""The map of this room: url name = view = template = test."""

from django.urls import path

from doenwatwerkt.catalogue import views

app_name = "catalogue"
urlpatterns = [
    path("praktijken/", views.practices, name="practices"),
    path("praktijken/<slug:slug>.pdf", views.practice_pdf, name="practice_pdf"),
    path("praktijken/<slug:slug>/", views.practice, name="practice"),
    path("antwoorden/", views.answers, name="answers"),
    path("antwoorden/<slug:slug>.pdf", views.answer_pdf, name="answer_pdf"),
    path("antwoorden/<slug:slug>/", views.answer, name="answer"),
    path("materialen/", views.materials, name="materials"),
    path("materialen/<slug:slug>.pdf", views.material_pdf, name="material_pdf"),
    path("materialen/<slug:slug>/", views.material, name="material"),
    path("<street:kind>/<slug:slug>/hielp-dit/", views.helped, name="helped"),
    path("<street:kind>/<slug:slug>/hielp-dit/bedankt/", views.thanks, name="thanks"),
    path("menukaart/", views.menu, name="menu"),
    path("menukaart/vergelijken/", views.compare, name="compare"),
    path("menukaart/vergelijken.pdf", views.compare_pdf, name="compare_pdf"),
    path("te-laten/", views.stops, name="stops"),
    path("begin/", views.start, name="start"),
    path("begin/plan.pdf", views.plan_pdf, name="plan_pdf"),
    path("begrippen/", views.terms, name="terms"),
    path("zekerheid/", views.certainty, name="certainty"),
]
