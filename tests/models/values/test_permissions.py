"""Who may know what goods cost."""

from jxc_desktop.models.values.permissions import Role


def test_everybody_but_the_clerk_sees_costs() -> None:
    assert {role for role in Role if role.may_see_cost} == {Role.OWNER, Role.STOCKKEEPER}
