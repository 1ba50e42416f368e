"""Files that are not what they should be: encodings, broken Python, every kind of broken notebook."""

from __future__ import annotations

import json
import zlib

from .case import RIGHT, Case


def notebook(*cells: object, **more: object) -> str:
    """A notebook of code cells (texts) and of whatever else is given."""
    whole = [
        {
            "cell_type": "code",
            "id": f"c{place}",
            "metadata": {},
            "outputs": [],
            "execution_count": None,
            "source": cell,
        }
        if isinstance(cell, str)
        else cell
        for place, cell in enumerate(cells)
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": whole, **more})


def _python(source: str | bytes, says: str = "", status: str = "invalid", points: float = 0.0) -> Case:
    return Case(source, status, points, says)


def _book(source: str | bytes, says: str = "", status: str = "invalid", points: float = 0.0) -> Case:
    return Case(source, status, points, says, "pair.ipynb")


_PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
_ZIP = b"PK\x03\x04" + zlib.compress(RIGHT.encode()) * 3
_WORD = "Mission d\u2019étude. ".encode("cp1252") * 20

CASES: dict[str, Case] = {
    "empty": _python("", "", "failed error", 0),
    "only_spaces": _python(" \n\n", "", "failed error", 0),
    "only_a_comment": _python("# rien", "missing", "failed"),
    "only_a_docstring": _python('"""Mon travail."""', "missing", "failed"),
    "utf16": _python(RIGHT.encode("utf-16"), "UTF-16"),
    "utf16_without_mark": _python(RIGHT.encode("utf-16-le"), "UTF-16"),
    "utf16_big_end_first": _python(b"\xfe\xff" + RIGHT.encode("utf-16-be"), "UTF-16"),
    "utf32": _python(RIGHT.encode("utf-32"), ""),
    "latin_1": _python(RIGHT.replace("at least 2", "trop peu élevé").encode("latin-1"), "UTF-8"),
    "word_processor_quotes": _python(RIGHT.replace('"', "\u201c"), "valid Python"),
    "windows_document": _python(_WORD, "UTF-8"),
    "picture": _python(_PNG, "binary"),
    "archive_named_py": _python(_ZIP, "binary"),
    "pdf": _python(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(100), "binary"),
    "null_bytes": _python(RIGHT.encode() + b"\0\0\0", "binary"),
    "random_bytes": _python(bytes((index * 7919) % 251 for index in range(5000)), "binary"),
    "one_null_byte": _python(b"\0", "binary"),
    "unbalanced": _python(RIGHT + "\nprint((1, 2)", "valid Python"),
    "unindented": _python(RIGHT.replace("    return ghz(2)", "return ghz(2)"), "valid Python"),
    "tabs_and_spaces": _python("def pair():\n\tx = 1\n        return x\n", "valid Python"),
    "python_2": _python("print 'bonjour'\n", "valid Python"),
    "future_syntax": _python("lazy import qiskit\n", "valid Python"),
    "merge_marks": _python("<<<<<<< HEAD\n" + RIGHT, "valid Python"),
    "web_page": _python("<!doctype html><html><body>pair</body></html>", "valid Python"),
    "other_language": _python("function pair() { return 1; }", "valid Python"),
    "prose": _python("Madame, Monsieur, voici mon travail.", "valid Python"),
    "shell_session": _python(">>> def pair(): pass\n...\n", "valid Python"),
    "magics_in_a_py": _python("%matplotlib inline\n" + RIGHT, "valid Python"),
    "deeply_nested": _python("x = " + "(" * 5000 + ")" * 5000, "valid Python"),
    "deeply_negated": _python("x = " + "-" * 200000 + "1", "", "invalid crashed resource"),
    "long_sum": _python(
        "x = " + "+".join(["1"] * 300000), "", "invalid crashed resource error failed timeout"
    ),
    "long_attribute": _python("x = a" + ".b" * 100000, "", "invalid crashed resource error"),
    "long_line": _python("x = '" + "a" * 3_000_000 + "'\n" + RIGHT, "", "passed", 10),
    "many_lines": _python(RIGHT + "x = 1\n" * 200_000, "", "passed resource timeout", 10),
    "huge_integer": _python("x = " + "9" * 10_000, "", "invalid error"),
    "too_large": _python("#" + "x" * (4 * 2**20 + 10), "4 MB"),
    "source_encoding_declared": _python("# -*- coding: latin-1 -*-\n" + RIGHT, "", "passed", 10),
    "unknown_encoding_declared": _python("# -*- coding: klingon -*-\n" + RIGHT, "", "passed invalid", 10),
    "return_outside": _python("return 1\n", "", "invalid error"),
    "await_outside": _python("await 1\n", "", "invalid error"),
    "notebook_named_py": Case(notebook(RIGHT), "invalid", 0, "rename it to .ipynb"),
    "python_named_ipynb": _book(RIGHT, "JSON"),
    "book_empty": _book("", "JSON"),
    "book_list": _book("[]", "not a notebook"),
    "book_text": _book('"pair"', "not a notebook"),
    "book_number": _book("1e999", "not a notebook"),
    "book_null": _book("null", "not a notebook"),
    "book_without_cells": _book("{}", "not a notebook"),
    "book_cells_null": _book('{"nbformat": 4, "cells": null}', "not a notebook"),
    "book_cells_dict": _book('{"nbformat": 4, "cells": {"0": 1}}', "not a notebook"),
    "book_no_cell": _book(notebook(), "no code"),
    "book_only_prose": _book(
        notebook({"cell_type": "markdown", "source": "def pair(): pass", "metadata": {}}), "no code"
    ),
    "book_blank_cells": _book(notebook("", "  \n"), "no code"),
    "book_cells_of_numbers": _book(json.dumps({"nbformat": 4, "cells": [1, None, "x", []]}), "no code"),
    "book_source_a_number": _book(notebook({"cell_type": "code", "source": 3}), "no code"),
    "book_source_missing": _book(notebook({"cell_type": "code"}), "no code"),
    "book_source_of_mixed_parts": _book(
        notebook({"cell_type": "code", "source": [RIGHT, None, 3, {}]}), "", "passed", 10
    ),
    "book_version_3": _book(json.dumps({"nbformat": 3, "worksheets": [{"cells": []}]}), "old format"),
    "book_version_text": _book(notebook(RIGHT, nbformat="four"), "", "passed invalid", 10),
    "book_truncated": _book(notebook(RIGHT)[:-40], "JSON"),
    "book_conflict": _book("<<<<<<< HEAD\n" + notebook(RIGHT), "JSON"),
    "book_trailing_comma": _book(notebook(RIGHT)[:-1] + ",}", "JSON"),
    "book_single_quotes": _book(notebook(RIGHT).replace('"', "'"), "JSON"),
    "book_two_documents": _book(notebook(RIGHT) * 2, "JSON"),
    "book_utf16": _book(notebook(RIGHT).encode("utf-16"), "UTF-16"),
    "book_latin_1": _book(notebook("# é").replace("\\u00e9", "é").encode("latin-1"), "UTF-8"),
    "book_binary": _book(_PNG, "binary"),
    "book_deep": _book('{"cells": ' + "[" * 100_000 + "]" * 100_000 + "}", "JSON"),
    "book_huge_number": _book('{"nbformat": ' + "9" * 10_000 + ', "cells": []}', ""),
    "book_not_finite": _book(notebook(RIGHT, metadata={"x": float("nan")}), "", "passed", 10),
    "book_lone_surrogate": _book(notebook("x = '\ud800'", RIGHT), "", "passed invalid error", 10),
    "book_syntax_error_in_all_cells": _book(notebook("def pair(:", "def ghz("), "SyntaxError", "error"),
    "book_answer_in_raw_cell": _book(
        notebook("x = 1", {"cell_type": "raw", "source": RIGHT}), "missing", "failed"
    ),
    "book_another_language": _book(
        notebook("%%javascript\nlet x = 1", "%%bash\nexit 0"), "missing", "failed"
    ),
    "book_many_cells": _book(notebook(*["x = 1"] * 20_000, RIGHT), "", "passed", 10),
    "book_many_failing_cells": _book(notebook(*["1 / 0"] * 5_000, RIGHT), "", "passed", 10),
    "book_too_large": _book(notebook(RIGHT, {"cell_type": "markdown", "source": "x" * (4 * 2**20)}), "4 MB"),
}
