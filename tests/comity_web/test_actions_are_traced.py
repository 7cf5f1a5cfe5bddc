"""Actions are the only writers: each says who (``by``), and each leaves a line in the trail."""

import ast
from pathlib import Path

import comity_web

ROOT = Path(comity_web.__file__).parent
#: What writes a line itself.
WRITERS = {"write_event", "save_changes", "move"}
#: What changes rows: for actions alone.
CHANGES = {
    *("save", "delete", "create", "update", "get_or_create", "update_or_create"),
    *("bulk_create", "bulk_update"),
}
#: Writes that leave no line, with the reason.
UNTRACED = {"note_use": "when a token was used last; a line for each call would bury the others"}


def action_files():
    return sorted(p for p in ROOT.rglob("*.py") if p.stem == "actions" or "_actions" in p.stem)


def functions(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef)}


def calls(node):
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call):
            name = inner.func
            yield name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")


def reaching(names):
    """Names of all functions of actions that reach one of these, however many steps away."""
    every = {name: node for path in action_files() for name, node in functions(path).items()}
    found = set(names)
    while True:
        more = {n for n, node in every.items() if n not in found and set(calls(node)) & found}
        if not more:
            return found
        found |= more


def actions():
    """Public functions that change something; what only looks or computes is no action."""
    changing = reaching(CHANGES | WRITERS)
    for path in action_files():
        for name, node in functions(path).items():
            if not name.startswith("_") and name in changing and name not in UNTRACED:
                yield f"{path.relative_to(ROOT)}:{name}", name, node


def test_there_are_actions_to_look_at():
    assert len(list(actions())) > 15


def test_every_action_says_who():
    silent = [
        where
        for where, _, node in actions()
        if "by" not in {argument.arg for argument in node.args.kwonlyargs}
    ]
    assert silent == [], "give these a keyword-only by="


def test_every_action_leaves_a_line():
    known = reaching(WRITERS)
    silent = [where for where, name, _ in actions() if name not in known]
    assert silent == [], "call write_event or save_changes inside the transaction"


def test_every_action_is_one_transaction():
    """A change and its line stand or fall together: the decorator, or a block around both."""
    loose = [
        where
        for where, _, node in actions()
        if set(calls(node)) & (CHANGES | {"write_event"}) and "atomic" not in ast.unparse(node)
    ]
    assert loose == [], "decorate these with @transaction.atomic"


def test_pages_and_queries_change_nothing():
    writing = []
    for path in ROOT.rglob("*.py"):
        where = str(path.relative_to(ROOT))
        if path.stem == "queries" or "pages" in path.parts or "endpoints" in path.parts:
            for inner in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                is_call = isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute)
                if is_call and inner.func.attr in CHANGES and "objects" in ast.unparse(inner.func):
                    writing.append(f"{where}:{inner.lineno}")
    assert writing == [], "let an action of actions.py do this"
