"""Checks of teleportation that run on submission only."""

from qcourse.checks import does_not_join, has_shape, require, transfers_state


def test_only_bits_travel(answer):
    circuit = answer.teleport()
    require(
        has_shape(circuit, 3, 2, more_bits=True).on("teleport()"),
        does_not_join(circuit, (1, 2), after=(0, 1)).on("teleport()"),
    )


def test_whole_protocol(answer):
    circuit = answer.teleport()
    require(
        transfers_state(circuit, 0, 2).on("teleport()"),
        does_not_join(circuit, (0, 2)).on("teleport()"),
        does_not_join(circuit, (1, 2), after=(0, 1)).on("teleport()"),
    )
