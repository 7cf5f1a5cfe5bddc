"""Operations of this application."""

from ninja import Router

from comity_web.evaluate.endpoints import panel_model, results, runs, studies

router = Router(tags=["Studies"])
for topic in (studies, runs, results, panel_model):
    router.add_router("", topic.router)
