"""What the simulation takes AWS to be. Every figure of it is an assumption: change it here."""

ANSWER_MS = 4.0
"""Median of DynamoDB's answer to one request, half of it on the way there."""
SPREAD = 0.4
"""Of the logarithm of that time: one answer of a hundred takes 10 ms or longer."""
ITEM_UNITS = 1_000
"""Write units a second that one item bears; each item has a partition of its own at best."""
SAVED_SECONDS = 2
"""Seconds of unused units that an item may spend at once. AWS saves up to 300, unpromised."""
UNIT_BYTES = 1_024
"""Of a write unit."""
READ_UNIT_BYTES = 4_096

COLD_MS = 250.0
"""From a request without an idle environment until its code runs."""
HANDLER_MS = 1.5
"""The room's own work for a scan, table apart."""
ENVIRONMENTS = 1_000
"""An account's concurrent executions, unless it asked for more."""
IDLE_MS = 420_000.0
"""An environment that is not called for so long is gone, with all it remembers."""
EPOCH_MS = 1_700_000_000_000
"""When a run begins, ms since 1970; of no influence."""
