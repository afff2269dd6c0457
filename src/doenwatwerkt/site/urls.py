"""The front door: every room and its street name, in one screen."""

from django.urls import include, path

from doenwatwerkt.editing.urls import links
from doenwatwerkt.site import api, datasets, downloads, feeds, mine, views

app_name = "site"
streets = [
    path("", views.home, name="home"),
    path("zoeken/", views.search, name="search"),
    path("zoeken/voorstellen/", views.suggest, name="suggest"),
    path("over/", views.about, name="about"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("codelijsten/", views.code_lists, name="code_lists"),
    path("api/", api.api_docs, name="api_docs"),
    path("data/", downloads.data, name="data"),
    path("data/<slug:name>.<slug:form>", downloads.download, name="download"),
    path("catalog.jsonld", datasets.catalog_jsonld, name="catalog_jsonld"),
    path("catalog.ttl", datasets.catalog_ttl, name="catalog_ttl"),
    path("themas/", views.themes, name="themes"),
    path("themas/<slug:slug>/", views.theme, name="theme"),
    path("organisaties/<slug:slug>/", views.organisation, name="organisation"),
    path("regios/<slug:code>/", views.region, name="region"),
    path("delen/<street:kind>/<slug:slug>/", views.share, name="share"),
    path("insluiten/<street:kind>/<slug:slug>/", views.embed, name="embed"),
    path("feeds/kaarten.atom", feeds.cards_feed, name="cards_feed"),
    path("<street:kind>/<slug:slug>.jsonld", feeds.linked_data, name="linked_data"),
    path("<street:kind>/<slug:slug>.png", feeds.social, name="social"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("mijn/", mine.mine, name="mine"),
    path("mijn/gegevens.json", mine.my_data, name="my_data"),
    path("demo/", views.demo, name="demo"),
    path("demo/aanmelden/", views.sign_in_demo, name="sign_in_demo"),
    path("afmelden/", views.sign_out, name="sign_out"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("robots.txt", views.robots_txt, name="robots_txt"),
]
urlpatterns = [
    path("", include("doenwatwerkt.people.urls")),
    path("", include((streets, "site"))),
    path("api/", include("doenwatwerkt.site.api")),
    path("", include("doenwatwerkt.catalogue.urls")),
    path("", include("doenwatwerkt.keys.urls")),
    path("toezeggingen/", include("doenwatwerkt.commitments.urls")),
    path("redactie/", include("doenwatwerkt.editing.urls")),
    path("nakijken/", include((links, "review_link"))),
    path("ui/", include("doenwatwerkt.ui.urls")),
]
handler400 = "doenwatwerkt.site.views.bad_request"
handler403 = "doenwatwerkt.site.views.forbidden"
handler404 = "doenwatwerkt.site.views.not_found"
handler500 = "doenwatwerkt.site.views.broken"
