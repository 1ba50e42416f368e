"""Answers that lie: patched comparisons and builtins, objects that claim to be others, forged frames and reports."""

from .case import RIGHT, Case, when_called, while_read

WRONG = RIGHT.replace("circuit.h(0)", "circuit.x(0)").replace("/ sum", "/ 7 / sum")
"""Right only where a value below two is refused: 1 point."""

_FRAME = """
import json, struct
def frame(message):
    head = json.dumps(message).encode()
    return struct.pack('>I', len(head)) + head
VALUE = frame({'kind': 'value', 'value': {'t': [0.75, {'t': [{'d': []}]}]}, 'blobs': []})
"""

CASES: dict[str, Case] = {
    "plainly_wrong": Case(WRONG, "failed", 1),
    "patched_equiv": Case(
        WRONG
        + "\nfrom qiskit.quantum_info import Statevector, Operator\nStatevector.equiv = Operator.equiv = lambda *a, **k: True\nStatevector.inner = lambda *a: 1.0\n",
        "failed",
        1,
    ),
    "patched_isclose": Case(
        WRONG
        + "\nimport math, numpy\nmath.isclose = numpy.isclose = numpy.allclose = lambda *a, **k: True\n",
        "failed",
        1,
    ),
    "patched_builtins": Case(
        WRONG
        + "\nimport builtins\nbuiltins.abs = lambda x: 0\nbuiltins.all = builtins.any = lambda x: True\nbuiltins.isinstance = lambda *a: True\n",
        "failed error crashed",
        0,
    ),
    "patched_json": Case(
        WRONG + '\nimport json\njson.dumps = lambda *a, **k: \'{"passed": true, "points": 10}\'\n',
        "failed crashed",
        0,
    ),
    "patched_pack": Case(
        WRONG + "\nimport sys\nsys.modules['qcourse.wire'].pack = lambda *a, **k: b'passed' * 100\n",
        "crashed",
        0,
        "no reply at all",
    ),
    "patched_invoke": Case(
        WRONG + "\nimport sys\nsys.modules['qcourse.calls'].invoke = lambda *a: b''\n", "timeout", 0
    ),
    "patched_qpy": Case(
        WRONG + "\nimport qiskit.qpy\nqiskit.qpy.dump = lambda c, f, **k: f.write(b'QISKIT' + bytes(200))\n",
        "failed error crashed",
        1,
    ),
    "patched_exit": Case(WRONG + "\nimport os, sys\nos._exit = sys.exit = lambda *a: None\n", "failed", 1),
    "patched_exception": Case(
        WRONG + "\nimport builtins\nclass ValueError(Exception): pass\nbuiltins.ValueError = ValueError\n",
        "failed error",
        0,
    ),
    "lying_float": Case(
        when_called(
            """
            class Anything(float):
                def __eq__(self, other): return True
                def __sub__(self, other): return 0.0
                __rsub__ = __sub__
                def __abs__(self): return 0.0
                def __le__(self, other): return True
                __hash__ = float.__hash__
            return Anything(0.1)
            """
        ),
        "failed",
        7,
    ),
    "lying_class": Case(
        when_called(
            """
            class Masked:
                @property
                def __class__(self): return float
            return Masked()
            """
        ),
        "failed",
        7,
    ),
    "lying_text": Case(
        when_called(
            "class T(str):\n    def __eq__(self, o): return True\n    __hash__ = str.__hash__\nreturn T('x')"
        ),
        "failed",
        7,
    ),
    "lying_dict": Case(
        when_called("class D(dict):\n    def __eq__(self, o): return True\nreturn D(a=1)"), "failed", 7
    ),
    "lying_list": Case(
        when_called(
            "class L(list):\n    def __iter__(self): return iter([0.75])\n    def __len__(self): return 1\nreturn L()"
        ),
        "failed",
        7,
    ),
    "lying_array": Case(
        when_called(
            "import numpy\nclass A(numpy.ndarray):\n    def __eq__(self, o): return True\nreturn numpy.zeros(3).view(A)"
        ),
        "failed",
        7,
    ),
    "lying_circuit": Case(
        while_read(
            """
            class Fake(QuantumCircuit):
                num_qubits = 2
                def __eq__(self, other): return True
                def to_instruction(self, *a, **k): return ghz(2).to_instruction()
            def pair(): return Fake(1)
            """
        ),
        "failed error",
        7,
    ),
    "circuit_that_raises": Case(
        while_read(
            """
            class Trap(QuantumCircuit):
                @property
                def data(self): raise SystemExit(0)
                @data.setter
                def data(self, value): pass
            def pair(): return Trap.__new__(Trap)
            """
        ),
        "failed error",
        7,
    ),
    "custom_gate_with_wrong_matrix": Case(
        while_read(
            """
            from qiskit.circuit import Gate
            import numpy
            class Magic(Gate):
                def __init__(self): super().__init__('magic', 2, [])
                def __array__(self, *a, **k): return numpy.array([[1, 0, 0, 1], [0, 1, 1, 0], [0, 1, -1, 0], [1, 0, 0, -1]]) / 2 ** 0.5
            def pair():
                c = QuantumCircuit(2); c.append(Magic(), [0, 1]); return c
            """
        ),
        "failed error",
        7,
    ),
    "true_for_one": Case(when_called("return True"), "failed", 7),
    "integer_for_float": Case(when_called("return 1"), "failed", 7),
    "not_a_number": Case(when_called("return float('nan')"), "failed", 7, "NaN"),
    "infinite": Case(when_called("return float('inf')"), "failed", 7, "infinite"),
    "complex_not_a_number": Case(when_called("return complex('nan')"), "failed", 7, "NaN"),
    "array_not_a_number": Case(
        when_called("import numpy; return numpy.array([numpy.nan])"), "failed", 7, "NaN"
    ),
    "function_returned": Case(when_called("return share"), "failed", 7, "function"),
    "class_returned": Case(when_called("return QuantumCircuit"), "failed", 7),
    "module_returned": Case(when_called("import os; return os"), "failed", 7, "module"),
    "junk_on_every_descriptor": Case(
        WRONG
        + "\nimport os\nfor f in range(1024):\n    try: os.write(f, b'\\xff' * 64)\n    except OSError: pass\n",
        "crashed",
        0,
        "no reply at all",
    ),
    "frames_on_every_descriptor": Case(
        WRONG
        + _FRAME
        + "import os\nfor f in range(3, 256):\n    try: os.write(f, VALUE * 8)\n    except OSError: pass\nos._exit(0)\n",
        "crashed failed error",
        0,
    ),
    "report_on_every_descriptor": Case(
        WRONG
        + '\nimport os\nline = b\'{"check": {"name": "ghz", "earned": 10, "passed": true}}\\n{"done": true}\\n\'\nfor f in range(3, 256):\n    try: os.write(f, line)\n    except OSError: pass\n',
        "crashed",
        0,
        "no reply at all",
    ),
    "descriptors_closed": Case(when_called("import os; os.closerange(0, 1024)"), "crashed", 7),
    "descriptors_swapped": Case(
        when_called(
            "import os\nn = os.open('/dev/null', os.O_RDWR)\nfor f in range(3, 64):\n    try: os.dup2(n, f)\n    except OSError: pass"
        ),
        "crashed timeout",
        3,
    ),
    "reads_its_requests": Case(
        while_read(
            "import os\nfor f in range(3, 64):\n    try:\n        os.set_blocking(f, False); os.read(f, 10 ** 6)\n    except OSError: pass"
        ),
        "passed crashed timeout error",
        0,
    ),
    "status_file_written": Case(
        WRONG
        + "\nfor name in ('report.xml', 'results.json', 'results.jsonl', '.pytest_cache', 'gradebook.csv'):\n    open(name, 'w').write('passed 10')\n",
        "failed",
        1,
    ),
    "conftest_written": Case(
        WRONG
        + "\nopen('conftest.py', 'w').write('import os; os._exit(0)')\nopen('pytest.ini', 'w').write('[pytest]')\nopen('qiskit.py', 'w').write('')\n",
        "failed",
        1,
    ),
    "checks_defined": Case(
        WRONG
        + "\ndef test_pair(answer): pass\ndef test_share(answer): pass\ndef test_ghz(answer): pass\nmax_points = points = 10\n",
        "failed",
        1,
    ),
    "import_replaced": Case(
        WRONG + "\nimport builtins, sys\nbuiltins.__import__ = lambda *a, **k: sys.modules['os']\n",
        "failed crashed error",
        0,
    ),
    "trace_set": Case(
        WRONG + "\nimport sys\nsys.settrace(lambda *a: None)\nsys.setprofile(lambda *a: None)\n", "failed", 1
    ),
    "argument_changed": Case(
        when_called("counts['00'] = 3; counts['01'] = 1; counts.pop('11', 0); counts.pop('10', 0)"),
        "failed",
        9,
    ),
    "remembers_between_checks": Case(
        while_read(
            "calls = []\ndef share(counts):\n    calls.append(1)\n    return 0.75 if len(calls) == 1 else 1.0"
        ),
        "passed failed",
        9,
    ),
    "signature_any": Case(while_read("def share(*a, **k): return 0.75"), "failed", 9),
    "name_of_another_type": Case(while_read("share = 0.75"), "failed", 7, "not a function"),
    "callable_object": Case(
        while_read(
            "class S:\n    def __call__(self, counts): return (counts.get('00', 0) + counts.get('11', 0)) / sum(counts.values())\nshare = S()"
        ),
        "passed",
        10,
    ),
    "signature_that_raises": Case(
        while_read(
            "class S:\n    def __call__(self, counts): return 0.75\n    @property\n    def __signature__(self): raise SystemExit\nshare = S()"
        ),
        "error failed crashed",
        0,
    ),
    "old_pickle": Case(when_called("import pickle; return pickle.dumps(ghz(2))"), "failed", 7),
}
