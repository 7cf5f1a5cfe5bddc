"""Addresses: each application keeps its own list."""

from django.urls import include, path

from comity_web.site.pages.components import components

urlpatterns = [
    path("", include("comity_web.assess.urls")),
    path("", include("comity_web.world.urls")),
    path("authorities/", include("comity_web.authorities.urls")),
    path("evaluate/", include("comity_web.evaluate.urls")),
    path("jobs/", include("comity_web.jobs.urls")),
    path("records/", include("comity_web.records.urls")),
    path("people/", include("comity_web.access.urls")),
    path("account/", include("comity_web.access.account_urls")),
    path("api/", include("comity_web.api.urls")),
    path("site/components/", components, name="components"),
]

handler403 = "comity_web.site.refusals.forbidden"
handler404 = "comity_web.site.refusals.not_found"
handler500 = "comity_web.site.refusals.broken"
