"""Answers that look strange and are right: every one gets full marks."""

from __future__ import annotations

import json

from .case import RIGHT, Case
from .malformed import notebook


def _python(source: str | bytes) -> Case:
    return Case(source, "passed", 10)


def _book(source: str | bytes) -> Case:
    return Case(source, "passed", 10, "", "pair.ipynb")


_NO_SHARE = RIGHT.split("def share")[0]
_PARTS = RIGHT.split("\n\n\n")

CASES: dict[str, Case] = {
    "byte_order_mark": _python(b"\xef\xbb\xbf" + RIGHT.encode()),
    "windows_line_ends": _python(RIGHT.replace("\n", "\r\n")),
    "old_mac_line_ends": _python(RIGHT.replace("\n", "\r")),
    "no_last_line_end": _python(RIGHT.rstrip("\n")),
    "tabs": _python(RIGHT.replace("    ", "\t")),
    "form_feed": _python(RIGHT.replace("\n\n\n", "\n\f\n")),
    "accents_and_emoji": _python("# Préparé à Québec \U0001f341\n" + RIGHT + "\nétat = 'ébauche'\n"),
    "right_to_left_marks_in_a_comment": _python("# \u202egnikcehc\u202c\n" + RIGHT),
    "prints_a_lot": _python(RIGHT + "\nfor _ in range(3000): print('x' * 100)\n"),
    "prints_when_called": _python(
        RIGHT.replace("    circuit.h(0)", "    print('building', n)\n    circuit.h(0)")
    ),
    "main_block": _python(RIGHT + "\nif __name__ == '__main__':\n    print(pair())\n"),
    "main_block_exits": _python(RIGHT + "\nif __name__ == '__main__':\n    import sys\n    sys.exit(0)\n"),
    "calls_check_itself": _python("from qcourse import check\n" + RIGHT + "\ncheck('pair')\n"),
    "imports_the_checks": _python(
        "from qcourse.checks import is_state, require\nimport qcourse\n" + RIGHT + "\nqcourse.check('pair')\n"
    ),
    "lambdas": _python(
        _NO_SHARE
        + "share = lambda counts: sum(v for k, v in counts.items() if k in ('00', '11')) / sum(counts.values())\n"
    ),
    "class_with_static_methods": _python(
        RIGHT + "\nclass Answer:\n    pair = staticmethod(pair)\npair = Answer.pair\n"
    ),
    "decorated": _python(
        RIGHT.replace(
            "def share",
            "import functools\n\n\n@functools.lru_cache(None)\ndef helper(): return 1\n\n\ndef share",
        )
    ),
    "extra_default_argument": _python(RIGHT.replace("def ghz(n):", "def ghz(n, verbose=False):")),
    "numpy_float": _python(
        RIGHT.replace("return (counts", "import numpy\n    return numpy.float64(1) * (counts")
    ),
    "other_gates": _python(RIGHT.replace("circuit.h(0)", "import numpy\n    circuit.ry(numpy.pi / 2, 0)")),
    "global_phase": _python(RIGHT.replace("circuit.h(0)", "circuit.h(0); circuit.global_phase = 1.25")),
    "named_registers": _python(
        RIGHT.replace(
            "QuantumCircuit(n)",
            "QuantumCircuit(QuantumRegister(n, 'qubits à moi'), name='État', metadata={'par': 'moi'})",
        ).replace("import QuantumCircuit", "import QuantumCircuit, QuantumRegister")
    ),
    "own_gate": _python(
        RIGHT.replace(
            "    return circuit",
            "    return circuit.decompose(reps=0) if n > 3 else QuantumCircuit.from_instructions(circuit.data, qubits=circuit.qubits)",
        )
    ),
    "transpiled": _python(
        RIGHT.replace(
            "    return circuit",
            "    from qiskit import transpile\n    return transpile(circuit, basis_gates=['u', 'cx'], optimization_level=1, seed_transpiler=1)",
        )
    ),
    "subclass": _python(
        RIGHT.replace("QuantumCircuit(n)", "Mine(n)") + "\nclass Mine(QuantumCircuit):\n    pass\n"
    ),
    "slow_but_in_time": _python(
        RIGHT.replace("    circuit.h(0)", "    import time; time.sleep(0.05)\n    circuit.h(0)")
    ),
    "uses_scratch_files": _python(
        RIGHT.replace(
            "return (counts",
            "import os\n    if os.access('.', os.W_OK):\n        open('note.txt', 'w').write('x')\n    return (counts",
        )
    ),
    "uses_threads": _python(
        RIGHT.replace(
            "    return ghz(2)",
            "    from concurrent.futures import ThreadPoolExecutor\n    with ThreadPoolExecutor(4) as pool:\n        return list(pool.map(ghz, [2, 2, 2, 2]))[0]",
        )
    ),
    "uses_asyncio": _python(
        RIGHT.replace(
            "    return ghz(2)",
            "    import asyncio\n    async def make(): return ghz(2)\n    return asyncio.run(make())",
        )
    ),
    "uses_a_simulator": _python(
        RIGHT.replace(
            "    return ghz(2)",
            "    from qiskit_aer import AerSimulator\n    c = ghz(2); m = c.copy(); m.measure_all()\n    AerSimulator().run(m, shots=10).result()\n    return c",
        )
    ),
    "raises_a_subclass": _python(
        RIGHT.replace("raise ValueError", "raise TooFew").replace(
            "def pair", "class TooFew(ValueError):\n    pass\n\n\ndef pair"
        )
    ),
    "warns": _python(RIGHT + "\nimport warnings\nwarnings.warn('look')\nwarnings.simplefilter('error')\n"),
    "changes_recursion_limit": _python(RIGHT + "\nimport sys\nsys.setrecursionlimit(5000)\n"),
    "book": _book(notebook(RIGHT)),
    "book_a_cell_per_function": _book(notebook(*_PARTS)),
    "book_source_as_lines": _book(
        notebook(
            {"cell_type": "code", "source": RIGHT.splitlines(keepends=True), "metadata": {}, "outputs": []}
        )
    ),
    "book_with_magics": _book(
        notebook(
            "%matplotlib inline\n!pip install qiskit\n?pair\npair?\nfiles = !ls",
            "%%time\n" + RIGHT,
            "%%bash\nls /",
        )
    ),
    "book_failing_cell": _book(notebook("1 / 0", RIGHT, "raise SystemExit", "print(undefined)")),
    "book_wrong_then_right": _book(notebook("def share(counts): return 0", RIGHT)),
    "book_duplicated_ids": _book(
        notebook(
            *[
                {"cell_type": "code", "id": "same", "source": part, "metadata": {}, "outputs": []}
                for part in _PARTS
            ]
        )
    ),
    "book_without_metadata": _book(json.dumps({"cells": [{"cell_type": "code", "source": RIGHT}]})),
    "book_of_the_future": _book(notebook(RIGHT, nbformat=5, nbformat_minor=99)),
    "book_with_outputs": _book(
        notebook(
            {
                "cell_type": "code",
                "source": RIGHT,
                "metadata": {},
                "outputs": [{"output_type": "display_data", "data": {"image/png": "A" * 100_000}}],
            }
        )
    ),
    "book_byte_order_mark": _book(b"\xef\xbb\xbf" + notebook(RIGHT).encode()),
    "book_windows_line_ends": _book(notebook(RIGHT.replace("\n", "\r\n"))),
    "book_calls_check": _book(
        notebook("from qcourse import check", RIGHT, "check('pair')", "check.hint('pair')")
    ),
    "book_syntax_error_in_one_cell": _book(notebook("def broken(:", RIGHT)),
}
