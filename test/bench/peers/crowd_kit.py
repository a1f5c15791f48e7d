"""crowd-kit (Apache-2.0) on the invented answers of the benchmark: processor time, peak memory, share right.

Made for a throw-away environment outside the project:
    python3 -m venv ../peers && ../peers/bin/pip install crowd-kit
    node test/bench/peers/rows.mjs 1000000 > ../rows.csv
    ../peers/bin/python test/bench/peers/crowd_kit.py ../rows.csv MajorityVote
"""

import resource
import sys
import time

import pandas
from crowdkit import aggregation

path, method = sys.argv[1:3]
table = pandas.read_csv(path)
truth = table.drop_duplicates("task").set_index("task")["truth"]
answers = table[["task", "worker", "label"]]
options = {} if method == "MajorityVote" else {"n_iter": 9, "tol": 0}
start, clock = time.process_time(), time.perf_counter()
found = getattr(aggregation, method)(**options).fit_predict(answers)
spent, passed = time.process_time() - start, time.perf_counter() - clock
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
right = (found == truth.reindex(found.index)).mean()
print(f"{method}: {len(answers)} claims, {spent:.2f} s of processor, {passed:.2f} s, peak {peak:.0f} MB, right {right:.4f}")
