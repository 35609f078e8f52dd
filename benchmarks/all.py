"""Every benchmark, in the order in which they are run."""

from benchmarks import checkout, import_history, import_products, receipt_pdf, scan_to_row, window

BENCHES = (
    *checkout.BENCHES,
    *scan_to_row.BENCHES,
    *window.BENCHES,
    *import_products.BENCHES,
    *import_history.BENCHES,
    *receipt_pdf.BENCHES,
)
