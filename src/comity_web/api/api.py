"""Operations of this application."""

from ninja import Router

from comity_web.api.endpoints import me, openapi, trail

router = Router(tags=["You and the trail"])
for topic in (me, trail, openapi):
    router.add_router("", topic.router)
