"""Records that stand in addresses of the table of routes."""

from tests.comity_web.evaluate.made_runs import finished_run, uploaded_table

EXAMPLES = {
    "run_of_eva": lambda _: finished_run().pk,
    "table_of_eva": lambda people: uploaded_table(people["eva"]).pk,
}
