"""`python -m artparse`: the command."""

from artparse.command import main

if __name__ == "__main__":
    main()
