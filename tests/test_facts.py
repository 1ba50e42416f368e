"""The register of facts: its form, its links, and what it refuses."""

from __future__ import annotations

import datetime
import json
from importlib import resources

import jsonschema
import pytest

from qcourse import facts
from qcourse.errors import FactError

SCHEMA = json.loads(resources.files("qcourse.facts").joinpath("schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("topic", facts.topics())
def test_topic_follows_the_schema(topic: str) -> None:
    """Every entry of every topic has the fields of its status, and no evidence phrase."""
    jsonschema.validate(facts.raw(topic), SCHEMA)


def test_every_fact_stands_once() -> None:
    """No id is used twice, over all topics."""
    ids = [entry["id"] for topic in facts.topics() for entry in facts.raw(topic)]

    assert sorted(set(ids)) == sorted(ids)


def test_the_register_is_whole() -> None:
    """All 472 facts of 25 topics are there."""
    assert (25, 472) == (len(facts.topics()), len(facts.register()))


def test_links_between_facts_go_both_ways() -> None:
    """A fact that updates another is named by it, and the other way round."""
    register = facts.register()
    one_way = [
        (fact.id, other)
        for fact in register.values()
        for other in fact.updates
        if fact.id not in register[other].updated_by
    ]
    one_way += [
        (fact.id, other)
        for fact in register.values()
        for other in fact.updated_by
        if fact.id not in register[other].updates
    ]

    assert [] == one_way


def test_every_source_is_in_the_bibliography() -> None:
    """Each key that a fact names is an entry of sources.bib."""
    from qcourse import sources

    assert [] == sources.missing_keys()


def test_contradictions_name_known_facts() -> None:
    """Each point on which sources differ speaks of facts of the register."""
    unknown = [
        (point["id"], fact_id)
        for point in facts.contradictions()
        for fact_id in point["facts"]
        if fact_id not in facts.register()
    ]

    assert [] == unknown


def test_unknown_fact_suggests_the_nearest() -> None:
    """A misspelt id is answered with the id that was meant."""
    with pytest.raises(FactError, match="rsa-2048-gidney-2025"):
        facts.find("rsa-2048-gidney-2052")


def test_unverified_fact_may_not_be_stated() -> None:
    """The status decides, in both languages."""
    unverified = next(fact.id for fact in facts.register().values() if fact.status == "unverified")
    with pytest.raises(FactError) as caught:
        facts.statable(unverified)

    assert all(unverified in caught.value.text[language] for language in ("en", "fr"))


def test_a_fact_without_value_says_so() -> None:
    """Asking for a value that isn't there names those that are."""
    fact = next(fact for fact in facts.register().values() if len(fact.values) > 1)
    with pytest.raises(FactError, match=next(iter(fact.values))):
        fact.value("nothing_of_the_kind")


def test_expiry_is_after_the_review_date() -> None:
    """A fact is expired from the day after its review date, and never without one."""
    fact = next(fact for fact in facts.register().values() if fact.review_by)
    day = datetime.date.fromisoformat(fact.review_by)

    assert (False, True) == (fact.expired(day), fact.expired(day + datetime.timedelta(days=1)))


@pytest.mark.parametrize("fact_id", [fact.id for fact in facts.register().values() if fact.names_person])
def test_a_fact_that_names_an_office_holder_may_not_be_stated(fact_id: str) -> None:
    """Names of office holders age badly and are not what the course teaches."""
    with pytest.raises(FactError, match="office holder|personne en fonction"):
        facts.statable(fact_id)
