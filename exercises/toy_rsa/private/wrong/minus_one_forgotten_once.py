# fails: keys, refusal, breaking, other_keys, every_message, largest_toys
from math import lcm


def make_keys(p: int, q: int, e: int) -> tuple[tuple[int, int], tuple[int, int]]:
    d = pow(e, -1, lcm(p - 1, q))
    return (p * q, e), (p * q, d)


def encrypt(m: int, public: tuple[int, int]) -> int:
    n, e = public
    return pow(m, e, n)


def decrypt(c: int, private: tuple[int, int]) -> int:
    n, d = private
    return pow(c, d, n)


def break_key(public: tuple[int, int]) -> tuple[int, int]:
    n, e = public
    p = next(p for p in range(3, n, 2) if n % p == 0)
    # Whoever has the factors is in the owner's place.
    return make_keys(p, n // p, e)[1]
