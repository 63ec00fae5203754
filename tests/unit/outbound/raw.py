"""A server that speaks bytes, for answers that no decent server gives."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


@contextmanager
def raw_server(answer: bytes | None, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """The port of a server that hears a request, says ``answer``, hangs up; None: it waits."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_serve, args=(listener, answer, tls, done), daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        done.set()
        thread.join(5)


def _serve(
    listener: socket.socket, answer: bytes | None, tls: ssl.SSLContext | None, done: threading.Event
) -> None:
    plain, _ = listener.accept()
    with suppress(OSError), plain, _spoken(plain, tls) as connection:
        _hear(connection)
        if answer is None:
            done.wait(5)
        else:
            connection.sendall(answer)


def _hear(connection: socket.socket) -> None:
    """A request with the body ``{}`` to its end, or the first bytes of anything else."""
    heard = more = connection.recv(65536)
    while more and heard.startswith(b"POST") and not heard.endswith(b"{}"):
        more = connection.recv(65536)
        heard += more


def _spoken(plain: socket.socket, tls: ssl.SSLContext | None) -> socket.socket:
    return tls.wrap_socket(plain, server_side=True) if tls else plain


def own_certificate(folder: Path) -> Path:
    """A file with a key and a certificate for 127.0.0.1 that signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "loopback")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "loopback.pem"
    file.write_bytes(private + certificate.public_bytes(pem))
    return file


def tls_of(certificate: Path) -> ssl.SSLContext:
    """How a server shows that certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context
