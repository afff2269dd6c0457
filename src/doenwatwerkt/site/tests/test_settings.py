"""Production refuses to start half configured, and says why in one sentence."""

import pytest

from doenwatwerkt.site.tests.processes import finish, start


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({}, "Zet DWW_SECRET_KEY op een lange geheime waarde (of DWW_DEMO=1 om iets uit te proberen)."),
        ({"DWW_SECRET_KEY": "x" * 60}, "Zet DWW_ALLOWED_HOSTS op de namen van deze site, met komma's ertussen."),
        ({"DWW_DEMO": "1", "DWW_DATA_LICENCE": "CC BY 4.0"},
         "DWW_DATA_LICENCE is een adres, een spatie en een naam: https://voorbeeld.nl/x De naam."),
        ({"DWW_DEBUG": "misschien"}, "DWW_DEBUG moet 1 of 0 zijn, niet 'misschien'."),
        ({"DWW_DEMO": "1", "DWW_DATABASE_URL": "mysql://x"}, "DWW_DATABASE_URL begint met postgresql:// (of is leeg: dan SQLite in var/)."),
    ],
)  # fmt: skip
def test_a_site_that_is_not_configured_does_not_start(tmp_path, variables, told):
    code, _, errors = finish(start("check", DWW_VAR=str(tmp_path), **variables))
    assert code == 1
    assert errors.strip().splitlines()[-1].removeprefix("django.core.exceptions.ImproperlyConfigured: ") == told


def test_a_configured_site_passes_the_deployment_checks(tmp_path):
    configured = {
        "DWW_SECRET_KEY": "geheim-" + "0aB9" * 20,
        "DWW_ALLOWED_HOSTS": "werkt.example",
        "DWW_VAR": str(tmp_path),
    }
    code, out, errors = finish(start("check", "--deploy", "--fail-level", "WARNING", **configured))
    assert (code, out.strip(), errors.strip()) == (0, "System check identified no issues (0 silenced).", "")


def test_a_demo_beside_a_public_name_does_not_start(tmp_path):
    code, _, errors = finish(start("check", DWW_DEMO="1", DWW_ALLOWED_HOSTS="werkt.example", DWW_VAR=str(tmp_path)))
    assert (code, "doenwatwerkt.E001" in errors) == (1, True)
