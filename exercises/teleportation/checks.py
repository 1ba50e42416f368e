"""Checks of teleportation that a learner may see."""

from qcourse.checks import does_not_join, has_shape, require, transfers_state


def test_shape(answer):
    require(has_shape(answer.teleport(), 3, 2, more_bits=True).on("teleport()"))


def test_arrives(answer):
    require(transfers_state(answer.teleport(), 0, 2).on("teleport()"))


def test_no_shortcut(answer):
    require(does_not_join(answer.teleport(), (0, 2)).on("teleport()"))
