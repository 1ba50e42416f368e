"""Checks of briefing_note: the form alone; a person judges the substance."""

from qcourse.checks import has_form, require

AS_OF = "2026-11-22"


def test_length(answer):
    require(has_form(answer.note(), "length", AS_OF).on("note()"))


def test_headings(answer):
    require(has_form(answer.note(), "headings", AS_OF).on("note()"))


def test_citations(answer):
    require(has_form(answer.note(), "citations", AS_OF).on("note()"))


def test_ask(answer):
    require(has_form(answer.note(), "ask", AS_OF).on("note()"))


def test_uncertain(answer):
    require(has_form(answer.note(), "uncertain", AS_OF).on("note()"))


def test_decides(answer):
    require(has_form(answer.note(), "decides", AS_OF).on("note()"))


def test_claims(answer):
    require(has_form(answer.note(), "claims", AS_OF).on("note()"))
