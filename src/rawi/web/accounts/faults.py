"""What can be wrong with accounts; the codes stand in the catalogue of the commands."""

from __future__ import annotations

from rawi.errors import RawiError


class AccountsMissing(RawiError):
    """There is no file of accounts, or no admin in it, and one is needed."""

    code = "accounts.missing"


class AccountsBroken(RawiError):
    """The file of accounts cannot be opened or read, or is something else."""

    code = "accounts.file"


class NoAccount(RawiError):
    """There is no account of this name."""

    code = "accounts.unknown"


class AccountTaken(RawiError):
    """There is an account of this name, or of one that looks the same."""

    code = "accounts.taken"


class NameRefused(RawiError):
    """This cannot be the name of an account."""

    code = "accounts.name"


class PasswordRefused(RawiError):
    """This cannot be a password: too short or too long."""

    code = "accounts.password"


class LastAdmin(RawiError):
    """The only admin would be none any more."""

    code = "accounts.last"
