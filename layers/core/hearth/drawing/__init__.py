"""Pictures that are given out: QR codes and posters as SVG, PNG and PDF, and archives of them.

Nothing here asks a store or the network. Its libraries are heavy: import it when it is needed.
"""
