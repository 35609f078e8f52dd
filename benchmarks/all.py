"""Every benchmark, in the order in which they are run."""

from benchmarks import (
    backup_while_selling,
    checkout,
    export_100k,
    import_history,
    import_products,
    month_report,
    quick_start_check,
    receipt_pdf,
    report_pdf,
    scan_to_row,
    window,
)

BENCHES = (
    *checkout.BENCHES,
    *scan_to_row.BENCHES,
    *window.BENCHES,
    *import_products.BENCHES,
    *import_history.BENCHES,
    *month_report.BENCHES,
    *receipt_pdf.BENCHES,
    *report_pdf.BENCHES,
    *export_100k.BENCHES,
    *backup_while_selling.BENCHES,
    *quick_start_check.BENCHES,
)
