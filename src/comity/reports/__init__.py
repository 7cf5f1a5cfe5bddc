"""Results made readable: charts, tables, workbooks, briefs; no analysis."""
