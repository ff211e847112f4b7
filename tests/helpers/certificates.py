"""Certificates made for a test by the machine's own OpenSSL."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

OPENSSL = shutil.which("openssl")


@dataclass(frozen=True)
class Made:
    """A certificate and its key."""

    certificate: Path
    key: Path


def made(
    folder: Path, name: str, *, host: str = "127.0.0.1", start: str = "", end: str = "", password: str = ""
) -> Made:
    """A certificate of its own for a host; `start` and `end` as 20200101000000Z, else good today."""
    assert OPENSSL is not None
    found = Made(folder / f"{name}.pem", folder / f"{name}.key")
    kind = "IP" if host.replace(".", "").isdigit() else "DNS"
    request = folder / f"{name}.csr"
    config = folder / f"{name}.cnf"
    config.write_text(
        f"[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN={host}\n"
        f"[own]\nsubjectAltName={kind}:{host}\nbasicConstraints=CA:FALSE\n"
        "[ca]\ndefault_ca=own_ca\n"
        f"[own_ca]\nnew_certs_dir={folder}\ndatabase={folder}/{name}.db\nserial={folder}/{name}.srl\n"
        f"private_key={found.key}\ndefault_md=sha256\npolicy=any\nx509_extensions=own\nunique_subject=no\n"
        "[any]\ncommonName=supplied\n",
        "utf-8",
    )
    (folder / f"{name}.db").write_text("")
    (folder / f"{name}.srl").write_text("01\n")
    _run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", found.key)
    _run("req", "-new", "-key", found.key, "-out", request, "-config", config)
    dates = ["-startdate", start or "20200101000000Z", "-enddate", end or "20990101000000Z"]
    _run("ca", "-batch", "-selfsign", "-config", config, "-in", request, "-out", found.certificate, "-notext", *dates)
    if password:
        plain = found.key.rename(folder / f"{name}.plain")
        _run("pkey", "-in", plain, "-aes256", "-passout", f"pass:{password}", "-out", found.key)
    return found


def _run(*args: object) -> None:
    subprocess.run([str(OPENSSL), *map(str, args)], check=True, capture_output=True)
