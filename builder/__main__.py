"""`python -m builder` is `workshop`."""

import sys

from builder.cli import command

sys.exit(command())
