"""Write the first edition of the authority records from the research table.

This ran once. Since then the TOML files in ``src/comity/authorities/records`` are the truth: correct
a record there. The script refuses to write over a record that exists.

    python scripts/authorities_from_table.py TABLE.csv --checked 2026-11-24

``scripts/authorities_readings.toml`` holds what the table does not: which activities, purposes,
recipients and partners a provision reaches as Comity reads it, its steps, notices and ceilings.
"""

import argparse
import csv
import re
import sys
import textwrap
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
RECORDS = HERE.parent / "src" / "comity" / "authorities" / "records"
WORDS = HERE.parent / "src" / "comity" / "authorities" / "words.toml"
REFORM_EVE = "2016-12-22"
CONCURRENCE = ("concurrence", "approval", "specific approval", "SecState re")
COORDINATION = ("coordination", "through", "joint notice", "by executive", "foreign support")
STATUS = {"in force": "in force", "in force as reporting and budget device": "in force"}
ENDED = ("repealed", "expired", "codified", "renumbered", "executed")


def main() -> int:
    """Write every record that is not there yet."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("table", type=Path)
    options.add_argument("--checked", required=True, help="day of the last look at the records")
    given = options.parse_args()
    readings = tomllib.loads((HERE / "authorities_readings.toml").read_text(encoding="utf-8"))
    committees = tomllib.loads(WORDS.read_text(encoding="utf-8"))["committees"]
    with given.table.open(encoding="utf-8", newline="") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    blank = dict.fromkeys(next(iter(rows.values())), "")
    rows |= {key: blank | more["row"] for key, more in readings.items() if "row" in more}
    for key, more in readings.items():
        rows[key] |= more.get("override", {})
    lineage = _lineage(rows)
    RECORDS.mkdir(parents=True, exist_ok=True)
    for key, row in rows.items():
        target = RECORDS / f"{key}.toml"
        if target.exists():
            continue
        record = _record(row, readings.get(key, {}), lineage[key], committees, given.checked)
        target.write_text(_toml(record), encoding="utf-8")
    sys.stdout.write(f"{len(rows)} records\n")
    return 0


def _lineage(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, list[str]]]:
    """Predecessors and successors both ways; relatives without a record apart."""
    found = {k: {"predecessors": [], "successors": [], "former": [], "later": []} for k in rows}
    for key, row in rows.items():
        for column, mine, other, loose in (
            ("predecessor", "predecessors", "successors", "former"),
            ("successor", "successors", "predecessors", "later"),
        ):
            for name in filter(None, map(str.strip, row[column].split(";"))):
                if name not in rows:
                    found[key][loose].append(name)
                    continue
                for here, what, there in ((key, mine, name), (name, other, key)):
                    if there not in found[here][what]:
                        found[here][what].append(there)
    return found


def _record(
    row: dict[str, str],
    more: dict[str, Any],
    lineage: dict[str, list[str]],
    committees: dict[str, list[str]],
    checked: str,
) -> dict[str, Any]:
    names = {
        "id": "id", "citation": "citation", "name": "short_name", "category": "rand_class",
        "subcategory": "rand_subclass", "permits": "permits", "recipients": "recipients",
        "restrictions": "restrictions", "account": "funding_account", "reporting": "reporting",
        "cap_note": "cap_note", "certainty": "certainty", "recheck": "recheck", "note": "note",
        "origin": "origin_law", "last_change": "last_major_change",
    }  # fmt: skip
    record: dict[str, Any] = {key: row[column] for key, column in names.items() if row[column]}
    record |= {"title": _title(row), "group": row["title_group"], "checked": checked}
    record["approval"] = _approval(row, more)
    record["validity"] = _validity(row, more, lineage)
    record["source"] = _sources(row)
    record["notice"] = _notices(row, more, committees)
    record["cap"] = more.get("caps", _caps(row))
    record["report"] = more.get("reports", [])
    record["step"] = more.get("steps", [])
    if "activities" in more:
        record["fit"] = _fit(row, more)
    if "bar" in more:
        record["bar"] = more["bar"]
    return record


def _title(row: dict[str, str]) -> str:
    if row["citation"].startswith("PL "):
        return "Annual defense acts"
    group = row["title_group"]
    if group == "appropriation":
        return "Appropriations acts"
    return f"Title {re.sub('[^0-9]', '', group.split('-')[0])}"


def _approval(row: dict[str, str], more: dict[str, Any]) -> dict[str, Any]:
    level = _level(row["state_role"])
    holder = row["holder"]
    approvers = more.get("approvers") or _approvers(holder, level)
    found = {
        "holder": holder, "state": row["state_role"], "level": level,
        "chief_of_mission": row["chief_of_mission_role"], "approvers": approvers,
    }  # fmt: skip
    return {key: value for key, value in found.items() if value}


def _level(role: str) -> str:
    """Rung of the State role ladder; blank or merely recalled 'none' is not known."""
    if not role or role == "none recalled":
        return "unknown"
    if "joint development" in role or (role.startswith("joint") and "notice" not in role):
        return "joint"
    if role.startswith("none"):
        return "none"
    if role.startswith(CONCURRENCE):
        return "concurrence"
    if role.startswith("consultation"):
        return "consultation"
    return "coordination" if role.startswith(COORDINATION) else "lead"


def _approvers(holder: str, level: str) -> list[str]:
    if holder in {"", "n/a", "agencies", "agency heads", "Congress"}:
        return []
    first = holder.partition(";")[0].partition(" (")[0]
    lead = "SecState" if "SecState" in holder else first
    return (
        [lead, "SecState"] if level in {"concurrence", "joint"} and lead != "SecState" else [lead]
    )


def _validity(
    row: dict[str, str], more: dict[str, Any], lineage: dict[str, list[str]]
) -> dict[str, Any]:
    told = row["status"]
    status = STATUS.get(told) or ("ended" if told.startswith(ENDED) else "check")
    if "check" in told or "residual" in told:
        status = "check"
    end = more.get("to", REFORM_EVE if told.startswith("repealed or redesignated 2016") else "")
    recalled = row["certainty"] == "recalled"
    found = {
        "status": status,
        "status_note": told if told != status else "",
        "permanence": row["permanence"],
        "begins": more.get("from", ""),
        "begins_certainty": more.get("from_certainty", "recalled" if recalled else ""),
        "begins_note": more.get("from_note", row["enacted"]),
        "ends": end,
        "ends_certainty": more.get("to_certainty", ""),
        "ends_note": more.get("to_note", row["sunset"]),
        "predecessors": lineage["predecessors"],
        "successors": lineage["successors"],
        "former_numbers": lineage["former"],
        "later_names": lineage["later"],
    }
    return {key: value for key, value in found.items() if value}


def _sources(row: dict[str, str]) -> list[dict[str, str]]:
    kind = {"verified": "read", "partly verified": "read in part"}.get(row["certainty"], "")
    addresses = [part.strip() for part in row["source_url"].split(" ; ") if part.strip()]
    if not addresses:
        addresses, kind = [_where_to_read(row["citation"])], "to be read"
    found = [{"address": address, "kind": kind or "looked at"} for address in addresses]
    if row["text_as_of"]:
        found[0]["text_as_of"] = row["text_as_of"]
    return found


def _where_to_read(citation: str) -> str:
    code = re.match(r"(\d+) USC (\d+[a-z]?(?:-\d+)?)", citation)
    if code:
        section = f"USC-prelim-title{code[1]}-section{code[2]}"
        return f"https://uscode.house.gov/view.xhtml?req=granuleid:{section}&edition=prelim"
    law = re.match(r"PL (\d+)-(\d+)", citation)
    if law:
        return f"https://www.govinfo.gov/app/details/PLAW-{law[1]}publ{law[2]}"
    return "https://www.govinfo.gov/app/collection/plaw"


def _notices(
    row: dict[str, str], more: dict[str, Any], committees: dict[str, list[str]]
) -> list[dict[str, Any]]:
    if "notices" in more:
        return [_named(dict(notice), committees) for notice in more["notices"]]
    if not row["notify_days"] and not row["notify_trigger"]:
        return []
    recalled = "recalled" in row["notify_days"] or row["certainty"] == "recalled"
    notice: dict[str, Any] = {
        "to": row["notify_to"] or "unknown",
        "trigger": row["notify_trigger"] or "When it is used.",
        "timing": "after" if "after" in row["notify_days"] else "before",
    }
    if row["notify_days_num"]:
        notice["days"] = int(row["notify_days_num"])
    if recalled:
        notice["certainty"] = "recalled"
    return [_named(notice, committees)]


def _named(notice: dict[str, Any], committees: dict[str, list[str]]) -> dict[str, Any]:
    to = notice["to"].replace("committees under FAA 634A", "634A")
    names = committees.get(to, [] if to == "unknown" else to.split(";"))
    order = ["Speaker", "SASC", "SFRC", "SAC", "HASC", "HFAC", "HAC"]
    names = sorted(names, key=lambda name: order.index(name) if name in order else 99)
    return {"to": names} | {key: value for key, value in notice.items() if key != "to"}


def _caps(row: dict[str, str]) -> list[dict[str, Any]]:
    if not row["annual_cap_usd"]:
        return []
    cap: dict[str, Any] = {"usd": int(row["annual_cap_usd"]), "scope": "fiscal year"}
    cap["text"] = row["cap_note"] or row["cap_scope"]
    if "recalled" in row["cap_note"] or row["certainty"] == "recalled":
        cap["certainty"] = "recalled"
    return [cap]


def _fit(row: dict[str, str], more: dict[str, Any]) -> dict[str, Any]:
    default = {"T22-FAA": ["faa"], "T22-AECA": ["aeca"], "T22-other": ["faa"], "T14": ["dhs"]}
    fit: dict[str, Any] = {
        "family": more.get("family", default.get(row["title_group"], ["dod"])),
    }
    for key in ("sure", "companion", "money_only", "annual", "purpose_dates"):
        if more.get(key):
            fit[key] = more[key]
    for key in ("activities", "purposes", "recipients", "aims", "partners"):
        if more.get(key):
            fit[key] = more[key]
    return fit


def _toml(record: dict[str, Any]) -> str:
    lines = ["# The words are Comity's own; the citation points to the law.", ""]
    first = ["id", "citation", "name", "title", "group", "category", "subcategory"]
    plain = {k: v for k, v in record.items() if not isinstance(v, dict | list)}
    order = [*first, *(k for k in plain if k not in first)]
    lines += [f"{key} = {_text(plain[key])}" for key in order]
    for key, value in record.items():
        if isinstance(value, dict):
            lines += _table(key, value)
        elif isinstance(value, list):
            for item in value:
                lines += ["", f"[[{key}]]", *(f"{k} = {_value(v)}" for k, v in item.items())]
    return "\n".join(lines) + "\n"


def _table(name: str, table: dict[str, Any]) -> list[str]:
    lines = ["", f"[{name}]"]
    nested = {k: v for k, v in table.items() if isinstance(v, dict)}
    lines += [f"{_key(k)} = {_value(v)}" for k, v in table.items() if k not in nested]
    for key, value in nested.items():
        lines += _table(f"{name}.{_key(key)}", value)
    return lines


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else f'"{key}"'


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"{value:_}"
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items()) + " }"
    return _text(str(value))


def _text(text: str) -> str:
    safe = text.replace("\\", "\\\\").replace('"', '\\"')
    if len(safe) < 92:
        return f'"{safe}"'
    wrapped = textwrap.wrap(safe, 96, break_long_words=False, break_on_hyphens=False)
    if len(wrapped) == 1:
        return f'"{safe}"'
    return '"""\n' + " \\\n".join(wrapped) + '"""'


if __name__ == "__main__":
    sys.exit(main())
