"""Make an account, give a role, replace a password or a lost second factor."""

import click

from comity.cli.shared_site import site_module


@click.command()
@click.argument("username")
@click.option("--role", default="", help="Give this role; makes the account if it is not there.")
@click.option(
    "--where",
    default="everywhere",
    show_default=True,
    help="Place of the role: everywhere, a command, or a partner by any name or code.",
)
@click.option("--name", "full_name", default="", help="Full name of a new account.")
@click.option("--new-password", is_flag=True, help="Print a new one-time password.")
@click.option("--remove-second-factor", is_flag=True, help="Of somebody who lost it.")
@click.option("--close", is_flag=True, help="Close the account; nothing is removed.")
@click.option("--reopen", is_flag=True, help="Open a closed account again.")
def command(username: str, close: bool, reopen: bool, **asked: object) -> None:
    r"""Make an account, give a role, replace a password or a lost second factor.

    For the first day, and for the day on which no administrator can sign in. What is done stands in
    the trail with your name on this machine. Without options it says how the account stands.

    \b
    comity site user ada --role administrator --name "Ada Invented"
    comity site user pablo --role planner --where AFRICOM
    comity site user ada --new-password --remove-second-factor
    """
    if close and reopen:
        raise click.UsageError("Say --close or --reopen, not both.")
    console = site_module("access.console")
    console.account(username, say=click.echo, close=close, reopen=reopen, **asked)
