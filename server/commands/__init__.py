"""The subcommands of `interview-lab`, a module each: `add_parser(subparsers)` and `run(args) -> exit code`."""

from __future__ import annotations

INPUT_ERROR = 2  # what was given cannot be used; the message says what to do
RUN_ERROR = 1  # the input was fine, the work failed


class CliError(Exception):
    """An expected failure of a command. `str()` is one sentence for the person at the terminal, without a traceback.

    `exit_code` is 2 for bad input (the default) and 1 where the work itself failed.
    """

    def __init__(self, message: str, exit_code: int = INPUT_ERROR) -> None:
        super().__init__(message)
        self.exit_code = exit_code
