"""The pages that a visitor of a live code sees: one request each, no script, Chinese or English.

Pure text from domain objects. The room that answers scans shows them, the console previews them.
"""
