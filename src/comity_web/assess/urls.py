"""Addresses of this application."""

from django.urls import path

from comity_web.assess.pages.home import home

urlpatterns = [path("", home, name="home")]
