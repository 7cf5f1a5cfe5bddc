"""How lines of the trail about people and the site read."""

SENTENCES = {
    "user.created": "{actor} made the account {target}",
    "user.closed": "{actor} closed the account {target}",
    "user.opened": "{actor} opened the account {target} again",
    "user.password_reset": "{actor} gave {target} a new one-time password",
    "user.password_chosen": "{actor} chose a new password",
    "user.second_factor_reset": "{actor} removed the second factor of {target}",
    "user.signed_in": "{actor} signed in from {after[address]} by {after[methods]}",
    "user.signed_out": "{actor} signed out",
    "user.sign_in_failed": "Somebody at {after[address]} gave a wrong password for {target}",
    "user.sign_in_throttled": (
        "Further attempts for {target} from {after[address]} were refused for a while"
    ),
    "user.code_refused": "Somebody who knew the password of {target} gave a wrong code",
    "user.factor_added": "{actor} added a second factor: {after[factor]}",
    "user.factor_removed": "{actor} removed a second factor: {after[factor]}",
    "user.factor_renewed": "{actor} renewed a second factor: {after[factor]}",
    "membership.granted": "{actor} made {after[user]} {after[role]}, {after[scope]}",
    "membership.revoked": "{actor} took from {before[user]} the role {before[role]}, {before[scope]}",
    "site.settings_changed": "{actor} changed the site's settings",
}
