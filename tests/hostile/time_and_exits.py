"""Answers that never end, or end what they must not."""

from .case import Case, when_called, while_read

LIMIT = "took more than"
ENDED = "ended its own process"

CASES: dict[str, Case] = {
    "loop_while_read": Case(while_read("while True: pass"), "timeout", 0, LIMIT),
    "loop_when_called": Case(when_called("while True: pass"), "timeout", 3, LIMIT),
    "sleep_while_read": Case(while_read("import time; time.sleep(1e6)"), "timeout", 0, LIMIT),
    "sleep_when_called": Case(when_called("import time; time.sleep(1e6)"), "timeout", 3, LIMIT),
    "signals_ignored": Case(
        while_read(
            """
            import signal
            for number in range(1, 65):
                try:
                    signal.signal(number, signal.SIG_IGN)
                except (OSError, ValueError):
                    pass
            while True:
                try:
                    while True: pass
                except BaseException:
                    continue
            """
        ),
        "timeout",
        0,
        LIMIT,
    ),
    "threads_spin_behind_right_answers": Case(
        while_read(
            """
            import threading
            def spin():
                while True: pass
            for _ in range(2):
                threading.Thread(target=spin, daemon=False).start()
            """
        ),
        "passed timeout",
        10,
    ),
    "waits_for_own_lock": Case(
        when_called("import threading; lock = threading.Lock(); lock.acquire(); lock.acquire()"),
        "timeout",
        3,
        LIMIT,
    ),
    "catastrophic_pattern": Case(
        when_called("import re; re.match('(a+)+$', 'a' * 60 + 'b')"), "timeout", 3, LIMIT
    ),
    "enormous_power": Case(when_called("7 ** (10 ** 9)"), "timeout resource", 3),
    "sum_of_a_long_range": Case(when_called("sum(range(10 ** 13))"), "timeout", 3, LIMIT),
    "waits_on_a_pipe": Case(when_called("import os; r, w = os.pipe(); os.read(r, 1)"), "timeout", 3, LIMIT),
    "holds_the_interpreter": Case(
        when_called("[1] * 3 in [[2] * 3] or max(range(10 ** 13))"), "timeout", 3, LIMIT
    ),
    "loop_in_del": Case(
        while_read(
            """
            class Sticky:
                def __del__(self):
                    while True: pass
            Sticky()
            """
        ),
        "timeout",
        0,
        LIMIT,
    ),
    "loop_in_eq": Case(
        when_called(
            """
            class Endless(float):
                def __eq__(self, other):
                    while True: pass
                __hash__ = float.__hash__
            return Endless(0.5)
            """
        ),
        "failed",
        7,
    ),
    "decorator_bomb": Case(
        while_read("def twice(f): return lambda *a: (f(*a), f(*a))[0]\nfor _ in range(60): ghz = twice(ghz)"),
        "timeout",
        0,
        LIMIT,
    ),
    "class_bomb": Case(
        while_read("class A: pass\nwhile True:\n    A = type('A', (A,), {'x': [0] * 10000})"),
        "timeout resource error crashed",
        0,
    ),
    "asks_for_input": Case(while_read("name = input('Your name? ')"), "error passed", 10),
    "os_exit_while_read": Case(while_read("import os; os._exit(0)"), "crashed", 0, ENDED),
    "os_exit_when_called": Case(when_called("import os; os._exit(0)"), "crashed", 7, ENDED),
    "os_exit_with_a_code": Case(when_called("import os; os._exit(100)"), "crashed", 7, ENDED),
    "sys_exit_while_read": Case(while_read("import sys; sys.exit(0)", after=False), "error", 0, "SystemExit"),
    "sys_exit_when_called": Case(when_called("import sys; sys.exit(0)"), "error", 7, "SystemExit"),
    "quit_when_called": Case(when_called("quit()"), "error", 7),
    "raises_keyboard_interrupt": Case(when_called("raise KeyboardInterrupt"), "crashed", 7, ENDED),
    "raises_keyboard_interrupt_while_read": Case(while_read("raise KeyboardInterrupt"), "crashed", 0, ENDED),
    "raises_generator_exit": Case(when_called("raise GeneratorExit"), "error", 7, "GeneratorExit"),
    "raises_own_base_exception": Case(
        when_called("class Out(BaseException): pass\nraise Out('bye')"), "error", 7, "Out"
    ),
    "raises_what_cannot_be_shown": Case(
        when_called(
            """
            class Mute(Exception):
                def __str__(self): raise RuntimeError
                def __repr__(self): raise RuntimeError
            raise Mute
            """
        ),
        "error",
        7,
        "Mute",
    ),
    "aborts": Case(when_called("import os; os.abort()"), "crashed", 7, ENDED),
    "null_pointer": Case(when_called("import ctypes; ctypes.string_at(0)"), "crashed", 7, ENDED),
    "kills_itself": Case(
        when_called("import os, signal; os.kill(os.getpid(), signal.SIGKILL)"), "crashed resource", 7
    ),
    "raises_a_signal": Case(
        when_called("import signal; signal.raise_signal(signal.SIGTERM)"), "crashed", 7, ENDED
    ),
    "kills_its_parent": Case(
        when_called("import os, signal; os.kill(os.getppid(), signal.SIGKILL)"), "crashed", 7, ENDED
    ),
    "kills_everyone": Case(
        when_called("import os, signal; os.kill(-1, signal.SIGKILL)"), "crashed", 7, ENDED
    ),
    "kills_its_group": Case(
        when_called("import os, signal; os.killpg(0, signal.SIGTERM)"), "crashed", 7, ENDED
    ),
    "exit_handler": Case(while_read("import atexit, os; atexit.register(os._exit, 0)"), "passed", 10),
    "endless_recursion": Case(when_called("return share(counts)"), "error", 7, "RecursionError"),
    "recursion_through_the_stack": Case(
        when_called(
            """
            import sys
            sys.setrecursionlimit(10 ** 9)
            class Deep:
                def __getattr__(self, name): return getattr(self, name + 'x')
            return repr(Deep().x)
            """
        ),
        "crashed resource error timeout",
        7,
    ),
    "thread_that_exits": Case(
        while_read(
            "import threading, os, time\nthreading.Thread(target=lambda: (time.sleep(0.01), os._exit(0))).start()\ntime.sleep(0.5)"
        ),
        "crashed",
        0,
        ENDED,
    ),
    "pytest_fail": Case(when_called("import pytest; pytest.fail('no')"), "error", 7),
    "pytest_skip": Case(when_called("import pytest; pytest.skip('please')"), "error", 7),
    "pytest_skip_while_read": Case(
        while_read("import pytest; pytest.skip('please', allow_module_level=True)", after=False), "error", 0
    ),
    "pytest_exit": Case(when_called("import pytest; pytest.exit('done', returncode=0)"), "error", 7),
    "pytest_xfail": Case(when_called("import pytest; pytest.xfail('known')"), "error", 7),
    "unittest_skip": Case(
        when_called("import unittest; raise unittest.SkipTest('please')"), "error", 7, "SkipTest"
    ),
    "alarm_without_handler": Case(
        when_called("import signal, time; signal.alarm(1); time.sleep(10)"), "timeout crashed", 3
    ),
}
