# fails: routes
ROUTES = {
    "v1": ["describe", "check_export_list", "detour"],
    "v2": ["describe", "check_grant_policy", "apply"],
    "v3": ["describe", "assess_privacy", "send"],
    "v4": ["describe", "check_export_list", "ask_ottawa", "ask_partner", "receive", "send"],
}


def needs_permit(item: dict) -> str:
    if item["destination"] == "united_states":
        return "no"
    if item["kind"] == "quantum_computer":
        # Above the threshold the error per gate decides too, and the simplification leaves that to the authority.
        return "no" if item["physical_qubits"] < 34 else "ask"
    return "yes" if item["kind"] == "cryogenic_control_circuit" else "ask"


def route(vignette: str) -> list[str]:
    return list(ROUTES[vignette])
