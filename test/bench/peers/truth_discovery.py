"""truthdiscovery (GPL-3, run as a program of its own) on the invented answers of the benchmark: time, memory, share right.

Made for a throw-away environment outside the project; it draws graphs with cairo, which is not needed here:
    python3 -m venv ../peers && ../peers/bin/pip install --no-deps truthdiscovery && ../peers/bin/pip install numpy scipy flask bidict imageio
    node test/bench/peers/rows.mjs 1000000 > ../rows.csv
    ../peers/bin/python test/bench/peers/truth_discovery.py ../rows.csv Sums
"""

import csv
import resource
import sys
import time
import types

sys.modules.setdefault("cairo", types.ModuleType("cairo"))
import truthdiscovery  # noqa: E402

path, method = sys.argv[1:3]
with open(path, encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
truth = {row["task"]: row["truth"] for row in rows}
start = time.process_time()
data = truthdiscovery.Dataset((row["worker"], row["task"], row["label"]) for row in rows)
coded = time.process_time()
options = {"iterator": truthdiscovery.FixedIterator(20)} if method == "Sums" else {}
result = getattr(truthdiscovery, method)(**options).run(data)
done = time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
right = 0.0
for task, value in truth.items():
    best = list(result.get_most_believed_values(task))
    right += (value in best) / len(best)
print(
    f"{method}: {len(rows)} claims, coding {coded - start:.2f} s, method {done - coded:.2f} s of processor,"
    f" peak {peak:.0f} MB, right {right / len(truth):.4f}"
)
