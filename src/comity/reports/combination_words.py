"""A set of authorities in words: what it waits for and what it asks."""

from comity.authorities.combination import Combination


def asks_of(option: Combination) -> list[str]:
    """Wait, approvals, accounts, reports, sunset risk and checks, one sentence for each there is."""
    by = f", first notice by {option.notify_by}" if option.notify_by else ""
    named = (
        ("approvals", option.approvers),
        ("accounts", option.accounts),
        ("reports", option.reports),
        ("sunset risk", option.sunsets),
        ("to check", option.to_check),
    )
    asked = [f"{what}: {'; '.join(values)}" for what, values in named if values]
    return [f"longest wait: {option.wait} days{by}", *asked]
