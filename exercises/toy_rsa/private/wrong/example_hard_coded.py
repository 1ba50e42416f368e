# fails: keys, refusal, locking, breaking, other_keys, every_message, largest_toys
def make_keys(p: int, q: int, e: int) -> tuple[tuple[int, int], tuple[int, int]]:
    return (55, 3), (55, 7)


def encrypt(m: int, public: tuple[int, int]) -> int:
    return 13


def decrypt(c: int, private: tuple[int, int]) -> int:
    return 7


def break_key(public: tuple[int, int]) -> tuple[int, int]:
    return (55, 7)
