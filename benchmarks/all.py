"""Every benchmark, in the order in which they are run."""

from benchmarks import checkout, import_history

BENCHES = (*checkout.BENCHES, *import_history.BENCHES)
