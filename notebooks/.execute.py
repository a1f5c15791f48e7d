"""Runs one notebook from the top with its kernel and prints, as JSON, the notebook or what went wrong.

Stricter than nbclient alone: a type diagnostic, a line on stderr (whenever it comes), a cell that the kernel
skipped and output that was lost all fail. The notebook given is not changed.

usage: .execute.py NOTEBOOK [FOLDER]

The kernel works in FOLDER, by default that of the notebook: there it finds the kit.
"""

import json
import signal
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

# tslab was measured to lose output from about 400 messages in a cell on; up to 300 all arrived.
MOST_MESSAGES = 300
LATE_SECONDS = 0.5


class Failure(Exception):
    def __init__(self, index, message):
        self.index = index
        self.message = message


class Listener:
    """Hears every message of the kernel, also those that come after their cell was done."""

    def __init__(self):
        self.running = None
        self.cell_of = {}
        self.count = {}
        self.stderr = {}

    def hear(self, message):
        if message["msg_type"] not in ("stream", "display_data", "update_display_data", "execute_result", "error"):
            return
        request = message["parent_header"].get("msg_id")
        index = self.cell_of.get(request, self.running)
        self.count[index] = self.count.get(index, 0) + 1
        content = message["content"]
        if message["msg_type"] == "stream" and content["name"] == "stderr":
            self.stderr[index] = self.stderr.get(index, "") + content["text"]

    def attach(self, channel):
        get_msg = channel.get_msg

        async def heard(*args, **kwargs):
            message = await get_msg(*args, **kwargs)
            self.hear(message)
            return message

        channel.get_msg = heard

    def check_stderr(self):
        for index in sorted(self.stderr):
            raise Failure(index, "wrote to stderr")


def execute(path, folder):
    notebook = nbformat.read(path, as_version=4)
    listener = Listener()
    replies = {}

    def replied(cell, cell_index, execute_reply):
        replies[cell_index] = execute_reply["content"]
        listener.cell_of[execute_reply["parent_header"]["msg_id"]] = cell_index

    client = NotebookClient(
        notebook,
        kernel_name=notebook.metadata.kernelspec.name,
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        timeout=600,
        iopub_timeout=10,
        raise_on_iopub_timeout=True,
        on_cell_executed=replied,
        shutdown_kernel="graceful",
    )
    try:
        with client.setup_kernel():
            listener.attach(client.kc.iopub_channel)
            for index, cell in enumerate(notebook.cells):
                if cell.cell_type == "code":
                    run_cell(client, listener, replies, index, cell)
            hear_late(client, listener)
    except Failure as failure:
        return {
            "cell": failure.index + 1,
            "id": notebook.cells[failure.index].get("id", ""),
            "message": failure.message,
            "source": notebook.cells[failure.index].source,
            "stderr": listener.stderr.get(failure.index, ""),
        }
    return {"notebook": stored(notebook)}


def run_cell(client, listener, replies, index, cell):
    listener.running = index
    cell.outputs = []
    if not cell.source.strip():
        return
    try:
        client.execute_cell(cell, index)
    except CellExecutionError:
        raise Failure(index, "failed") from None
    except DeadKernelError:
        raise Failure(index, "stopped the kernel") from None
    except CellTimeoutError as error:
        lost = "IOPub" in str(error)
        raise Failure(index, "lost output: it writes too often" if lost else "ran longer than 10 minutes") from None
    listener.check_stderr()
    status = replies.get(index, {}).get("status", "nothing")
    if status != "ok":
        raise Failure(index, f"was not run: the kernel answered {status}")
    if listener.count.get(index, 0) > MOST_MESSAGES:
        raise Failure(index, f"wrote {listener.count[index]} times: past {MOST_MESSAGES} output is lost, so print once")


def hear_late(client, listener):
    """What a promise that nobody waited for writes after the last cell."""
    import asyncio
    import queue
    from jupyter_core.utils import run_sync

    async def drain():
        while True:
            try:
                await client.kc.iopub_channel.get_msg(timeout=LATE_SECONDS)
            except (queue.Empty, asyncio.TimeoutError):
                return

    run_sync(drain)()
    listener.check_stderr()


def stored(notebook):
    """The text of the file: nothing in it that another run would change."""
    kept = notebook.metadata
    notebook.metadata = {
        "kernelspec": kept.kernelspec,
        "language_info": {"file_extension": ".ts", "mimetype": "text/typescript", "name": "typescript"},
    }
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.execution_count = None
            for output in cell.outputs:
                if "execution_count" in output:
                    output["execution_count"] = None
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"


def stop(*_):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    # Ctrl-C comes as SIGTERM from the program that started this one; twice would cut short the clearing up.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        path = Path(sys.argv[1]).resolve()
        result = execute(path, Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else path.parent)
    except KeyboardInterrupt:
        sys.exit(130)
    json.dump(result, sys.stdout)
