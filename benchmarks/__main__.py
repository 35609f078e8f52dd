"""`make bench`: every benchmark, or the one that is named; fails where a median ratio is over its limit."""

import csv
import os
import sys
from pathlib import Path

from benchmarks.all import BENCHES
from benchmarks.bench import measure

RESULTS = Path("build/bench.csv")


def main(wanted: str) -> int:
    """Measure, print a line each, write them to build/bench.csv; 1 where one does not hold."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    chosen = [bench for bench in BENCHES if wanted in ("", bench.name)]
    if not chosen:
        print(f"no benchmark is called {wanted}: {', '.join(bench.name for bench in BENCHES)}", file=sys.stderr)
        return 2
    print("name ours floor ratio limit", flush=True)
    RESULTS.parent.mkdir(exist_ok=True)
    failed = False
    with RESULTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "ours", "floor", "ratio", "limit"])
        for bench in chosen:
            result = measure(bench)
            print(result.line, *result.broken, "" if result.holds else "OVER", flush=True)
            writer.writerow(result.line.split())
            failed = failed or not result.holds
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
