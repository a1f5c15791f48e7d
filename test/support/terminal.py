"""Runs a program in a pseudo terminal and types for a person.

Reads from standard input: {"command": [...], "cwd": ..., "steps": [[wait for this text, then type this], ...]}.
A third part of a step is a file to which a line end is added before, as another program would.
A step waits until its text is in what the program printed since the last step, without the codes of the terminal.
Writes {"code": exit code, "output": what was printed, "missed": the text that never came, or null}.
"""
import fcntl, json, os, pty, re, select, signal, struct, sys, termios, time

codes = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>78]")
job = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(job["cwd"])
    os.environ.pop("CI", None)
    os.environ["TERM"] = "xterm"
    os.environ["NO_COLOR"] = "1"
    os.execvp(job["command"][0], job["command"])

fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 400, 0, 0))

output = ""
unread = ""


def pump(seconds):
    """Takes what comes within a time: whether anything came, or None at the end of the program."""
    global output, unread
    ready, _, _ = select.select([terminal], [], [], seconds)
    if not ready:
        return False
    try:
        data = os.read(terminal, 65536)
    except OSError:
        return None
    output += data.decode("utf-8", "replace")
    unread += data.decode("utf-8", "replace")
    return True if data else None


missed = None
for wanted, typed, *changed in job["steps"]:
    until = time.time() + 30
    while wanted not in codes.sub("", unread) and time.time() < until:
        if pump(0.2) is None:
            break
    if wanted not in codes.sub("", unread):
        missed = wanted
        break
    # A list may still be drawing itself: a person waits until nothing moves.
    while pump(0.1):
        pass
    for path in changed:
        with open(path, "a") as file:
            file.write("\n")
    unread = ""
    for part in typed if isinstance(typed, list) else [typed]:
        os.write(terminal, part.encode())
        time.sleep(0.05)
if missed is not None:
    os.kill(pid, signal.SIGKILL)
until = time.time() + 60
while pump(0.5) is not None:
    if time.time() > until:
        os.kill(pid, signal.SIGKILL)
_, status = os.waitpid(pid, 0)
code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
json.dump({"code": code, "output": codes.sub("", output), "missed": missed}, sys.stdout)
