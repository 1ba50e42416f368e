from math import lcm


def make_keys(p: int, q: int, e: int) -> tuple[tuple[int, int], tuple[int, int]]:
    # pow raises ValueError by itself when e shares a factor with the modulus: there is then no inverse.
    d = pow(e, -1, lcm(p - 1, q - 1))
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
