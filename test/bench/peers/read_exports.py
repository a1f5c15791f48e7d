"""What crowd-kit and truthdiscovery make of exported answers, for test/export/answers.test.ts.

Run by hand, in a throw-away environment outside the project (see truth_discovery.py for the packages of it):
    npm run build
    node dist/command/main.js export labels --data test/fixtures/six-incidents --out ../labels.csv
    node dist/command/main.js export triples --data test/fixtures/six-incidents --out ../triples.csv
    ../peers/bin/python test/bench/peers/read_exports.py ../labels.csv ../triples.csv > test/fixtures/export/six-answers.json
"""

import csv
import json
import sys
import types
from importlib.metadata import version

sys.modules.setdefault("cairo", types.ModuleType("cairo"))
import pandas  # noqa: E402
import truthdiscovery  # noqa: E402
from crowdkit.aggregation import MajorityVote  # noqa: E402

labels, triples = sys.argv[1:3]
table = pandas.read_csv(labels, dtype=str)
vote = MajorityVote().fit(table)
with open(triples, encoding="utf-8", newline="") as file:
    rows = [tuple(row.values()) for row in csv.DictReader(file)]
sums = truthdiscovery.Sums(iterator=truthdiscovery.FixedIterator(20)).run(truthdiscovery.Dataset(rows))
print(
    json.dumps(
        {
            "crowd-kit": version("crowd-kit"),
            "truthdiscovery": version("truthdiscovery"),
            "rows": [len(table), len(rows)],
            "vote": {task: {k: v for k, v in row.items() if v > 0} for task, row in vote.probas_.to_dict("index").items()},
            "sums_trust": sums.trust,
            "sums_belief": sums.belief,
        },
        indent="\t",
        sort_keys=True,
    )
)
