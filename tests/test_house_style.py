"""The rules of CONTRIBUTING.md that a machine can hold; prints the worst five of each."""

import ast
from statistics import median, quantiles

from tests.conftest import ROOT

# Migrations are written by Django.
SOURCES = sorted(p for p in (ROOT / "src").rglob("*.py") if "migrations" not in p.parts)


def functions():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path.relative_to(ROOT), node


def own_lines(node) -> int:
    """Lines of the body without its docstring."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return node.end_lineno - first.lineno + 1


def test_files_are_short():
    sizes = {p.relative_to(ROOT): len(p.read_text(encoding="utf-8").splitlines()) for p in SOURCES}
    worst = sorted(sizes.items(), key=lambda item: -item[1])[:5]
    print(worst)
    assert worst[0][1] <= 500, worst
    assert median(sizes.values()) <= 120


def test_functions_are_short():
    sizes = [(own_lines(node), f"{path}:{node.name}") for path, node in functions()]
    print(sorted(sizes)[-5:])
    assert quantiles([size for size, _ in sizes], n=10)[-1] <= 35


def test_at_most_five_positional_parameters():
    many = [
        f"{path}:{node.name}"
        for path, node in functions()
        if len(node.args.posonlyargs) + len(node.args.args) > 6
    ]
    assert many == []


def test_public_functions_and_classes_say_what_they_are():
    bare = []
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree) or not tree.body, path
        for node in tree.body:
            kind = isinstance(node, ast.FunctionDef | ast.ClassDef)
            if kind and not node.name.startswith("_") and not ast.get_docstring(node):
                bare.append(f"{path.relative_to(ROOT)}:{node.name}")
    assert bare == []


def test_tables_are_data_not_code():
    long = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            rows = getattr(node, "elts", None) or getattr(node, "keys", None) or []
            nested = [row for row in rows if isinstance(row, ast.Tuple | ast.List | ast.Dict)]
            if len(nested) > 20:
                long.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert long == []


def test_own_imports_stand_at_the_top():
    """An import of ours inside a function is a cycle in hiding."""
    hidden = [
        f"{path}:{inner.lineno}"
        for path, node in functions()
        for inner in ast.walk(node)
        if isinstance(inner, ast.ImportFrom) and (inner.module or "").startswith("comity")
    ]
    assert hidden == []


def test_no_file_is_called_what_says_nothing():
    empty = {"utils", "helpers", "common", "manager", "base", "misc"}
    assert [p for p in SOURCES if p.stem in empty] == []
