"""Operations of this application."""

from ninja import Router

from comity_web.world.endpoints import coverage, groupings, indicators, panel, partners, values

router = Router(tags=["Partners and data"])
for topic in (partners, groupings, indicators, values, coverage, panel):
    router.add_router("", topic.router)
