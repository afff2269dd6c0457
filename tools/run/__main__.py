"""`./run VERB …`: the verbs, a line each, and what each of them does."""

import secrets
import signal
import subprocess
import sys
from collections.abc import Callable

from tools import weigh
from tools.run import checking, environment, preparing, serving, testing
from tools.run.environment import DEV, MANAGE, PYTHON, RUNTIME, SEMANTIC
from tools.run.telling import Stop, explain, say

type Verb = Callable[[list[str]], int]


def manage(words: list[str]) -> int:
    """Django's own commands, with local settings unless DWW_SECRET_KEY is set."""
    environment.ready(RUNTIME)
    env = environment.variables()
    if words[:1] == ["check"] and "--deploy" in words and env.get("DWW_DEMO") == "1":
        say("Productie-instellingen gecontroleerd met een wegwerpsleutel en de naam example.org.")
        env |= {"DWW_DEMO": "0", "DWW_SECRET_KEY": secrets.token_urlsafe(50), "DWW_ALLOWED_HOSTS": "example.org"}
    return _call(PYTHON, MANAGE, *words, env=env)


def where(words: list[str]) -> int:
    """The whole thread of one address."""
    return manage(["where", *words])


def search(words: list[str]) -> int:
    """Search from the keyboard; the database is made ready first."""
    semantic = "--semantic" in words
    environment.ready(SEMANTIC if semantic else RUNTIME)
    env = environment.variables(**({"DWW_SEMANTIC": "1"} if semantic else {}))
    preparing.database(env)
    return _call(PYTHON, MANAGE, "search", *words, env=env)


def bench(words: list[str]) -> int:
    """Measure search, pages, menu, PDF, the API or shared editing, with the rivals in the same run; or ask Lighthouse."""
    if words[:1] not in (["search"], ["pages"], ["menu"], ["pdf"], ["api"], ["editing"], ["lighthouse"]):
        raise Stop("Kies wat u wilt meten: ./run bench search, pages, menu, pdf, api, editing of lighthouse.")
    environment.ready(DEV)
    return _call(PYTHON, "-m", f"bench.{words[0]}", *words[1:], env=environment.variables())


def screenshots(words: list[str]) -> int:
    """Pictures of the main pages for the README."""
    environment.ready(DEV)
    return _call(PYTHON, "-m", "tools.screenshots", *words, env=environment.variables())


def weigh_house(words: list[str]) -> int:
    """The figures of the house and its caps."""
    return weigh.main(words)


VERBS: dict[str, tuple[Verb, str]] = {
    "demo": (serving.demo, "alles klaarzetten en de site starten (--port N, --host H, --semantic)"),
    "serve": (serving.serve, "de site starten met productie-instellingen (DWW_SECRET_KEY, DWW_ALLOWED_HOSTS)"),
    "test": (testing.test, "alle tests, op SQLite en op een echte PostgreSQL (extra woorden gaan naar pytest)"),
    "check": (checking.check, "vorm, regels, types, bouwtekening, migraties en gemaakte documenten"),
    "fmt": (checking.fmt, "de code netjes zetten"),
    "where": (where, "van een adres naar alle code erachter: ./run where /praktijken/"),
    "search": (search, 'zoeken vanaf het toetsenbord: ./run search "vraag" [--json] [--limit n] [--semantic]'),
    "bench": (bench, "meten hoe goed en hoe snel: ./run bench search, pages, menu, pdf, api, editing of lighthouse"),
    "weigh": (weigh_house, "hoe groot alles is, en of niets te groot werd"),
    "screenshots": (screenshots, "schermafdrukken van de belangrijkste pagina's in docs/screenshots/"),
    "manage": (manage, "een opdracht van Django: ./run manage migrate"),
}


def _call(*command: str, env: dict[str, str]) -> int:
    return subprocess.run(command, env=env).returncode


def _quit(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def main(words: list[str]) -> int:
    """Carry out one verb. 0 when it went well, 1 when not, 2 for a verb we do not know."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _quit)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup asked us to outlive the terminal
        signal.signal(signal.SIGHUP, _quit)
    if not words or words[0] in ("help", "-h", "--help"):
        print("Doen Wat Werkt: ./run en dan een van deze woorden\n")
        print("\n".join(f"  {verb:<12} {line}" for verb, (_, line) in VERBS.items()))
        return 0
    if words[0] not in VERBS:
        say(f"'{words[0]}' ken ik niet. Dit kan wel: {', '.join(VERBS)}.")
        return 2
    try:
        return VERBS[words[0]][0](words[1:])
    except Stop as stop:
        say(f"\n{stop}")
        return 1
    except OSError as error:
        say(f"\nDat lukt niet: {explain(str(error))}")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
