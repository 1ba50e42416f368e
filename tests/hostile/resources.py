"""Answers that ask for too much: memory, disk, processes, threads, output, or circuits without measure."""

from .case import Case, when_called, while_read

MEMORY = "memory"
PROCESS = "another process"
DISK = "scratch folder"

CASES: dict[str, Case] = {
    "fork_bomb": Case(while_read("import os\nwhile True: os.fork()", after=False), "resource", 0, PROCESS),
    "fork_when_called": Case(when_called("import os; os.fork()"), "resource", 7, PROCESS),
    "fork_swallowed": Case(
        while_read("import os\nfor _ in range(100):\n    try: os.fork()\n    except OSError: pass"),
        "passed",
        10,
    ),
    "fork_by_number": Case(
        while_read(
            "import ctypes\nlibc = ctypes.CDLL(None)\nfor number in (57, 58, 435): libc.syscall(number, 17, 0, 0, 0, 0)"
        ),
        "passed",
        10,
    ),
    "runs_a_command": Case(
        when_called("import subprocess; subprocess.run(['/bin/sh', '-c', 'id'])"), "resource error", 7
    ),
    "runs_a_shell": Case(when_called("import os; raise RuntimeError(os.system('id'))"), "error", 7),
    "replaces_itself": Case(when_called("import os; os.execv('/bin/true', ['true'])"), "error", 7, "Error"),
    "process_pool": Case(
        when_called("import multiprocessing; multiprocessing.Pool(4).map(len, ['a'])"), "error resource", 7
    ),
    "spawned_process": Case(
        when_called("import os; os.posix_spawn('/bin/true', ['true'], {})"), "resource error", 7
    ),
    "thread_bomb": Case(
        while_read(
            "import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(60,)).start()",
            after=False,
        ),
        "resource",
        0,
        "too many threads",
    ),
    "memory_in_lists": Case(
        while_read("a = []\nwhile True: a.append([0] * 10 ** 6)", after=False), "resource", 0, MEMORY
    ),
    "memory_in_lists_when_called": Case(
        when_called("a = []\nwhile True: a.append([0] * 10 ** 6)"), "resource", 7, MEMORY
    ),
    "memory_in_numpy": Case(
        when_called("import numpy; return float(numpy.ones(10 ** 10)[0])"), "resource", 7, MEMORY
    ),
    "memory_in_numpy_step_by_step": Case(
        when_called("import numpy\na = []\nwhile True: a.append(numpy.ones(10 ** 7))"), "resource", 7, MEMORY
    ),
    "memory_in_bytes": Case(when_called("return len(b'x' * 10 ** 11)"), "resource", 7, MEMORY),
    "memory_in_a_string": Case(when_called("s = 'x'\nwhile True: s += s"), "resource", 7, MEMORY),
    "memory_in_a_map": Case(
        when_called("import mmap; m = mmap.mmap(-1, 8 * 2 ** 30); m.write(b'x' * 2 ** 30)"),
        "error resource",
        7,
    ),
    "memory_in_statevector": Case(
        when_called(
            "from qiskit.quantum_info import Statevector; return float(Statevector.from_label('0' * 34).data[0].real)"
        ),
        "resource error crashed",
        7,
    ),
    "memory_in_aer": Case(
        when_called(
            "from qiskit_aer import AerSimulator\nc = ghz(40); c.measure_all()\nreturn float(len(AerSimulator(method='statevector').run(c).result().get_counts()))"
        ),
        "error resource crashed",
        7,
    ),
    "memory_in_memfd": Case(
        when_called("import os; f = os.memfd_create('x')\nwhile True: os.write(f, b'x' * 10 ** 6)"),
        "error",
        7,
    ),
    "memory_swallowed": Case(
        while_read(
            "a = []\ntry:\n    while True: a.append(bytearray(10 ** 7))\nexcept MemoryError:\n    a.clear()"
        ),
        "passed",
        10,
    ),
    "disk_fill": Case(
        when_called("with open('x', 'wb') as f:\n    while True: f.write(b'x' * 10 ** 6)"),
        "resource",
        7,
        DISK,
    ),
    "disk_fill_in_many_files": Case(
        when_called(
            "i = 0\nwhile True:\n    i += 1\n    with open(f'x{i}', 'wb') as f: f.write(b'x' * 10 ** 6)"
        ),
        "resource",
        7,
        DISK,
    ),
    "sparse_file": Case(
        when_called("with open('x', 'wb') as f: f.seek(10 ** 12); f.write(b'x')"), "resource", 7, DISK
    ),
    "inode_fill": Case(
        when_called("i = 0\nwhile True:\n    i += 1\n    open(f'x{i}', 'w').close()"), "resource", 7, DISK
    ),
    "folder_chain": Case(
        when_called("import os\nwhile True: os.mkdir('d'); os.chdir('d')"), "resource error", 7
    ),
    "descriptor_fill": Case(
        when_called("a = []\nwhile True: a.append(open('/dev/null'))"), "error", 7, "Too many open files"
    ),
    "gigabyte_of_output": Case(
        while_read("line = 'x' * 10 ** 6\nfor _ in range(1000): print(line)"), "passed", 10
    ),
    "gigabyte_of_raw_output": Case(
        while_read("import os\nfor _ in range(1000): os.write(1, b'x' * 10 ** 6)"), "passed", 10
    ),
    "gigabyte_of_errors": Case(
        while_read("import sys\nfor _ in range(1000): sys.stderr.write('x' * 10 ** 6)"), "passed", 10
    ),
    "enormous_error_text": Case(when_called("raise RuntimeError('x' * 10 ** 8)"), "error", 7, "RuntimeError"),
    "wide_circuit": Case(while_read("def pair(): return QuantumCircuit(5000)"), "failed", 7, "far larger"),
    "wide_but_allowed_circuit": Case(
        while_read(
            "def ghz(n):\n    if n < 2: raise ValueError\n    return QuantumCircuit(60)\ndef pair(): c = QuantumCircuit(2); c.h(0); c.cx(0, 1); return c"
        ),
        "failed",
        7,
    ),
    "long_circuit": Case(
        while_read(
            "def pair():\n    c = QuantumCircuit(2)\n    x = QuantumCircuit(2); x.h(0); i = x.data[0]\n    for _ in range(300000): c._append(i)\n    return c"
        ),
        "failed timeout error",
        7,
    ),
    "loop_circuit": Case(
        while_read(
            "def pair():\n    c = QuantumCircuit(2)\n    with c.for_loop(range(10 ** 9)): c.h(0)\n    return c"
        ),
        "failed timeout",
        7,
    ),
    "while_circuit": Case(
        while_read(
            "def pair():\n    c = QuantumCircuit(2, 1)\n    with c.while_loop((c.clbits[0], 0)): c.h(0)\n    return c"
        ),
        "failed timeout",
        7,
    ),
    "nested_definitions": Case(
        while_read(
            """
            def pair():
                c = QuantumCircuit(2); c.h(0)
                for _ in range(40):
                    g = c.to_gate(); d = QuantumCircuit(2); d.append(g, [0, 1]); d.append(g, [0, 1]); c = d
                return c
            """
        ),
        "failed timeout resource crashed",
        0,
    ),
    "returns_a_long_list": Case(when_called("return [0] * 10 ** 6"), "failed", 7, "far larger"),
    "returns_a_deep_list": Case(
        when_called("a = []\nfor _ in range(10 ** 5): a = [a]\nreturn a"), "failed", 7, "far larger"
    ),
    "returns_itself": Case(when_called("a = []; a.append(a); return a"), "failed", 7, "far larger"),
    "returns_a_huge_integer": Case(when_called("return 1 << 10 ** 7"), "failed", 7, "far larger"),
    "returns_a_huge_text": Case(when_called("return 'x' * 5 * 10 ** 7"), "failed", 7, "far larger"),
    "returns_a_huge_array": Case(
        when_called("import numpy; return numpy.zeros(10 ** 7)"), "failed", 7, "far larger"
    ),
    "returns_a_wide_array": Case(
        when_called("import numpy; return numpy.broadcast_to(numpy.float64(0.75), (10 ** 9, 10 ** 6))"),
        "failed",
        7,
        "far larger",
    ),
    "returns_a_generator": Case(when_called("return (x for x in iter(int, 1))"), "failed", 7, "generator"),
    "returns_many_circuits": Case(when_called("return [ghz(2)] * 1000"), "failed", 7, "far larger"),
    "raises_its_limits": Case(
        when_called(
            """
            import resource
            for name in range(16):
                try: resource.setrlimit(name, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
                except (ValueError, OSError): pass
            return float(len(bytearray(4 * 10 ** 9)))
            """
        ),
        "resource",
        7,
        MEMORY,
    ),
}
