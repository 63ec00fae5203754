"""What can go wrong in a local run, said in one line."""


class LocalRunError(Exception):
    """A reason to stop, written for the person at the terminal: what is wrong and what to do."""


class PortTakenError(LocalRunError):
    """Another program listens where the suite wants to."""


class BuildError(LocalRunError):
    """An artifact of the template could not be built."""


class DeployError(LocalRunError):
    """The local cloud refused the template."""
