"""Makes the invented tables of test/fixtures/bench/made-* and what other programs find in them.

Run by hand, in a throw-away environment outside the project (see truth_discovery.py for the packages of it):
    ../peers/bin/pip install numpy scipy pandas crowd-kit krippendorff
    ../peers/bin/python test/bench/peers/known_answers.py test/fixtures/bench
Given a folder with the tables of a published case (answers.csv and truth.csv, or claims_trimmed.csv,
claims_raw.csv and truth.csv), it prints what it finds there instead, to compare with what is published:
    ../peers/bin/python test/bench/peers/known_answers.py --of ../crowd
"""

import csv
import json
import sys
import types
from pathlib import Path

import numpy
from scipy.stats import chi2

sys.modules.setdefault("cairo", types.ModuleType("cairo"))
import truthdiscovery  # noqa: E402


def read(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


# ---- answers in words -------------------------------------------------------------------------------------


class Crowd:
    """Answers of workers to tasks as arrays."""

    def __init__(self, rows):
        self.tasks = sorted({row["task"] for row in rows})
        self.workers = sorted({row["worker"] for row in rows})
        self.labels = sorted({row["label"] for row in rows})
        self.t = numpy.array([self.tasks.index(row["task"]) for row in rows])
        self.w = numpy.array([self.workers.index(row["worker"]) for row in rows])
        self.l = numpy.array([self.labels.index(row["label"]) for row in rows])

    def sum_by_label(self, weight):
        sums = numpy.zeros((len(self.tasks), len(self.labels)))
        numpy.add.at(sums, (self.t, self.l), weight)
        return sums

    def vote(self):
        sums = self.sum_by_label(numpy.ones(len(self.t)))
        return sums / sums.sum(1, keepdims=True)


def softmax(logs):
    most = logs.max(1, keepdims=True)
    odds = numpy.exp(logs - most)
    return odds / odds.sum(1, keepdims=True), float((most[:, 0] + numpy.log(odds.sum(1))).sum())


def right(crowd, belief, truth):
    """How many tasks are answered rightly; labels that tie share the credit."""
    best = belief >= belief.max(1, keepdims=True) * (1 - 1e-9)
    credit = best / best.sum(1, keepdims=True)
    return float(sum(credit[i, crowd.labels.index(truth[task])] for i, task in enumerate(crowd.tasks)))


def dawid_skene(crowd, smoothing):
    n, k = len(crowd.workers), len(crowd.labels)
    belief, last, rounds = crowd.vote(), -numpy.inf, 0
    while True:
        rounds += 1
        table = numpy.full((n, k, k), float(smoothing))
        for true in range(k):
            numpy.add.at(table, (crowd.w, true, crowd.l), belief[crowd.t, true])
        sums = table.sum(2, keepdims=True)
        table = numpy.where(sums > 0, table / numpy.where(sums > 0, sums, 1), 1 / k)
        with numpy.errstate(divide="ignore"):
            logs = numpy.tile(numpy.log(belief.mean(0)), (len(crowd.tasks), 1))
            numpy.add.at(logs, crowd.t, numpy.log(table[crowd.w, :, crowd.l]))
        belief, now = softmax(logs)
        if abs(now - last) <= 1e-10 * abs(now):
            return belief, now, rounds
        last = now


def one_coin(crowd):
    """One accuracy a worker, maximum likelihood, all labels possible."""
    k, belief, last = len(crowd.labels), crowd.vote(), -numpy.inf
    n = numpy.bincount(crowd.w)
    while True:
        a = numpy.clip(numpy.bincount(crowd.w, belief[crowd.t, crowd.l]) / n, 1e-12, 1 - 1e-12)
        logs = crowd.sum_by_label((numpy.log(a) - numpy.log((1 - a) / (k - 1)))[crowd.w])
        belief, now = softmax(logs)
        now += float(numpy.log((1 - a) / (k - 1))[crowd.w].sum()) - len(crowd.tasks) * numpy.log(k)
        if abs(now - last) <= 1e-10 * abs(now):
            return belief
        last = now


def weighted_vote(crowd, weigh):
    belief, n = crowd.vote(), numpy.bincount(crowd.w)
    for _ in range(100):
        best = belief >= belief.max(1, keepdims=True) * (1 - 1e-9)
        credit = best / best.sum(1, keepdims=True)
        loss = 1e-6 + numpy.bincount(crowd.w, 1 - credit[crowd.t, crowd.l])
        sums = crowd.sum_by_label(weigh(loss, n)[crowd.w])
        total = sums.sum(1, keepdims=True)
        now = numpy.where(total > 0, sums / numpy.where(total > 0, total, 1), crowd.vote())
        if numpy.abs(now - belief).max() < 1e-8:
            return now
        belief = now
    raise RuntimeError("no end of rounds")


def pm(loss, _):
    return -numpy.log(loss / loss.max())


def catd(quantile):
    return lambda loss, n: chi2.ppf(quantile, n) / loss


def of_crowd(rows, truth):
    import krippendorff
    import pandas
    from crowdkit.aggregation import DawidSkene

    crowd = Crowd(rows)
    share = lambda belief: right(crowd, belief, truth) / len(truth)  # noqa: E731
    found = {"tasks": len(crowd.tasks), "workers": len(crowd.workers), "answers": len(rows), "vote": share(crowd.vote())}
    counts = crowd.sum_by_label(numpy.ones(len(rows)))
    found["alpha_nominal"] = float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))
    for smoothing in (0, 1):
        belief, likelihood, rounds = dawid_skene(crowd, smoothing)
        found[f"dawid_skene_smoothing_{smoothing}"] = {
            "right": right(crowd, belief, truth),
            "log_likelihood": likelihood,
            "rounds": rounds,
            "mean_confidence": float(belief.max(1).mean()),
        }
    by_kit = DawidSkene(n_iter=2000, tol=1e-10).fit_predict(pandas.DataFrame(rows)[["task", "worker", "label"]])
    found["dawid_skene_crowd_kit"] = {"right": sum(truth[task] == label for task, label in by_kit.items())}
    found["one_coin"] = share(one_coin(crowd))
    found["pm"] = share(weighted_vote(crowd, pm))
    found["catd"] = share(weighted_vote(crowd, catd(0.025)))
    return found


