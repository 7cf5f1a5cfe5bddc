"""Coverage as one HTML page: a table, and a map of indicators by years; no script, no network."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from comity.terms.arrays import FloatArray

_STYLE = """
body{font:14px/1.4 system-ui,sans-serif;margin:2rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;margin:1rem 0}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{padding:.15rem .4rem;border:1px solid #ddd;text-align:right}
th:first-child,td:first-child{text-align:left;white-space:nowrap}
thead th{position:sticky;top:0;background:#fff}
.map td{min-width:1.9rem}
footer{margin-top:2rem;color:#555}
"""


def coverage_page(
    title: str,
    rows: Sequence[Mapping[str, Any]],
    *,
    indicators: Sequence[str],
    years: Sequence[int],
    shares: FloatArray,
    note: str,
) -> str:
    """One page that can be opened anywhere.

    Parameters
    ----------
    title
        What is shown.
    rows
        The answer as a table.
    indicators, years, shares
        Share of partners with a value of each indicator in each year ``(J, years)``, 0-1.
    note
        What was counted, and from which edition of the panel.
    """
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(note)}</p>\n"
        f"{_table(rows)}\n{_map(indicators, years, shares)}\n"
        "<footer>Unclassified data only. Made with Comity.</footer></body></html>\n"
    )


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    lines = ("".join(f"<td>{_cell(row.get(name))}</td>" for name in names) for row in rows)
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><caption>Coverage</caption><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>"


def _map(indicators: Sequence[str], years: Sequence[int], shares: FloatArray) -> str:
    """Percentages in cells that are darker the more is known, so that ink is never alone."""
    head = "".join(f'<th scope="col">{year}</th>' for year in years)
    lines = []
    for name, line in zip(indicators, shares.tolist(), strict=True):
        cells = "".join(_shade(share) for share in line)
        lines.append(f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>')
    body = "\n".join(lines)
    caption = "Partners with a value in that year, per cent"
    return (
        f'<table class="map"><caption>{caption}</caption>'
        f'<thead><tr><th scope="col">indicator</th>{head}</tr></thead>\n<tbody>{body}</tbody></table>'
    )


def _shade(share: float) -> str:
    if share == 0:
        return "<td></td>"
    ink = "#fff" if share > 0.55 else "#1a1a1a"
    return f'<td style="background:rgba(8,69,148,{share:.2f});color:{ink}">{100 * share:.0f}</td>'


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:,.4g}" if abs(value) < 1e4 else f"{value:,.0f}"
    return escape(str(value))
