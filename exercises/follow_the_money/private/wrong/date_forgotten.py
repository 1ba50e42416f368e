# fails: comparable, edges
def per_year(amount: float, years: float) -> float:
    return amount / years


def provincial_share(provincial: float, total: float) -> float:
    return provincial / total


def leverage(provincial: float, total: float) -> float:
    return (total - provincial) / provincial


def comparable(a: dict, b: dict) -> list[str]:
    keys = ("currency", "period", "planned_spent", "public_private")
    return [key for key in keys if a[key] != b[key]]