def make_crowd(seed, tasks, workers, labels, each, share, sure):
    """Every worker has a table of errors of its own; a few workers give most of the answers."""
    random = numpy.random.default_rng(seed)
    truth = random.choice(labels, tasks, p=share)
    diagonal = random.uniform(*sure, workers)
    tables = numpy.array([[random.dirichlet(numpy.full(labels, 0.7)) for _ in range(labels)] for _ in range(workers)])
    tables = tables * (1 - diagonal)[:, None, None] + numpy.eye(labels) * diagonal[:, None, None]
    load = random.pareto(1.1, workers) + 0.2
    rows = []
    for task in range(tasks):
        for worker in sorted(random.choice(workers, each, replace=False, p=load / load.sum())):
            rows.append({"task": str(task), "worker": str(worker), "label": str(random.choice(labels, p=tables[worker, truth[task]]))})
    return rows, {str(task): str(label) for task, label in enumerate(truth)}


# ---- numbers ----------------------------------------------------------------------------------------------


def errors(estimate, gold):
    off = numpy.array([abs(estimate[name] - value) for name, value in gold.items()])
    wrong = [each > 0.001 * value for each, value in zip(off, gold.values())]
    return [float(off.mean()), float(numpy.sqrt((off**2).mean())), float(numpy.mean(wrong))]


