"""A class graded through Dask, with a worker killed midway, gets the rows that one machine gives."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed", reason='pip install "qcourse[cluster]"')

from qcourse.errors import CourseError, UsageError
from qcourse.grading import cluster
from qcourse.grading.run import Options, run

from .hostile.case import RIGHT
from .hostile.cluster import local_cluster
from .hostile.forgeries import WRONG

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="grading needs Linux")

COURSE = Path(__file__).parent / "hostile" / "course"


@pytest.fixture
def submissions(tmp_path: Path) -> Path:
    """Forty learners, right and wrong."""
    folder = tmp_path / "submissions"
    for number in range(40):
        home = folder / f"learner {number:02}"
        home.mkdir(parents=True)
        (home / "pair.py").write_text((WRONG if number % 3 else RIGHT) + f"\n# {number}\n")
    return folder


def test_killed_worker_changes_nothing(
    submissions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three workers, one of them killed after the first rows: complete, and equal to a run on one machine."""
    monkeypatch.setattr(cluster, "CHUNK_FILES", 4)
    with local_cluster(tmp_path, 3) as machines:

        def kill_one(event: str, data: dict[str, Any]) -> None:
            if event == "graded":
                machines.workers[0].kill()

        run(_options(submissions, tmp_path / "many", machines.address), kill_one)
    run(_options(submissions, tmp_path / "one"), lambda event, data: None)

    assert _rows(tmp_path / "one") == _rows(tmp_path / "many")
    assert (tmp_path / "one" / "gradebook.csv").read_bytes() == (
        tmp_path / "many" / "gradebook.csv"
    ).read_bytes()


def test_other_version_is_refused() -> None:
    """A machine with other checks says so instead of giving marks."""
    setting = cluster.Setting(str(COURSE), None, ("pair",))
    answer = cluster.grade_chunk(setting, {"pair": "another version"}, [])

    assert "pair" in answer["refused"]["fr"]


def test_scheduler_that_is_not_there(
    submissions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address where nothing listens is an error of use, in words."""
    import dask

    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}), pytest.raises(UsageError, match="127"):
        list(
            cluster.grade_on_cluster(
                "tcp://127.0.0.1:9", cluster.Setting(str(COURSE), None, ("pair",)), {}, []
            )
        )
    assert issubclass(UsageError, CourseError)


def _options(submissions: Path, output: Path, scheduler: str | None = None) -> Options:
    return Options(
        submissions=submissions, output=output, root=str(COURSE), timeout_s=30, scheduler=scheduler
    )


def _rows(output: Path) -> list[dict]:
    measured = ("wall_s", "cpu_s", "peak_mb")
    rows = map(json.loads, (output / "results.jsonl").read_text(encoding="utf-8").splitlines())
    return [{name: value for name, value in row.items() if name not in measured} for row in rows]
