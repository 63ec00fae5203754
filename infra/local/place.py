"""Where one local run lives: its ports, its folders, its addresses."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEFAULT_PORT = 8787
DEFAULT_STATE = ROOT / ".hearth"
CLOUD_PYTHON = ROOT / ".venv-cloud" / "bin" / "python"
STACK = "hearth"
REGION = "us-east-1"


@dataclass(frozen=True)
class Place:
    """The address and the data folder of one suite on this machine."""

    port: int = DEFAULT_PORT
    state: Path = DEFAULT_STATE

    @property
    def simulator_port(self) -> int:
        return self.port + 1

    @property
    def front(self) -> str:
        """What people and chat platforms call. The host is the custom domain of the API."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def cloud(self) -> str:
        """What AWS clients call. A host without a dot is never taken for a custom domain."""
        return f"http://localhost:{self.port}"

    @property
    def simulator(self) -> str:
        return f"http://127.0.0.1:{self.simulator_port}"

    @property
    def log(self) -> Path:
        return self.state / "cloud.log"

    @property
    def scratch(self) -> Path:
        return self.state / "tmp"
