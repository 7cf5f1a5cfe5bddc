"""What can be permitted, in one list."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that somebody may do. Roles hold these; pages and API calls ask for them."""

    READ = "read"  # figures, agreed records, downloads
    READ_DRAFTS = "read drafts"  # what is not agreed yet
    EDIT_ASSESSMENT = "edit assessment"  # scenarios, priorities
    RUN_STUDIES = "run studies"
    EDIT_EVALUATION = "edit evaluation"
    APPROVE = "approve"
    READ_AUDIT = "read audit"  # the trail of everything; one's own records' trail needs READ_DRAFTS
    MANAGE_MEMBERS = "manage members"
    MANAGE_SITE = "manage site"
