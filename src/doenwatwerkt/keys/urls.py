"""The map of this room: url name = view = template = test."""

from django.urls import path

from doenwatwerkt.keys import views

app_name = "keys"
urlpatterns = [
    path("aanmelden/", views.sign_in, name="sign_in"),
    path("aanmelden/code/", views.enter_code, name="enter_code"),
    path("aanmelden/nieuw/", views.sign_up, name="sign_up"),
    path("aanmelden/tweede-stap/", views.second_step, name="second_step"),
    path("aanmelden/opnieuw/", views.confirm_again, name="confirm_again"),
    path("aanmelden/passkey/", views.passkey, name="passkey"),
    path("aanmelden/passkey/vraag/", views.passkey_options, name="passkey_options"),
    path("aanmelden/organisatie/", views.oidc, name="oidc"),
    path("aanmelden/organisatie/terug/", views.oidc_back, name="oidc_back"),
    path("mijn/beveiliging/", views.security, name="security"),
    path("mijn/beveiliging/app/", views.add_app, name="add_app"),
    path("mijn/beveiliging/passkey/", views.add_passkey, name="add_passkey"),
    path("mijn/beveiliging/passkey/vraag/", views.new_passkey_options, name="new_passkey_options"),
    path("mijn/beveiliging/herstelcodes/", views.recovery_codes, name="recovery_codes"),
    path("mijn/beveiliging/stappen/<int:pk>/weghalen/", views.remove_factor, name="remove_factor"),
    path("mijn/beveiliging/apparaten/<int:pk>/afmelden/", views.end_visit, name="end_visit"),
    path("mijn/beveiliging/apparaten/afmelden/", views.end_others, name="end_others"),
    path("mijn/account-verwijderen/", views.close, name="close"),
]
