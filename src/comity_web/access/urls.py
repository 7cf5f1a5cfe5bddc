"""Addresses of this application."""

from django.urls import path

from comity_web.access.pages import person_change as change
from comity_web.access.pages.invite import invite
from comity_web.access.pages.my_account import my_account
from comity_web.access.pages.people import people
from comity_web.access.pages.person import person
from comity_web.access.pages.roles import roles
from comity_web.access.pages.settings import settings
from comity_web.access.pages.trail import trail
from comity_web.access.pages.trail_download import trail_download

urlpatterns = [
    path("", people, name="people"),
    path("me/", my_account, name="my-account"),
    path("new/", invite, name="invite"),
    path("roles/", roles, name="roles"),
    path("roles/<int:pk>/take/", change.take_role, name="take-role"),
    path("settings/", settings, name="site-settings"),
    path("trail/", trail, name="trail"),
    path("trail/<str:form>/", trail_download, name="trail-download"),
    path("<int:pk>/", person, name="person"),
    path("<int:pk>/give-role/", change.give_role, name="give-role"),
    path("<int:pk>/close/", change.close_account, name="close-account"),
    path("<int:pk>/reset-password/", change.reset_password, name="reset-password"),
    path("<int:pk>/reset-second-factor/", change.reset_second_factor, name="reset-second-factor"),
]
