"""What Hearth does, in terms of the domain and of ports."""
