"""Pictures that operators send, read on the server."""
