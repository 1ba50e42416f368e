# fails: comparable, edges
def per_year(amount: float, years: float) -> float:
    return amount / years


def provincial_share(provincial: float, total: float) -> float:
    return provincial / total


def leverage(provincial: float, total: float) -> float:
    return (total - provincial) / provincial


def comparable(a: dict, b: dict) -> list[str]:
    keys = ("currency", "period", "public_private", "planned_spent", "date")
    return [key for key in keys if a[key] != b[key]]
