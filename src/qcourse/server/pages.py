"""The few pages that the server itself says, in the reader's language, with nothing fetched from elsewhere."""

from __future__ import annotations

import html

from ..errors import Text
from ..lang import pick

_STYLE = (
    "body{font:1.125rem/1.6 Georgia,serif;max-width:36rem;margin:4rem auto;padding:0 1.25rem;color:#1c2430;background:#fffdf8}"
    "h1{font-size:1.6rem;line-height:1.25}a{color:#14477f}code{font-size:.95em}"
    "@media (prefers-color-scheme:dark){body{color:#eceff4;background:#14181f}a{color:#9cc4ff}}"
)


def page(key: str, language: str, *, link: tuple[str, str] | None = None, **values: str) -> str:
    """The page ``key``, its blanks filled with ``values`` (escaped), ending with ``link`` (address, words) if any."""
    title, *paragraphs = (line.format(**values) for line in pick(_SAID[key], language).split("\n"))
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    if link:
        body += f'<p><a href="{html.escape(link[0], quote=True)}">{html.escape(link[1])}</a></p>'
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{html.escape(title)}</h1>{body}</main></body></html>"
    )


def to_course(language: str) -> tuple[str, str]:
    """A link to the cover."""
    return f"/{language}/index.html", pick({"en": "Go to the course", "fr": "Aller au cours"}, language)


_SAID: dict[str, Text] = {
    "used": {
        "en": "This address has already been used\n"
        "The address that the terminal prints opens the course once, in one browser.\n"
        "A new address has just been printed in the terminal where the course runs: open that one.",
        "fr": "Cette adresse a déjà servi\n"
        "L’adresse que le terminal affiche ouvre le cours une seule fois, dans un seul navigateur.\n"
        "Une nouvelle adresse vient d’être affichée dans le terminal où tourne le cours\u00a0: ouvrez celle-là.",
    },
    "wrong": {
        "en": "This address does not open the course\n"
        "Copy the whole of the last address that was printed in the terminal where the course runs, up to its end.",
        "fr": "Cette adresse n’ouvre pas le cours\n"
        "Copiez en entier la dernière adresse affichée dans le terminal où tourne le cours, jusqu’à la fin.",
    },
    "closed": {
        "en": "Open the course with its printed address first\n"
        "Exercises run code on this machine, so they open only for whoever started the course.\n"
        "Open the address printed in the terminal where the course runs, in this browser, then come back to this page.\n"
        "If that address has been used already, open it all the same: a new one will be printed.",
        "fr": "Ouvrez d’abord le cours par l’adresse affichée\n"
        "Les exercices exécutent du code sur cette machine\u00a0: ils ne s’ouvrent que pour la personne qui a lancé le cours.\n"
        "Ouvrez dans ce navigateur l’adresse affichée dans le terminal où tourne le cours, puis revenez à cette page.\n"
        "Si cette adresse a déjà servi, ouvrez-la quand même\u00a0: une nouvelle sera affichée.",
    },
    "exercise": {"en": "This exercise does not exist\n{detail}", "fr": "Cet exercice n’existe pas\n{detail}"},
    "trouble": {
        "en": "The exercise can’t be opened\n{detail}",
        "fr": "L’exercice ne peut être ouvert\n{detail}",
    },
    "absent": {
        "en": "This page does not exist\nThe address may be mistyped, or the page may have moved.",
        "fr": "Cette page n’existe pas\nL’adresse comporte peut-être une erreur, ou la page a été déplacée.",
    },
    "refused": {
        "en": "The course can’t answer this request\nGo back, or start again from the cover.",
        "fr": "Le cours ne peut répondre à cette demande\nRevenez en arrière, ou repartez de la couverture.",
    },
}