def middle(values, how):
    values = sorted(values)
    low, high = values[(len(values) - 1) // 2], values[len(values) // 2]
    return {"lower": low, "upper": high, "mean": (low + high) / 2}[how]


def claims_of(rows):
    claims = {}
    for row in rows:
        claims.setdefault(row["object"], []).append(float(row["value"]))
    return claims


def of_counts(trimmed, raw, gold):
    objects = sorted({row["object"] for row in trimmed})
    sources = sorted({row["source"] for row in trimmed})
    o = numpy.array([objects.index(row["object"]) for row in trimmed])
    s = numpy.array([sources.index(row["source"]) for row in trimmed])
    z = numpy.array([float(row["z"]) for row in trimmed])
    scale = {row["object"]: (float(row["centre"]), float(row["scale"])) for row in trimmed}
    n = numpy.bincount(s)

    def back(m):
        return errors({name: m[i] * scale[name][1] + scale[name][0] for i, name in enumerate(objects)}, gold)

    def weighted(weigh):
        m = numpy.zeros(len(objects))
        for _ in range(5):
            w = weigh(1e-6 + numpy.bincount(s, (z - m[o]) ** 2), n)
            m = numpy.bincount(o, w[s] * z) / numpy.bincount(o, w[s])
        return back(m)

    def gtm(a, b):
        v = numpy.ones(len(sources))
        for _ in range(5):
            m = numpy.bincount(o, z / v[s]) / (1 + numpy.bincount(o, 1 / v[s]))
            v = (2 * b + numpy.bincount(s, (z - m[o]) ** 2)) / (2 * a + 2 + n)
        return back(m)

    found = {
        "mean": weighted(lambda loss, _: numpy.ones(len(loss))),
        "crh": weighted(lambda loss, _: -numpy.log(loss / loss.sum())),
        "catd_upper": weighted(catd(0.975)),
        "catd_lower": weighted(catd(0.025)),
        "gtm_1_1": gtm(1, 1),
        "gtm_10_10": gtm(10, 10),
    }
    for name, rows in (("trimmed", trimmed), ("raw", raw)):
        claims = claims_of(rows)
        for how in ("mean", "lower", "upper"):
            found[f"median_{how}_{name}"] = errors({k: middle(v, how) for k, v in claims.items()}, gold)
    data = truthdiscovery.Dataset((row["source"], row["object"], float(row["value"])) for row in raw)
    fixed = truthdiscovery.FixedIterator
    for name, run in (
        ("vote", truthdiscovery.MajorityVoting()),
        ("truth_finder", truthdiscovery.TruthFinder()),
        ("sums", truthdiscovery.Sums(iterator=fixed(20))),
        ("average_log", truthdiscovery.AverageLog(iterator=fixed(20))),
        ("investment", truthdiscovery.Investment(iterator=fixed(20))),
        ("pooled_investment", truthdiscovery.PooledInvestment(iterator=fixed(10))),
    ):
        belief = run.run(data).belief
        credit = 0.0
        for name_of, value in gold.items():
            most = max(belief[name_of].values())
            best = [each for each, much in belief[name_of].items() if much >= most * (1 - 1e-9)]
            credit += (value in best) / len(best)
        found[f"exactly_{name}"] = credit / len(gold)
    return found


def make_counts(seed, objects=320, sources=260, wanted=277):
    """Numbers of inhabitants, say: most claims are right, some are rounded, old, or wrong by a factor."""
    random = numpy.random.default_rng(seed)
    care = random.beta(4, 2, sources)
    load = random.pareto(1.0, sources) + 0.2
    raw, trimmed, truth = [], [], []
    for index in range(objects):
        name, value = f"place-{index}", int(round(10 ** random.uniform(2.5, 6.5)))
        old = int(round(value * random.uniform(0.75, 0.97)))
        claims = []
        for source in sorted(random.choice(sources, random.integers(1, 8), replace=False, p=load / load.sum())):
            if random.random() < care[source]:
                claimed = value
            else:
                wrong = [old, old, int(round(value, -2)) + 100, int(value * random.uniform(0.5, 1.5))]
                # Gross errors never stand alone: then no method could tell.
                claimed = random.choice(wrong + [value * 1000] if claims else wrong)
            claims.append((name, source, int(claimed)))
        raw += claims
        lower = middle([claimed for *_, claimed in claims], "lower")
        kept = [claim for claim in claims if claim[2] < 10 * lower]
        centre = middle([claimed for *_, claimed in kept], "mean")
        scale = float(numpy.std([claimed for *_, claimed in kept]))
        trimmed += [(*claim, (claim[2] - centre) / scale if scale > 0 else 0.0, centre, scale) for claim in kept]
        truth.append((name, value, int(index < wanted)))
    return raw, trimmed, truth


# ---- the fact-finders of truthdiscovery -------------------------------------------------------------------


def make_matrix(seed, sources=35, questions=20, values=4):
    random = numpy.random.default_rng(seed)
    cells = random.integers(0, values, (sources, questions)).astype(float)
    cells[random.random((sources, questions)) < 0.6] = numpy.nan
    return [["" if numpy.isnan(cell) else str(int(cell)) for cell in row] for row in cells]


def of_matrix(matrix):
    rows = [(str(s), str(q), float(cell)) for s, row in enumerate(matrix) for q, cell in enumerate(row) if cell != ""]
    data = truthdiscovery.Dataset(rows, implication_function=lambda _, a, b: float(numpy.exp(-0.5 * (a - b) ** 2)))
    fixed = truthdiscovery.FixedIterator
    runs = {
        "sums": truthdiscovery.Sums(iterator=fixed(20)),
        "average_log": truthdiscovery.AverageLog(iterator=fixed(20)),
        "investment": truthdiscovery.Investment(iterator=fixed(20)),
        "pooled_investment": truthdiscovery.PooledInvestment(iterator=fixed(10)),
        "truthfinder": truthdiscovery.TruthFinder(),
        "voting": truthdiscovery.MajorityVoting(),
    }
    found = {}
    for name, run in runs.items():
        result = run.run(data)
        belief = {q: {str(int(v)): float(b) for v, b in own.items()} for q, own in result.belief.items()}
        found[name] = {"trust": {s: float(t) for s, t in result.trust.items()}, "belief": belief}
    return found


# ---- the command ------------------------------------------------------------------------------------------


def gold_of(rows):
    return {row["object"]: float(row["value"]) for row in rows if str(row["in_277"]) == "1"}


def main():
    if sys.argv[1] == "--of":
        folder = Path(sys.argv[2])
        truth = read(folder / "truth.csv")
        if (folder / "answers.csv").exists():
            found = of_crowd(read(folder / "answers.csv"), {row["task"]: row["label"] for row in truth})
        else:
            found = of_counts(read(folder / "claims_trimmed.csv"), read(folder / "claims_raw.csv"), gold_of(truth))
        print(json.dumps(found, indent=1))
        return
    out = Path(sys.argv[1])
    keep = lambda folder, name, found: (out / folder / name).write_text(json.dumps(found, indent="\t") + "\n")  # noqa: E731
    for folder, made in (
        ("made-four-labels", make_crowd(1979, 400, 60, 4, 7, [0.4, 0.25, 0.2, 0.15], (0.05, 0.5))),
        ("made-three-answers", make_crowd(2011, 1500, 80, 2, 3, [0.85, 0.15], (0.2, 0.85))),
    ):
        rows, truth = made
        write(out / folder / "answers.csv", ["task", "worker", "label"], [row.values() for row in rows])
        write(out / folder / "truth.csv", ["task", "label"], truth.items())
        keep(folder, "expected.json", of_crowd(rows, truth))
    raw, trimmed, truth = make_counts(2014)
    write(out / "made-counts/claims_raw.csv", ["object", "source", "value"], raw)
    write(out / "made-counts/claims_trimmed.csv", ["object", "source", "value", "z", "centre", "scale"], trimmed)
    write(out / "made-counts/truth.csv", ["object", "value", "in_277"], truth)
    files = [read(out / "made-counts" / name) for name in ("claims_trimmed.csv", "claims_raw.csv", "truth.csv")]
    keep("made-counts", "expected.json", of_counts(files[0], files[1], gold_of(files[2])))
    matrix = make_matrix(2007)
    write(out / "made-matrix/data.csv", matrix[0], matrix[1:])
    for name, found in of_matrix(matrix).items():
        keep("made-matrix", f"{name}_results.json", found)


main()
