# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates for the kit's HTTPS servers, from a CA of its own."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme

from tests.swarm.values import Certificate


class Authority:
    """A CA whose certificate lies in `ca_file`: a session started with SSL_CERT_FILE set to it trusts VALID ones."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ca = trustme.CA()
        self._issued = 0
        self.ca_file = folder / "ca.pem"
        self._ca.cert_pem.write_to_path(self.ca_file)

    def issue(self, ip: str, kind: Certificate) -> Path:
        """Make a certificate for a server at `ip`; returns a PEM file with its key and chain."""
        ca = trustme.CA() if kind is Certificate.UNTRUSTED else self._ca
        name = "elsewhere.invalid" if kind is Certificate.WRONG_HOST else ip
        now = datetime.now(UTC)
        until = now - timedelta(days=1) if kind is Certificate.EXPIRED else None
        certificate = ca.issue_cert(name, not_before=now - timedelta(days=30), not_after=until)
        self._issued += 1
        path = self._folder / f"certificate-{self._issued}.pem"
        certificate.private_key_and_cert_chain_pem.write_to_path(path)
        return path
