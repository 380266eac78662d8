"""How the reader's weights are made: ``python -m training --help``. Not part of the installed package."""
