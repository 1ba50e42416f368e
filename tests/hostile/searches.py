"""Answers that look for what they must not see, or reach for what they must not touch; all of them right otherwise."""

from .case import Case, while_read

CASES: dict[str, Case] = {
    "environment": Case(while_read("import os; print(dict(os.environ))"), "passed", 10),
    "arguments": Case(
        while_read("import sys; print(sys.argv, sys.orig_argv, sys.path, sys.flags)"), "passed", 10
    ),
    "heap": Case(
        while_read(
            """
            import gc
            for thing in gc.get_objects():
                try:
                    text = str(thing) if isinstance(thing, (dict, list, tuple)) and len(thing) < 50 else ''
                except Exception:
                    continue
                if 'MARKER-' + 'HIDDEN' in text or 'MARKER-' + 'REFERENCE' in text: print('found', text[:500])
            """
        ),
        "passed",
        10,
    ),
    "memory_by_address": Case(
        while_read(
            """
            import re
            try:
                maps = open('/proc/self/maps').read()
            except OSError as error:
                print('no maps', error)
            else:
                memory = open('/proc/self/mem', 'rb', 0)
                for start, end in re.findall(r'^(\\w+)-(\\w+) rw', maps, re.M):
                    memory.seek(int(start, 16))
                    for place in re.finditer(b'MARKER' + rb'-\\w+-\\w+', memory.read(int(end, 16) - int(start, 16))): print(place[0])
            """
        ),
        "passed",
        10,
    ),
    "frames": Case(
        while_read(
            """
            import sys
            frame = sys._getframe()
            while frame:
                print(frame.f_code.co_filename, sorted(frame.f_locals)[:20], sorted(frame.f_globals)[:20])
                frame = frame.f_back
            """
        ),
        "passed",
        10,
    ),
    "modules": Case(
        while_read(
            "import sys\nfor name in list(sys.modules):\n    if 'qcourse' in name or 'check' in name: print(name, vars(sys.modules[name]).get('__file__'))"
        ),
        "passed",
        10,
    ),
    "course_imported": Case(
        while_read(
            "import importlib\nfor name in ('qcourse.exercises', 'qcourse.running', 'qcourse.grading.checker', 'hidden_checks', 'solution'):\n    try: print(importlib.import_module(name).__file__)\n    except BaseException as error: print(name, type(error))"
        ),
        "passed",
        10,
    ),
    "every_file": Case(
        while_read(
            """
            import os
            for base in ('/', '/root', '/home', '/work', '/tmp', '/etc', '/var', '/scratch', '..', '.'):
                for folder, folders, files in os.walk(base):
                    if len(folder) > 60: folders.clear()
                    for name in files:
                        if name.startswith(('hidden', 'solution', 'secret', 'marker')) and name.endswith(('.py', '.toml', '.txt')) and 'site-packages' not in folder and 'python3' not in folder:
                            print(folder, name, open(os.path.join(folder, name), errors='replace').read()[:300])
            """
        ),
        "passed",
        10,
    ),
    "processes_listed": Case(
        while_read(
            "import os\ntry: print([open(f'/proc/{p}/cmdline').read() for p in os.listdir('/proc') if p.isdigit()])\nexcept OSError as error: print(error)"
        ),
        "passed",
        10,
    ),
    "parent_environment": Case(
        while_read(
            "import os\nfor p in (1, os.getppid(), os.getpid()):\n    for f in ('environ', 'cmdline', 'maps', 'root', 'cwd'):\n        try: print(open(f'/proc/{p}/{f}', 'rb').read()[:300])\n        except OSError as error: print(error.errno)"
        ),
        "passed",
        10,
    ),
    "parent_memory_read": Case(
        while_read(
            "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\nprint(libc.ptrace(16, os.getppid() or 1, 0, 0), ctypes.get_errno(), libc.syscall(310, 1, 0, 0, 0, 0, 0))"
        ),
        "passed",
        10,
    ),
    "descriptors_listed": Case(
        while_read(
            "import os\nfor f in range(1024):\n    try: print(f, os.fstat(f).st_mode, os.lseek(f, 0, 1))\n    except OSError: pass"
        ),
        "passed",
        10,
    ),
    "answer_reread": Case(
        while_read(
            "import os\nfor f in range(3, 64):\n    try: print(os.pread(f, 100, 0))\n    except OSError: pass"
        ),
        "passed",
        10,
    ),
    "internet": Case(
        while_read(
            "import urllib.request\ntry: urllib.request.urlopen('http://127.0.0.1:9/', timeout=1)\nexcept OSError as error: print(error)"
        ),
        "passed",
        10,
    ),
    "internet_not_caught": Case(
        while_read("import socket\nsocket.create_connection(('127.0.0.1', 9), timeout=1)", after=False),
        "error",
        0,
        "Permission",
    ),
    "raw_socket": Case(
        while_read(
            "import socket\nfor family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK, socket.AF_PACKET):\n    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):\n        try: print('open', socket.socket(family, kind))\n        except OSError: pass"
        ),
        "passed",
        10,
    ),
    "local_socket_bound": Case(
        while_read(
            "import socket\ntry:\n    s = socket.socket(socket.AF_UNIX); s.bind('here'); print('bound')\nexcept OSError as error: print(error)"
        ),
        "passed",
        10,
    ),
    "link_to_password_file": Case(
        while_read(
            "import os\nos.symlink('/etc/passwd', 'link')\ntry: print(open('link').read())\nexcept OSError as error: print(error)"
        ),
        "passed error",
        0,
    ),
    "hard_link": Case(
        while_read(
            "import os\ntry: os.link('/usr/lib/os-release', 'hard')\nexcept OSError as error: print(error)"
        ),
        "passed",
        10,
    ),
    "fifo_made": Case(
        while_read("import os\ntry: os.mkfifo('pipe')\nexcept OSError as error: print(error)"), "passed", 10
    ),
    "device_made": Case(
        while_read(
            "import os\ntry: os.mknod('disk', 0o60666, os.makedev(254, 0))\nexcept OSError as error: print(error)"
        ),
        "passed",
        10,
    ),
    "libraries_changed": Case(
        while_read(
            "import qiskit, numpy, os\nfor module in (qiskit, numpy, os):\n    try: open(module.__file__, 'a').write('#'); print('wrote')\n    except OSError as error: print(error.errno)"
        ),
        "passed",
        10,
    ),
    "startup_file_planted": Case(
        while_read(
            "import os, site\nfor folder in [*site.getsitepackages(), os.path.expanduser('~'), '/tmp', '/etc']:\n    try: open(folder + '/sitecustomize.py', 'w').write('1'); print('wrote', folder)\n    except OSError as error: print(error.errno)"
        ),
        "passed",
        10,
    ),
    "identity_regained": Case(
        while_read(
            "import os\nfor call in (os.setuid, os.setgid):\n    try: call(0); print('became root')\n    except OSError as error: print(error)"
        ),
        "passed",
        10,
    ),
    "namespace_made": Case(
        while_read(
            "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nprint([libc.unshare(flag) for flag in (0x10000000, 0x20000, 0x40000000)], libc.mount(b'x', b'/scratch', b'tmpfs', 0, None), libc.chroot(b'.'))"
        ),
        "passed",
        10,
    ),
    "death_signal_cleared": Case(
        while_read("import ctypes\nlibc = ctypes.CDLL(None)\nprint(libc.prctl(1, 0), libc.prctl(4, 1))"),
        "passed",
        10,
    ),
    "session_left": Case(
        while_read("import os\ntry: os.setsid()\nexcept OSError as error: print(error)"), "passed", 10
    ),
    "priority_raised": Case(
        while_read("import os\ntry: os.nice(-20)\nexcept OSError as error: print(error)"), "passed", 10
    ),
    "strange_calls": Case(
        while_read(
            "import ctypes\nlibc = ctypes.CDLL(None)\nprint([libc.syscall(n, 0, 0, 0, 0, 0, 0) for n in (101, 175, 246, 248, 250, 298, 321, 323, 425, 428, 434, 438, 448)])"
        ),
        "passed",
        10,
    ),
    "terminal_typed_into": Case(
        while_read(
            "import fcntl\nfor f in (0, 1, 2):\n    try: fcntl.ioctl(f, 0x5412, b'x')\n    except OSError as error: print(error)"
        ),
        "passed",
        10,
    ),
    "secret_asked_of_the_check": Case(
        while_read(
            "def share(counts):\n    import sys\n    print('input', counts, file=sys.stderr)\n    if sum(counts.values()) > 100: raise RuntimeError(f'seen {counts}')\n    return 0.75"
        ),
        "error",
        9,
    ),
    "hidden_input_in_the_name": Case(
        while_read(
            "def share(counts):\n    if sum(counts.values()) > 100: raise type('Seen' + str(sum(counts.values())), (Exception,), {})\n    return 0.75"
        ),
        "error",
        9,
    ),
    "hidden_input_kept": Case(
        while_read(
            "import os\ndef share(counts):\n    open('kept', 'a').write(str(counts)); print(open('kept').read())\n    return (counts.get('00', 0) + counts.get('11', 0)) / sum(counts.values())"
        ),
        "passed error",
        0,
    ),
}
