"""`python -m drillsim.cli`, for machines where the command `drillsim` is not on the path."""

from drillsim.cli.app import main

if __name__ == "__main__":
    main()
