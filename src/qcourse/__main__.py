"""``python -m qcourse`` is the command ``qcourse``."""

from .cli import main

if __name__ == "__main__":
    main()
