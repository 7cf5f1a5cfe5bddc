"""Addresses of this application."""

from django.urls import path

from comity_web.access.pages.my_account import my_account

urlpatterns = [path("me/", my_account, name="my-account")]
