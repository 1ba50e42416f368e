"""What the page shows of a class, as plain data: everybody, the commonest causes now, and each exercise."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from ..errors import Text
from ..lang import both
from .reader import Folder, Person

RECENT_MINUTES = 10
MAX_CAUSES, MAX_SAID = 12, 40


class Board:
    """A class's folder with the exercises' titles; people keep their number while it is open."""

    def __init__(self, folder: Folder, titles: Mapping[str, Text]) -> None:
        """Take the folder, and the title of each exercise that this copy of the course knows."""
        self.folder = folder
        self.titles = titles
        self._numbers: dict[str, int] = {}

    def state(self, names: bool = False, now: datetime.datetime | None = None) -> dict[str, Any]:
        """The class at this moment; without ``names`` no name, and no name of a file, is in it."""
        people, said = self.folder.people()
        for key in sorted(people, key=lambda key: (people[key].last, key)):
            self._numbers.setdefault(key, len(self._numbers) + 1)
        now = now or datetime.datetime.now(datetime.UTC)
        since = (now - datetime.timedelta(minutes=RECENT_MINUTES)).strftime("%Y-%m-%dT%H:%M:%SZ")
        rows = [self._row(key, person, names) for key, person in people.items()]
        return {
            "names": names,
            "people": sorted(rows, key=lambda row: int(row["number"])),
            "recent": sum(person.last >= since for person in people.values()),
            "passed": sum(int(row["passed"]) for row in rows),
            "causes": self._causes(people),
            "exercises": self._exercises(people),
            "passed_over": len(said),
            "said": [dict(text) for text in said[:MAX_SAID]] if names else [],
        }

    def title(self, exercise: str) -> dict[str, str]:
        """The exercise's title, or its name where it isn't known."""
        return dict(self.titles.get(exercise) or both(exercise))

    def _row(self, key: str, person: Person, names: bool) -> dict[str, Any]:
        exercises = person.exercises
        where = max(exercises, key=lambda slug: (exercises[slug]["at"], slug)) if exercises else None
        return {
            "number": self._numbers[key],
            "name": person.name if names else None,
            "where": self.title(where) if where else None,
            "done": exercises[where]["passed"] if where else None,
            "tries": exercises[where]["tries"] if where else 0,
            "passed": sum(one["passed"] for one in exercises.values()),
            "tried": len(exercises),
            "lessons": len(person.lessons),
            "last": person.last,
        }

    def _causes(self, people: Mapping[str, Person]) -> list[dict[str, Any]]:
        """The likely causes in the newest verdicts, by how many people meet them; a check's title where none is known."""
        count = Counter(
            (slug, text)
            for person in people.values()
            for slug, verdict in person.exercises.items()
            for text in {json.dumps([one["cause"], one["check"]]) for one in verdict["missed"]}
        )
        ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))[:MAX_CAUSES]
        rows = []
        for (slug, text), number in ranked:
            cause, check = json.loads(text)
            rows.append({"people": number, "exercise": self.title(slug), "check": check, "cause": cause})
        return rows

    def _exercises(self, people: Mapping[str, Person]) -> list[dict[str, Any]]:
        tried: Counter[str] = Counter()
        passed: Counter[str] = Counter()
        for person in people.values():
            for slug, verdict in person.exercises.items():
                tried[slug] += 1
                passed[slug] += verdict["passed"]
        order = sorted(tried, key=lambda slug: (-tried[slug], slug))
        return [
            {"exercise": self.title(slug), "tried": tried[slug], "passed": passed[slug]} for slug in order
        ]
