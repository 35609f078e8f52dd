"""Files and sheets: what a spreadsheet says as rows of text, and rows written as a spreadsheet; no shop knowledge."""
