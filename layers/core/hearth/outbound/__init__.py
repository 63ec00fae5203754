"""Ways out: queues and HTTP."""
