"""Addresses of sign-in. They are allauth's, less what needs e-mail or lets visitors make accounts."""

from allauth.socialaccount.providers.openid_connect.views import callback
from django.urls import include, path, re_path

from comity_web.access.pages.closed import closed
from comity_web.access.pages.to_provider import to_provider

#: Names stay, because allauth's pages ask for their addresses; whoever goes there is told what to do.
CLOSED = [
    path("signup/", closed, name="account_signup"),
    path("email/", closed, name="account_email"),
    path("confirm-email/", closed, name="account_email_verification_sent"),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", closed, name="account_confirm_email"),
    path("password/set/", closed, name="account_set_password"),
    path("password/reset/", closed, name="account_reset_password"),
    path("password/reset/done/", closed, name="account_reset_password_done"),
    path("password/reset/key/done/", closed, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        closed,
        name="account_reset_password_from_key",
    ),
    path("login/code/confirm/", closed, name="account_confirm_login_code"),
    path("sign-on/signup/", closed, name="socialaccount_signup"),
]

urlpatterns = [
    *CLOSED,
    path("sign-on/<str:provider_id>/login/", to_provider, name="openid_connect_login"),
    path("sign-on/<str:provider_id>/login/callback/", callback, name="openid_connect_callback"),
    path("", include("allauth.account.urls")),
    path("two-factor/", include("allauth.mfa.urls")),
    path("sign-on/", include("allauth.socialaccount.urls")),
]
