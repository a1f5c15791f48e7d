# The counts of test/bench/events.mjs with pandas and polars:
#   pip install -r test/bench/peers/requirements.txt
#   python test/bench/peers/events.py pandas|polars csv|parquet DIR
import resource
import sys

library, what, directory = sys.argv[1:4]
path = f"{directory}/events.{what}"
columns = ["type_of_violence", "where_prec", "latitude", "longitude", "date_start", "best"]

if library == "pandas":
    import pandas as pd

    if what == "csv":
        frame = pd.read_csv(path, usecols=columns, parse_dates=["date_start"])
    else:
        frame = pd.read_parquet(path, columns=columns)
        frame["date_start"] = pd.to_datetime(frame["date_start"])
    near = frame[
        (frame["where_prec"] <= 3) & frame["latitude"].between(29.3, 36) & frame["longitude"].between(59.5, 63.5)
    ]
    found = near.groupby([near["date_start"].dt.to_period("M"), "type_of_violence"])["best"].agg(["size", "sum"])
    counts = (len(found), int(found["size"].sum()), int(found["sum"].sum()))
else:
    import polars as pl

    scan = pl.scan_csv(path, try_parse_dates=True) if what == "csv" else pl.scan_parquet(path)
    found = (
        scan.filter(
            (pl.col("where_prec") <= 3)
            & pl.col("latitude").is_between(29.3, 36)
            & pl.col("longitude").is_between(59.5, 63.5)
        )
        .group_by(pl.col("date_start").dt.truncate("1mo"), "type_of_violence")
        .agg(pl.len().alias("events"), pl.col("best").sum().alias("deaths"))
        .collect(engine="streaming")
    )
    counts = (found.height, int(found["events"].sum()), int(found["deaths"].sum()))

print(f"{counts[0]} rows, {counts[1]} events, {counts[2]} deaths")
used = resource.getrusage(resource.RUSAGE_SELF)
print(f"{library} {what}: {used.ru_utime + used.ru_stime:.1f} s of processor time, {used.ru_maxrss / 1024:.0f} MB at most")
