"""Runs a notebook in one kernel as a person does, who goes on after a cell that failed, and stores it.

usage: run-cells.py NOTEBOOK
"""

import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

# For 200 ms after an error tslab drops whatever else was sent to it.
AFTER_ERROR_SECONDS = 0.5

path = Path(sys.argv[1])
notebook = nbformat.read(path, as_version=4)
NotebookClient(
    notebook,
    allow_errors=True,
    timeout=300,
    resources={"metadata": {"path": str(path.parent)}},
    on_cell_error=lambda **_: time.sleep(AFTER_ERROR_SECONDS),
).execute()
nbformat.write(notebook, path)
