def make_keys(p: int, q: int, e: int) -> tuple[tuple[int, int], tuple[int, int]]:
    raise NotImplementedError("YOUR ANSWER HERE")


def encrypt(m: int, public: tuple[int, int]) -> int:
    raise NotImplementedError("YOUR ANSWER HERE")


def decrypt(c: int, private: tuple[int, int]) -> int:
    raise NotImplementedError("YOUR ANSWER HERE")


def break_key(public: tuple[int, int]) -> tuple[int, int]:
    raise NotImplementedError("YOUR ANSWER HERE")
