"""What operators call: the console's page and its interface."""
